package cn.yiqilai.calendar;

import java.time.Duration;
import java.time.LocalTime;

/** How long something may take, in the units in which the cities count. */
public sealed interface TimeLimit {
    /**
     * 工作小时: time in which the offices are open, from the start or, when they are closed, from the next opening.
     *
     * @param count 1..1000
     */
    record WorkingHours(int count) implements TimeLimit {
        public WorkingHours {
            requireCount(count);
        }
    }

    /**
     * 工作日: the day of the start is not counted; ends at close of business of the last one (reading A1).
     *
     * @param count 1..1000
     */
    record WorkingDays(int count) implements TimeLimit {
        public WorkingDays {
            requireCount(count);
        }
    }

    /**
     * 小时、分钟: plain time, holidays and nights included (reading A8).
     *
     * @param length more than nothing, at most 1000 days
     */
    record Elapsed(Duration length) implements TimeLimit {
        public Elapsed {
            if (!length.isPositive() || length.compareTo(Duration.ofDays(1000)) > 0) {
                throw new IllegalArgumentException("a limit takes time, at most 1000 days, not " + length);
            }
        }
    }

    /**
     * 工作日几时前: that time of the first working day on which it lies strictly after the start (reading A9).
     *
     * @param time in Shanghai
     */
    record WorkingDayTime(LocalTime time) implements TimeLimit {}

    private static void requireCount(int count) {
        if (count < 1 || count > 1000) {
            throw new IllegalArgumentException("a limit counts 1 to 1000, not " + count);
        }
    }
}
