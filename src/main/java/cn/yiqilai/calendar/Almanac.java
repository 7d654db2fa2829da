package cn.yiqilai.calendar;

import java.time.LocalDate;

/** The days of the sky by which some holidays are fixed. A port: {@code calendar.tyme} computes them. */
public interface Almanac {
    /**
     * The day of the Gregorian calendar on which that day of the traditional calendar falls.
     *
     * @param month 1..12, never a leap month
     * @param day 1..29
     */
    LocalDate lunarDay(int lunarYear, int month, int day);

    /** 清明: the day in Beijing on which the sun reaches 15° of ecliptic longitude. */
    LocalDate clearAndBright(int year);
}
