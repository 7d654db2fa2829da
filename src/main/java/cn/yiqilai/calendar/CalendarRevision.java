package cn.yiqilai.calendar;

/** The number that every change of notices or office hours makes another one. */
public interface CalendarRevision {
    long current();

    /** From here to the end of the transaction nobody else changes notices or hours, nor seeds them. */
    void lock();
}
