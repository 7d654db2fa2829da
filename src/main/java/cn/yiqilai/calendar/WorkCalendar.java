package cn.yiqilai.calendar;

import java.time.Instant;
import java.time.LocalDate;

/** The working time of one office. Immutable; the same version gives the same answers for ever. */
public interface WorkCalendar {
    /** What it was built from, notices and office hours: kept with everything computed by it. */
    String version();

    boolean isWorkingDay(LocalDate day);

    /** True when no notice has told of that day yet, so that a notice may change it. */
    boolean isProvisional(LocalDate day);

    /** True within an interval {@code [start, end)} of a working day. */
    boolean isOpen(Instant at);

    /** True from the first opening to the last closing of a working day, lunch included (reading A9). */
    boolean isWithinBusinessSpan(Instant at);

    /** The end of the last interval of that day as it would be if it were worked. */
    Instant closeOfBusiness(LocalDate day);

    /** The first instant at or after {@code at} at which the offices are open. */
    Instant nextOpening(Instant at);

    DueTime due(Instant start, TimeLimit limit);

    /**
     * The close of business of the {@code count}-th working day after {@code day}, counted from the old due day (reading A6).
     *
     * @param count 1..1000
     */
    DueTime extended(LocalDate day, int count);

    /** Whole minutes in which the offices were open between the two; 0 when {@code until} is not after {@code from}. */
    long workingMinutes(Instant from, Instant until);
}
