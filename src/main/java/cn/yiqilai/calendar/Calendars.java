package cn.yiqilai.calendar;

/**
 * The calendars in force. Within a transaction they are those that were committed last, and what this transaction itself has
 * changed; the same on every replica.
 */
public interface Calendars {
    /** All of them as they are now. Whoever computes many due times takes this once. */
    CalendarEdition inForce();

    /**
     * As {@link #inForce}, and they stay so until this transaction ends: for whoever writes down a due time. Without it a notice
     * that is loaded between the computation and the commit would miss this due time, which it cannot see yet.
     *
     * <p>To be called in a transaction and before any row is locked that observers of {@link CalendarChanged} lock: loading a
     * notice locks the calendar first, too.
     */
    CalendarEdition inForceUntilCommit();

    /** The working time of one office as it is now. */
    default WorkCalendar of(Office office) {
        return inForce().of(office);
    }
}
