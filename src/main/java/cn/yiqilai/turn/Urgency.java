package cn.yiqilai.turn;

import cn.yiqilai.decision.Reason;
import cn.yiqilai.knowledge.Intent;
import cn.yiqilai.retrieval.KnowledgeMirror;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Whether an utterance shows by its very words that a person is wanted or somebody is in danger: cheap, for the moment in which
 * there is no time to think about everybody. The words are the phrases and examples of the intents with those reasons.
 */
@ApplicationScoped
public class Urgency {
    private static final Set<String> REASONS = Set.of(Reason.WANTS_HUMAN.name(), Reason.EMERGENCY.name());
    private static final Pattern NO_LETTER = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final Supplier<Collection<Intent>> intents;

    @Inject
    Urgency(KnowledgeMirror knowledge) {
        this(knowledge::intents);
    }

    public Urgency(Supplier<Collection<Intent>> intents) {
        this.intents = intents;
    }

    public boolean speaksFrom(String utterance) {
        var words = letters(utterance);
        return intents.get().stream()
                .filter(intent -> REASONS.contains(intent.reason()))
                .anyMatch(intent -> shows(intent, words));
    }

    private static boolean shows(Intent intent, String words) {
        return intent.phrases().stream()
                        .map(Urgency::letters)
                        .filter(phrase -> phrase.length() > 1)
                        .anyMatch(words::contains)
                || intent.examples().stream().map(Urgency::letters).anyMatch(words::equals);
    }

    private static String letters(String text) {
        return NO_LETTER.matcher(text).replaceAll("").toLowerCase(Locale.ROOT);
    }
}
