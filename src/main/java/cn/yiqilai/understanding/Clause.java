package cn.yiqilai.understanding;

/**
 * A piece of an utterance and what it does there.
 *
 * @param text as it was said, without the words that only lead in
 * @param role what it does
 * @param border what stands before it
 * @param marked whether a question mark or words that lead in (请问) say that it asks
 */
public record Clause(String text, Role role, Border border, boolean marked) {
    public enum Role {
        /** Asks: 试用期最长多久. */
        ASKING,
        /** Asks only in somebody else's mouth, or by not knowing (会计不知道要不要交). A question when nothing else asks. */
        WONDERING,
        /** Asks whether what was said before holds, and means nothing without it: 对吗, 这样可以吗. */
        CHECKING,
        /** Says who asks, what happened, how much. */
        FACT,
        /** A greeting, a feeling, how often one has called, a reproach in the form of a question. */
        NOISE
    }

    /** From the loosest to the firmest. */
    public enum Border {
        /** A comma, a blank, or nothing but a word by which spoken sentences go on. */
        COMMA,
        /** The end of a sentence. */
        SENTENCE,
        /** A word that announces something further: 另外, 还有, 二是. */
        ADDITION
    }

    Clause as(Role other) {
        return new Clause(text, other, border, marked);
    }

    boolean is(Role one) {
        return role == one;
    }
}
