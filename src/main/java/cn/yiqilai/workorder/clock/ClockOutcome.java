package cn.yiqilai.workorder.clock;

/** What comes of an event. */
public sealed interface ClockOutcome {
    record Accepted(Clocks clocks) implements ClockOutcome {}

    /** It happened too late or asks too much; the clocks stay as they were. */
    record Refused(Reason reason) implements ClockOutcome {}

    /** The first three as named in the contract, with {@code REFUSED_} before them. */
    enum Reason {
        /** The time that it was to move is over. */
        DEADLINE_PASSED,
        /** More than the rules allow. */
        OVER_CAP,
        /** The time in which it could be asked for is over or has not begun, or nobody asked. */
        WINDOW_CLOSED,
        /** An extension until a day on which it was due anyway: a slip of whoever wrote the date. */
        NOT_LATER
    }
}
