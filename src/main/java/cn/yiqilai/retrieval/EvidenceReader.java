package cn.yiqilai.retrieval;

import cn.yiqilai.city.Place;
import cn.yiqilai.retrieval.Catalog.Described;
import cn.yiqilai.retrieval.Catalog.Question;
import cn.yiqilai.understanding.Query;
import cn.yiqilai.understanding.Thing;
import java.util.Set;

/** Computes all signals between one query and a target. Made for one query, used for all its candidates. */
final class EvidenceReader {
    /** A weight that no word reaches. */
    private static final double HEAVIEST = 10;

    private final Query query;
    private final TermWeights grams;
    private final TermWeights plainGrams;
    private final TermWeights words;
    private final TermWeights sounds;
    private final String content;
    private final boolean elsewhere;

    EvidenceReader(Catalog catalog, Query query) {
        this.query = query;
        this.grams = catalog.gramWeights(query.form().grams());
        this.plainGrams = catalog.gramWeights(query.form().plainGrams());
        this.words = catalog.wordWeights(query.form().words());
        this.sounds = catalog.soundWeights(query.form().sounds());
        this.content = query.form().content();
        this.elsewhere = query.namesElsewhere();
    }

    /** @param cosines to each document of the target, by position */
    Evidence read(Target target, Described described, float[] cosines) {
        var values = new double[Signal.values().length];
        var nearest = meaning(values, described, cosines);
        var asked = target.isEntry() ? grams : plainGrams;
        terms(values, described, asked);
        entities(values, described, nearest);
        set(values, Signal.EXACT, isKnown(described) ? 1 : 0);
        set(values, Signal.PRIOR, 1);
        set(values, Signal.UNCOVERED, described.details().uncovered() ? 1 : 0);
        set(values, Signal.PHRASE, hasPhrase(described) ? 1 : 0);
        return new Evidence(values, nearest.text());
    }

    private Question meaning(double[] values, Described described, float[] cosines) {
        var roles = described.roles();
        var highest = new Highest();
        var negative = 0.0;
        var nearest = 0;
        var best = -1.0;
        for (var i = 0; i < Math.min(cosines.length, roles.length); i++) {
            var cosine = Float.isNaN(cosines[i]) ? 0 : cosines[i];
            switch (roles[i]) {
                case STANDARD, SIMILAR -> {
                    highest.see(cosine);
                    if (cosine > best) {
                        best = cosine;
                        nearest = i;
                    }
                }
                case NEGATIVE -> negative = Math.max(negative, cosine);
                case ANSWER -> set(values, Signal.COSINE_ANSWER, cosine);
            }
        }
        set(values, Signal.COSINE, Math.max(0, best));
        set(values, Signal.COSINE_MEAN, highest.mean());
        set(values, Signal.NEGATIVE_COSINE, negative);
        set(values, Signal.NEGATIVE_NEARER, Math.max(0, negative - Math.max(0, best)));
        return described.questions().get(nearest);
    }

    /** The three highest of the cosines that are not negative. */
    private static final class Highest {
        private double first = -1;
        private double second = -1;
        private double third = -1;

        void see(double cosine) {
            if (cosine > first) {
                third = second;
                second = first;
                first = cosine;
            } else if (cosine > second) {
                third = second;
                second = cosine;
            } else if (cosine > third) {
                third = cosine;
            }
        }

        double mean() {
            if (first < 0) {
                return 0;
            }
            if (second < 0) {
                return first;
            }
            return third < 0 ? (first + second) / 2 : (first + second + third) / 3;
        }
    }

    private void terms(double[] values, Described described, TermWeights asked) {
        var sharedGrams = described.grams().with(asked);
        var sharedWords = described.words().with(words);
        var sharedSounds = described.sounds().with(sounds);
        set(values, Signal.GRAMS, sharedGrams.dice());
        set(values, Signal.GRAMS_COVERED, sharedGrams.covered());
        set(values, Signal.WORDS_COVERED, sharedWords.covered());
        set(values, Signal.WORD_MISSING, sharedWords.missing() / HEAVIEST);
        set(values, Signal.SOUND, sharedSounds.dice());
        set(values, Signal.SOUND_COVERED, sharedSounds.covered());
    }

    private void entities(double[] values, Described described, Question nearest) {
        var asked = query.form().entities();
        set(values, Signal.ASPECT, share(asked.aspects(), described.aspects()));
        set(values, Signal.AMOUNT, share(asked.amounts(), described.amounts()));
        var knowsYear = asked.years().stream().anyMatch(described.years()::contains);
        set(values, Signal.YEAR_NAMED, knowsYear ? 1 : 0);
        set(values, Signal.YEAR_UNKNOWN, query.namesAnotherYear() && !knowsYear ? 1 : 0);
        var madeForAnother =
                !described.questionYears().isEmpty() && !asked.years().isEmpty() && !knowsYear;
        set(values, Signal.YEAR_DIFFERS, madeForAnother ? 1 : 0);
        set(values, Signal.THING_OWN, share(asked.things(), described.questionThings()));
        set(values, Signal.THING_OTHER, others(asked.things(), described));
        var region = described.details().region();
        if (region != null && !asked.places().isEmpty()) {
            var own = asked.places().stream().map(Place::name).anyMatch(region::equals);
            set(values, Signal.PLACE_OWN, own ? 1 : 0);
            set(values, Signal.PLACE_GENERAL, elsewhere && !own ? 1 : 0);
        }
        set(values, Signal.NEGATION_DIFFERS, asked.negated() != nearest.negated() ? 1 : 0);
    }

    /** A thing that the target mentions at all counts half: its questions are about the other one. */
    private static double others(Set<Thing> asked, Described described) {
        var others = 0.0;
        for (var thing : asked) {
            var another = described.questionThings().stream().anyMatch(one -> one.group() == thing.group());
            if (another && !described.questionThings().contains(thing)) {
                others += described.things().contains(thing) ? 0.5 : 1;
            }
        }
        return asked.isEmpty() ? 0 : others / asked.size();
    }

    private boolean isKnown(Described described) {
        for (var i = 0; i < described.contents().length; i++) {
            if (described.contents()[i] == content.hashCode()
                    && described.roles()[i].isQuestion()
                    && described.questions().get(i).content().equals(content)) {
                return true;
            }
        }
        return false;
    }

    private boolean hasPhrase(Described described) {
        return described.details().phrases().stream().anyMatch(query.form().normal()::contains);
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
