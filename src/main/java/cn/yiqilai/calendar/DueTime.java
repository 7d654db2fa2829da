package cn.yiqilai.calendar;

import cn.yiqilai.platform.Shanghai;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * Until when something is on time, and how that was counted.
 *
 * @param at done at or before it is on time (reading A2)
 * @param provisional a day was counted of which no notice has told yet; it will be computed anew when the notice is loaded
 * @param days one Chinese line a day, in order: {@code 2026-02-16 周一 春节放假，不计}
 */
public record DueTime(Instant at, boolean provisional, List<String> days) {
    public DueTime {
        days = List.copyOf(days);
    }

    /** The day in Shanghai that it belongs to: midnight is the end of the day before, as of an office that never closes. */
    public LocalDate day() {
        return LocalDate.ofInstant(at.minusNanos(1), Shanghai.ZONE);
    }
}
