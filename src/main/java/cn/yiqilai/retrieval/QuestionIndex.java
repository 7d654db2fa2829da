package cn.yiqilai.retrieval;

import cn.yiqilai.understanding.Query;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where candidates come from. Implemented on Lucene. */
public interface QuestionIndex {
    /** How many targets each way brings forward. */
    int CANDIDATES = 40;

    /**
     * What a search brought forward.
     *
     * @param cosines by target key, the cosine to each of its documents by position (NaN: none); candidates only. Exact for the
     *     answer, the four nearest questions and the nearest negative one; the others may be off by some thousandths
     * @param withheld targets near in meaning that are not in force, nearest first
     */
    record Found(Map<String, float[]> cosines, List<String> withheld) {}

    Found search(Query query, float[] vector);

    /** The targets that {@link #search} takes for the nearest in meaning, nearest first. */
    List<String> nearest(Query query, float[] vector);

    /** BM25 of the best question of each target by one kind of terms alone, best first; for comparison. */
    Map<String, Float> byTermsAlone(Query query, Terms terms);

    /** Cosine of the best document that speaks for each target, nearest first; for comparison. */
    Map<String, Float> byVectorAlone(Query query, float[] vector);

    enum Terms {
        WORDS,
        CHARACTERS,
        SOUNDS
    }

    /** Replaces all documents of a target; an empty list removes it. Visible after {@link #publish}. */
    void replace(Target target, List<QuestionDocument> documents);

    /** Forgets everything. Visible after {@link #publish}. */
    void clear();

    /**
     * Up to which change the index has come.
     *
     * @param moment of that change, which tells databases apart; null when there was none
     */
    record State(long change, @Nullable Instant moment) {}

    /** Makes what was replaced visible to searches and remembers how far that is. */
    void publish(State state);

    /** How far a stored index had come; null when it was built anew and is empty. */
    @Nullable
    State stored();

    int documents();
}
