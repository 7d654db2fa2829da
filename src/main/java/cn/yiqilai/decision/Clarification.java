package cn.yiqilai.decision;

import cn.yiqilai.knowledge.Entry;
import cn.yiqilai.platform.Messages;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One question back that splits the candidates, in a person's words, with an option for each. Pure: the same entries always
 * give the same question.
 *
 * <p>Example: 认定高新技术企业要满足哪些条件 and 高新技术企业的企业所得税税率是多少 → "关于高新技术企业，您想了解条件，还是金额和比例？".
 *
 * @param question what is asked
 * @param options two to four, as the candidates stood
 */
public record Clarification(String question, List<Option> options) {
    /** Share of common pairs of characters from which nobody could tell two questions apart. */
    private static final double INDISTINGUISHABLE = 0.9;

    /**
     * What may be picked.
     *
     * @param question the entry's standard question
     * @param label a few words by which it differs from the other options
     */
    public record Option(String entryId, String question, String label) {}

    public Clarification {
        options = List.copyOf(options);
    }

    /**
     * Asks which of them is meant.
     *
     * @param said what was not clear, without fillers
     * @param candidates likeliest first; who says the same as an earlier one is left out
     * @return empty when fewer than two are left that a person could tell apart
     */
    public static Optional<Clarification> between(String said, List<Entry> candidates) {
        var apart = tellable(candidates);
        return apart.size() < 2 ? Optional.empty() : Optional.of(asking(said, apart));
    }

    /** The ids of what may be picked. */
    public Set<String> entries() {
        return Set.copyOf(options.stream().map(Option::entryId).toList());
    }

    private static Clarification asking(String said, List<Entry> candidates) {
        for (var distinction : Distinction.values()) {
            var labels = distinction.labels(candidates);
            if (labels.isPresent()) {
                return new Clarification(
                        distinction.question(said, candidates, labels.get()), options(candidates, labels.get()));
            }
        }
        return new Clarification(
                Wording.subject(said, candidates)
                        .map(subject -> Messages.of("clarify.which-of", subject))
                        .orElseGet(() -> Messages.of("clarify.which")),
                options(candidates, Wording.shortened(candidates)));
    }

    private static List<Option> options(List<Entry> candidates, List<String> labels) {
        var options = new ArrayList<Option>();
        for (var i = 0; i < candidates.size(); i++) {
            var entry = candidates.get(i);
            options.add(new Option(entry.id().value(), entry.question(), labels.get(i)));
        }
        return options;
    }

    private static List<Entry> tellable(List<Entry> candidates) {
        var apart = new ArrayList<Entry>();
        for (var entry : candidates) {
            if (apart.stream().noneMatch(other -> isSame(entry, other))) {
                apart.add(entry);
            }
        }
        return apart;
    }

    private static boolean isSame(Entry one, Entry other) {
        return !Collections.disjoint(one.basis(), other.basis())
                || Wording.likeness(one.question(), other.question()) >= INDISTINGUISHABLE
                        && one.place().equals(other.place())
                        && Distinction.YEAR.labels(List.of(one, other)).isEmpty()
                        && Distinction.PARTY.labels(List.of(one, other)).isEmpty();
    }
}
