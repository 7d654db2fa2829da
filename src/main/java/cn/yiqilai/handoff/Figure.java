package cn.yiqilai.handoff;

import java.time.Duration;

/** Something to be counted for those who watch the desks, once it is committed. */
sealed interface Figure {
    /** A person was wanted. */
    record Called(String desk, Cause cause) implements Figure {}

    /** Nobody served it. */
    record Unserved(String desk, Why why) implements Figure {}

    /** A person took it for the first time. */
    record Taken(String desk, Duration sinceCalled) implements Figure {}

    /** A person said the first word. */
    record FirstWord(String desk, Duration sinceCalled) implements Figure {}

    /** It was ended or handed back. */
    record Served(String desk, Duration sinceTaken) implements Figure {}

    /** An agent was offered something to say. */
    record Suggested(int rank, double confidence) implements Figure {}

    /** He made something of it. */
    record Chosen(Choice choice, int rank, double confidence) implements Figure {}

    /** What came of a specialist's turn in an invitation. */
    record Rang(RingOutcome outcome) implements Figure {}

    enum Why {
        /** The enterprise left. */
        ABANDONED,
        /** Nobody was there, or came. */
        MISSED,
        /** No desk was open. */
        OFF_HOURS
    }
}
