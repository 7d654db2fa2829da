/**
 * Working days, office hours, holidays, make-up days, and how a time limit becomes a due time.
 *
 * <p>The cities' rules count in four units ({@link cn.yiqilai.calendar.TimeLimit}): working hours, working days, plain time, and
 * "nine o'clock of the next working day". Which days are worked is said by the State Council's yearly notice, and where that
 * is not out yet by the weekdays and the statutory holidays, provisionally ({@link cn.yiqilai.calendar.Days}); when the
 * offices are open is said by whoever runs the service, because no city's document does ({@link
 * cn.yiqilai.calendar.OfficeHours}).
 *
 * <p>Example: two working days from Friday 2025-09-26 17:59 end on Monday 09-29 at 18:00, because Sunday the 28th is a make-up
 * day before the National Day; one working hour from the same instant ends on that Sunday at 09:59.
 *
 * <p>{@link cn.yiqilai.calendar.WorkCalendar} is a value: the days known and the hours of one office, with the version it
 * was built from. Whatever was computed keeps that version, and is computed anew when a notice is loaded; see {@link
 * cn.yiqilai.calendar.DueTime}, which tells day by day how it was counted. Tests build one without a database: {@code
 * WorkCalendars.h0()}.
 */
@NullMarked
package cn.yiqilai.calendar;

import org.jspecify.annotations.NullMarked;
