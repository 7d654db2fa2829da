package cn.yiqilai.retrieval;

import cn.yiqilai.city.Place;
import cn.yiqilai.retrieval.Catalog.Described;
import cn.yiqilai.retrieval.Catalog.Question;
import cn.yiqilai.retrieval.Catalog.Weights;
import cn.yiqilai.understanding.Query;
import java.util.Arrays;
import java.util.Set;

/** Computes all signals between one query and a target. Made for one query, used for all its candidates. */
final class EvidenceReader {
    private static final int NEAREST = 3;

    private final Query query;
    private final Weights grams;
    private final Weights plainGrams;
    private final Weights words;
    private final Weights sounds;
    private final boolean elsewhere;

    EvidenceReader(Catalog catalog, Query query) {
        this.query = query;
        this.grams = catalog.gramWeights(query.form().grams());
        this.plainGrams = catalog.gramWeights(query.form().plainGrams());
        this.words = catalog.wordWeights(query.form().words());
        this.sounds = catalog.soundWeights(query.form().sounds());
        this.elsewhere = query.namesElsewhere();
    }

    /** @param cosines to each document of the target, by position */
    Evidence read(Target target, Described described, float[] cosines) {
        var values = new double[Signal.values().length];
        var nearest = meaning(values, described, cosines);
        var asked = target.isEntry() ? grams : plainGrams;
        lexical(values, described, asked);
        covered(values, described, asked);
        entities(values, described, nearest);
        set(values, Signal.EXACT, isKnown(described) ? 1 : 0);
        set(values, Signal.PRIOR, 1);
        set(values, Signal.UNCOVERED, described.details().uncovered() ? 1 : 0);
        set(values, Signal.PHRASE, hasPhrase(described) ? 1 : 0);
        return new Evidence(values, nearest.text());
    }

    private Question meaning(double[] values, Described described, float[] cosines) {
        var own = new double[described.questions().size()];
        Arrays.fill(own, -1);
        var negative = 0.0;
        Question nearest = described.questions().getFirst();
        var best = -1.0;
        for (var i = 0; i < Math.min(cosines.length, own.length); i++) {
            var question = described.questions().get(i);
            var cosine = Float.isNaN(cosines[i]) ? 0 : cosines[i];
            switch (question.role()) {
                case STANDARD, SIMILAR -> own[i] = cosine;
                case NEGATIVE -> negative = Math.max(negative, cosine);
                case ANSWER -> set(values, Signal.COSINE_ANSWER, cosine);
            }
            if (own[i] > best) {
                best = own[i];
                nearest = question;
            }
        }
        Arrays.sort(own);
        set(values, Signal.COSINE, Math.max(0, best));
        set(values, Signal.COSINE_MEAN, meanOfLast(own));
        set(values, Signal.NEGATIVE_COSINE, negative);
        set(values, Signal.NEGATIVE_NEARER, Math.max(0, negative - Math.max(0, best)));
        return nearest;
    }

    private static double meanOfLast(double[] sorted) {
        var sum = 0.0;
        var count = 0;
        for (var i = sorted.length - 1; i >= 0 && count < NEAREST && sorted[i] >= 0; i--) {
            sum += sorted[i];
            count++;
        }
        return count == 0 ? 0 : sum / count;
    }

    private void lexical(double[] values, Described described, Weights asked) {
        var bestGrams = 0.0;
        var bestSounds = 0.0;
        for (var i = 0; i < described.questions().size(); i++) {
            var question = described.questions().get(i);
            if (question.isQuestion()) {
                bestGrams = Math.max(
                        bestGrams, dice(asked, question.grams(), described.gramTotals()[i]));
                bestSounds = Math.max(
                        bestSounds, dice(sounds, question.sounds(), described.soundTotals()[i]));
            }
        }
        set(values, Signal.GRAMS, bestGrams);
        set(values, Signal.SOUND, bestSounds);
    }

    private void covered(double[] values, Described described, Weights asked) {
        set(values, Signal.GRAMS_COVERED, share(asked, described.grams()));
        set(values, Signal.WORDS_COVERED, share(words, described.words()));
        set(values, Signal.SOUND_COVERED, share(sounds, described.sounds()));
        set(values, Signal.WORD_MISSING, missing(words, described.words()));
    }

    private void entities(double[] values, Described described, Question nearest) {
        var asked = query.form().entities();
        set(values, Signal.ASPECT, share(asked.aspects(), described.aspects()));
        set(values, Signal.AMOUNT, share(asked.amounts(), described.amounts()));
        var knowsYear = asked.years().stream().anyMatch(described.years()::contains);
        set(values, Signal.YEAR_NAMED, knowsYear ? 1 : 0);
        set(values, Signal.YEAR_UNKNOWN, query.namesAnotherYear() && !knowsYear ? 1 : 0);
        var region = described.details().region();
        if (region != null && !asked.places().isEmpty()) {
            var own = asked.places().stream().map(Place::name).anyMatch(region::equals);
            set(values, Signal.PLACE_OWN, own ? 1 : 0);
            set(values, Signal.PLACE_GENERAL, elsewhere && !own ? 1 : 0);
        }
        set(values, Signal.NEGATION_DIFFERS, asked.negated() != nearest.negated() ? 1 : 0);
    }

    private boolean isKnown(Described described) {
        return described.questions().stream()
                .anyMatch(question -> question.isQuestion()
                        && question.content().equals(query.form().content()));
    }

    private boolean hasPhrase(Described described) {
        return described.details().phrases().stream().anyMatch(query.form().normal()::contains);
    }

    /** Shared weight, twice, over the weight of both sides. */
    private static double dice(Weights asked, int[] terms, double total) {
        var shared = 0.0;
        var i = 0;
        for (var term : terms) {
            while (i < asked.terms().length && asked.terms()[i] < term) {
                i++;
            }
            if (i < asked.terms().length && asked.terms()[i] == term) {
                shared += asked.weights()[i];
            }
        }
        return asked.total() + total == 0 ? 0 : 2 * shared / (asked.total() + total);
    }

    private static double share(Weights asked, int[] terms) {
        var shared = 0.0;
        for (var i = 0; i < asked.terms().length; i++) {
            if (Catalog.contains(terms, asked.terms()[i])) {
                shared += asked.weights()[i];
            }
        }
        return asked.total() == 0 ? 0 : shared / asked.total();
    }

    /** The weight of the most telling word that is missing, over a weight that no word reaches. */
    private static double missing(Weights asked, int[] terms) {
        var most = 0.0;
        for (var i = 0; i < asked.terms().length; i++) {
            if (!Catalog.contains(terms, asked.terms()[i])) {
                most = Math.max(most, asked.weights()[i]);
            }
        }
        return most / 10;
    }

    private static <T> double share(Set<T> asked, Set<T> known) {
        return asked.isEmpty()
                ? 0
                : (double) asked.stream().filter(known::contains).count() / asked.size();
    }

    private static void set(double[] values, Signal signal, double value) {
        values[signal.ordinal()] = value;
    }
}
