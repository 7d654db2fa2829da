package cn.yiqilai.retrieval;

import cn.yiqilai.understanding.Aspect;
import cn.yiqilai.understanding.Entities;
import cn.yiqilai.understanding.Form;
import cn.yiqilai.understanding.Thing;
import java.io.IOException;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.IntToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * The forms of all targets, small enough to be held in memory, and how common each character, word and sound is among them.
 * Evidence is computed from here; the index brings candidates forward.
 */
final class Catalog {
    /** What {@link Details} keep of further text once its terms are known. */
    static final Form NOTHING_FURTHER = new Form(
            "",
            "",
            "",
            List.of(),
            Set.of(),
            Set.of(),
            Set.of(),
            new Entities(Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), false));

    /** A question of a target, or what else stands among its documents. */
    record Question(QuestionDocument.Role role, String text, String content, Set<Aspect> aspects, boolean negated) {

        static Question of(QuestionDocument document) {
            var form = document.form();
            return new Question(
                    document.role(),
                    form.original(),
                    form.content(),
                    form.entities().aspects(),
                    form.entities().negated());
        }

        boolean isQuestion() {
            return role == QuestionDocument.Role.STANDARD || role == QuestionDocument.Role.SIMILAR;
        }
    }

    /**
     * A target as a whole.
     *
     * @param questions by position
     * @param roles of the same
     * @param contents hash codes of the contents of the same
     * @param years named anywhere in its texts
     * @param questionYears named by its questions
     * @param things named anywhere in its texts
     * @param questionThings named by its questions
     * @param grams of everything that speaks for it, further text (topic, keywords) included
     */
    record Described(
            List<Question> questions,
            QuestionDocument.Role[] roles,
            int[] contents,
            TargetTerms grams,
            TargetTerms words,
            TargetTerms sounds,
            Set<Aspect> aspects,
            Set<String> amounts,
            Set<Integer> years,
            Set<Integer> questionYears,
            Set<Thing> things,
            Set<Thing> questionThings,
            Details details) {

        private Described weighed(IntToDoubleFunction gramWeight, IntToDoubleFunction soundWeight) {
            return new Described(
                    questions,
                    roles,
                    contents,
                    grams.weighed(gramWeight),
                    words,
                    sounds.weighed(soundWeight),
                    aspects,
                    amounts,
                    years,
                    questionYears,
                    things,
                    questionThings,
                    details);
        }
    }

    /**
     * What is known of a target beside its questions.
     *
     * @param further text that counts as its own: topic, keywords, titles; nothing once the target is described
     * @param region null for intents
     * @param phrases that show an intent by themselves
     * @param uncovered true for the questions known to have no answer
     * @param validUntil epoch day, null = no end
     * @param basis facts of an entry
     * @param reason of an intent
     */
    record Details(
            Form further,
            @Nullable String region,
            List<String> phrases,
            boolean uncovered,
            @Nullable Long validFrom,
            @Nullable Long validUntil,
            Set<String> basis,
            @Nullable String reason) {
        private Details withoutFurther() {
            return new Details(NOTHING_FURTHER, region, phrases, uncovered, validFrom, validUntil, basis, reason);
        }
    }

    private static final int TELLING = 100;

    private final Map<String, Described> targets = new ConcurrentHashMap<>();
    private final Map<Integer, Integer> gramCounts = new ConcurrentHashMap<>();
    private final Map<Integer, Integer> wordCounts = new ConcurrentHashMap<>();
    private final Map<Integer, Integer> soundCounts = new ConcurrentHashMap<>();
    private int changed;

    synchronized void put(Target target, List<QuestionDocument> documents, Details details) {
        remove(target);
        var described = describe(documents, details);
        count(described, 1);
        changed++;
        targets.put(target.key(), weighed(described));
    }

    synchronized void remove(Target target) {
        var before = targets.remove(target.key());
        if (before != null) {
            changed++;
            count(before, -1);
        }
    }

    /** By their keys. */
    Set<String> targets() {
        return Set.copyOf(targets.keySet());
    }

    synchronized void clear() {
        targets.clear();
        gramCounts.clear();
        wordCounts.clear();
        soundCounts.clear();
        changed = 0;
    }

    synchronized void write(FormsOutput out) throws IOException {
        write(gramCounts, out);
        write(wordCounts, out);
        write(soundCounts, out);
        out.number(changed);
        out.number(targets.size());
        for (var target : targets.entrySet()) {
            out.text(target.getKey());
            StoredDescription.write(target.getValue(), out);
        }
    }

    /** In place of everything that was here. What the questions tell is as it was weighed when it was written. */
    synchronized void read(FormsInput in) {
        clear();
        read(gramCounts, in);
        read(wordCounts, in);
        read(soundCounts, in);
        changed = in.number();
        var count = in.number();
        for (var i = 0; i < count; i++) {
            targets.put(in.text(), StoredDescription.read(in));
        }
    }

    private static void write(Map<Integer, Integer> counts, FormsOutput out) throws IOException {
        out.number(counts.size());
        for (var one : counts.entrySet()) {
            out.number(one.getKey());
            out.number(one.getValue());
        }
    }

    private static void read(Map<Integer, Integer> counts, FormsInput in) {
        var size = in.number();
        for (var i = 0; i < size; i++) {
            counts.put(in.number(), in.number());
        }
    }

    @Nullable
    Described find(String key) {
        return targets.get(key);
    }

    /** How much a term tells: the rarer among the targets, the more (as in BM25). */
    TermWeights gramWeights(Collection<String> grams) {
        return weights(grams, gramCounts);
    }

    TermWeights wordWeights(Collection<String> words) {
        return weights(words, wordCounts);
    }

    TermWeights soundWeights(Collection<String> sounds) {
        return weights(sounds, soundCounts);
    }

    /**
     * Weighs all questions anew when it is time. How much a term tells depends on all targets, and hardly changes by one of them:
     * so this is done when one in {@value #TELLING} has changed, not for each change and never for a query; until then a question
     * keeps the weight it had when it came.
     */
    synchronized void weigh() {
        if (changed * TELLING >= targets.size()) {
            targets.replaceAll((key, described) -> weighed(described));
            changed = 0;
        }
    }

    /** One target weighed by itself, for a look at it that is not kept. */
    Described weighed(Described described) {
        return described.weighed(gram -> weight(gram, gramCounts), sound -> weight(sound, soundCounts));
    }

    private TermWeights weights(Collection<String> terms, Map<Integer, Integer> counts) {
        var hashes = hashes(terms);
        var weights = new double[hashes.length];
        for (var i = 0; i < hashes.length; i++) {
            weights[i] = weight(hashes[i], counts);
        }
        return TermWeights.of(hashes, weights);
    }

    private double weight(int term, Map<Integer, Integer> counts) {
        var count = counts.getOrDefault(term, 0);
        return Math.log(1 + (targets.size() - count + 0.5) / (count + 0.5));
    }

    static Described describe(List<QuestionDocument> documents, Details details) {
        var grams = new HashSet<>(details.further().grams());
        var words = new HashSet<>(details.further().words());
        var sounds = new HashSet<>(details.further().sounds());
        var aspects = EnumSet.noneOf(Aspect.class);
        var amounts = new HashSet<>(details.further().entities().amounts());
        var years = new HashSet<>(details.further().entities().years());
        var questionYears = new HashSet<Integer>();
        var things = new HashSet<>(details.further().entities().things());
        var questionThings = new HashSet<Thing>();
        for (var document : documents) {
            if (document.role() == QuestionDocument.Role.NEGATIVE) {
                continue;
            }
            var form = document.form();
            grams.addAll(gramsOf(document));
            words.addAll(form.words());
            sounds.addAll(form.sounds());
            amounts.addAll(form.entities().amounts());
            years.addAll(form.entities().years());
            things.addAll(form.entities().things());
            if (document.role() != QuestionDocument.Role.ANSWER) {
                aspects.addAll(form.entities().aspects());
                questionYears.addAll(form.entities().years());
                questionThings.addAll(form.entities().things());
            }
        }
        var inOrder = documents.stream()
                .sorted(Comparator.comparingInt(QuestionDocument::position))
                .toList();
        return new Described(
                inOrder.stream().map(Question::of).toList(),
                inOrder.stream().map(QuestionDocument::role).toArray(QuestionDocument.Role[]::new),
                inOrder.stream()
                        .mapToInt(document -> document.form().content().hashCode())
                        .toArray(),
                TargetTerms.of(hashes(grams), byQuestion(inOrder, Catalog::gramsOf)),
                TargetTerms.of(hashes(words), List.of()),
                TargetTerms.of(hashes(sounds), byQuestion(inOrder, document -> document.form()
                        .sounds())),
                aspects,
                amounts,
                years,
                questionYears,
                things,
                questionThings,
                details.withoutFurther());
    }

    private static List<int[]> byQuestion(
            List<QuestionDocument> documents, Function<QuestionDocument, Set<String>> terms) {
        return documents.stream()
                .map(document -> document.role().isQuestion() ? hashes(terms.apply(document)) : new int[0])
                .toList();
    }

    /** Intents live in the fillers that a policy question is better without. */
    private static Set<String> gramsOf(QuestionDocument document) {
        return document.target().isEntry()
                ? document.form().grams()
                : document.form().plainGrams();
    }

    private void count(Described described, int by) {
        count(described.grams().terms(), gramCounts, by);
        count(described.words().terms(), wordCounts, by);
        count(described.sounds().terms(), soundCounts, by);
    }

    private static void count(int[] terms, Map<Integer, Integer> counts, int by) {
        for (var term : terms) {
            counts.merge(term, by, (before, step) -> before + step == 0 ? null : before + step);
        }
    }

    static int[] hashes(Collection<String> terms) {
        return terms.stream().mapToInt(String::hashCode).sorted().distinct().toArray();
    }
}
