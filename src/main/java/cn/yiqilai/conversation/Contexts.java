package cn.yiqilai.conversation;

/**
 * What is remembered of a conversation to understand its next utterance: the last entry, the options that were offered, the
 * one that was picked. Small, and only the latest state.
 */
public interface Contexts {
    /** At most so many characters of JSON. */
    int LONGEST = 16_384;

    /**
     * @param content a JSON object
     * @param version 0 while nothing was kept, then 1, 2 …
     */
    record Remembered(String content, long version) {
        static final Remembered NOTHING = new Remembered("{}", 0);

        public static Remembered nothing() {
            return NOTHING;
        }
    }

    Remembered of(ConversationId conversation);

    /**
     * Keeps it instead of what was read with that version. Inside an exchange it always succeeds, because the conversation
     * is held.
     *
     * @return false when somebody else kept something since; nothing was written
     */
    boolean keep(ConversationId conversation, String content, long version);
}
