package cn.yiqilai.calendar;

import java.time.LocalDate;

/**
 * Fired within the transaction that changes the calendar, before it commits: whoever keeps due times computes them anew in
 * that very transaction, so that both hold or neither. {@link Calendars} gives the new ones already.
 */
public sealed interface CalendarChanged {
    /**
     * A notice was loaded.
     *
     * @param version of that year's notice, from 1
     * @param from the first day that is another one than before, or certain now
     * @param until the last one
     */
    record NoticeLoaded(int year, long version, LocalDate from, LocalDate until) implements CalendarChanged {}

    /** Hours were changed, those of the office and of all that have none of their own. */
    record OfficeHoursChanged(Office office, long version) implements CalendarChanged {}
}
