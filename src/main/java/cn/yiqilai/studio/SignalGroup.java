package cn.yiqilai.studio;

import cn.yiqilai.retrieval.Signal;
import java.util.Set;

/** Signals that come from one source and are worth something together; each signal is in exactly one group. */
enum SignalGroup {
    WORDS("words", Signal.WORDS_COVERED, Signal.WORD_MISSING),
    CHARACTERS("characters and pairs", Signal.GRAMS, Signal.GRAMS_COVERED),
    SOUNDS("sounds", Signal.SOUND, Signal.SOUND_COVERED),
    NEAREST_QUESTION("meaning, nearest question", Signal.COSINE),
    NEAREST_THREE("meaning, mean of the nearest", Signal.COSINE_MEAN),
    ANSWER("meaning, against the answer", Signal.COSINE_ANSWER),
    ASPECT("aspect that is asked for", Signal.ASPECT),
    AMOUNTS("amounts", Signal.AMOUNT),
    YEARS_AND_PLACES(
            "years and places",
            Signal.YEAR_NAMED,
            Signal.YEAR_UNKNOWN,
            Signal.YEAR_DIFFERS,
            Signal.PLACE_OWN,
            Signal.PLACE_GENERAL),
    THINGS("things easily taken for others", Signal.THING_OWN, Signal.THING_OTHER),
    NEGATION("negation", Signal.NEGATION_DIFFERS),
    NEGATIVE_QUESTIONS("negative questions", Signal.NEGATIVE_NEARER, Signal.NEGATIVE_COSINE),
    EXACT("exact match", Signal.EXACT),
    PHRASES("phrases of intents", Signal.PHRASE),
    UNCOVERED("mark of uncovered questions", Signal.UNCOVERED),
    PRIOR("prior of entries and intents", Signal.PRIOR);

    private final String title;
    private final Set<Signal> signals;

    SignalGroup(String title, Signal... signals) {
        this.title = title;
        this.signals = Set.of(signals);
    }

    String title() {
        return title;
    }

    Set<Signal> signals() {
        return signals;
    }
}
