package cn.yiqilai.insight;

/**
 * What was said to the service in a period, counted.
 *
 * @param conversations opened in it
 * @param silent of these in which the enterprise said nothing
 * @param connected of these in which what it said first was replied to
 * @param answered questions of the period to which the service itself gave an answer
 * @param handedOff questions that went to people; what came of them is told by their orders
 * @param askedBack questions to which it asked back
 * @param others small talk, and what is none of the hotline's business
 */
public record TalkFacts(
        long conversations, long silent, long connected, long answered, long handedOff, long askedBack, long others) {
    public static final TalkFacts NONE = new TalkFacts(0, 0, 0, 0, 0, 0, 0);
}
