package cn.yiqilai.calendar;

/**
 * The calendars in force. Within a transaction they are those that were committed last, and what this transaction itself has
 * changed; the same on every replica.
 */
public interface Calendars {
    /** All of them as they are now. Whoever computes many due times takes this once. */
    CalendarEdition inForce();

    /** The working time of one office as it is now. */
    default WorkCalendar of(Office office) {
        return inForce().of(office);
    }
}
