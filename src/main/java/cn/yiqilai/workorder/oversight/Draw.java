package cn.yiqilai.workorder.oversight;

import cn.yiqilai.platform.Shanghai;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Orders drawn by chance from those that were closed between two days, both counted in. The same seed upon the same orders
 * draws the same again.
 *
 * @param unit only what this unit has closed; null = all
 * @param count how many were wanted, 1..200
 * @param seed 0 … {@link #SEEDS} - 1, kept so that the draw can be repeated
 * @param population how many there were to draw from
 */
public record Draw(LocalDate from, LocalDate to, @Nullable String unit, int count, long seed, long population) {
    /** Seeds are smaller than this, so that every program that reads JSON reads them whole. */
    public static final long SEEDS = 1L << 53;

    /** The most that one draw gives. */
    public static final int MOST = 200;

    public Instant begin() {
        return midnight(from);
    }

    /** Not counted in. */
    public Instant end() {
        return midnight(to.plusDays(1));
    }

    /** So many months later; what ends with a month goes on doing so. */
    Draw later(int months, long otherSeed) {
        var next = to.plusMonths(months);
        var endsMonth = to.getDayOfMonth() == to.lengthOfMonth();
        return new Draw(
                from.plusMonths(months),
                endsMonth ? next.withDayOfMonth(next.lengthOfMonth()) : next,
                unit,
                count,
                otherSeed,
                0);
    }

    Draw outOf(long many) {
        return new Draw(from, to, unit, count, seed, many);
    }

    private static Instant midnight(LocalDate day) {
        return day.atStartOfDay(Shanghai.ZONE).toInstant();
    }
}
