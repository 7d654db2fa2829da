package cn.yiqilai.workorder.oversight;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Orders that somebody takes a second look at.
 *
 * @param title 2..120 code points; of a special report its theme (一类事)
 * @param reason why these, 2..4000 code points
 * @param office who takes it on or reads it, at most 120 code points; null = the supervisor's own
 * @param dueOn the day by which it is to be done
 * @param draw null when the orders were named
 * @param everyMonths after how many months the next is drawn, 1..12; null for what is done once
 * @param follows the one of the period before; null for the first
 * @param by who made it, {@code account:…}
 */
public record Programme(
        UUID id,
        Purpose purpose,
        String title,
        String reason,
        @Nullable String office,
        LocalDate dueOn,
        @Nullable Draw draw,
        @Nullable Integer everyMonths,
        @Nullable UUID follows,
        String by,
        Instant at) {
    /** From when on the next can be drawn: its period must be over. Null for what is done once. */
    public @Nullable LocalDate nextFrom() {
        return draw == null || everyMonths == null
                ? null
                : draw.later(everyMonths, draw.seed()).to().plusDays(1);
    }
}
