package cn.yiqilai.workorder.clock;

import cn.yiqilai.platform.Shanghai;
import java.time.Instant;
import java.time.YearMonth;

/**
 * The end of an order: its reply was accepted (reading A12).
 *
 * @param at that instant
 */
public record Closing(Instant at) {
    /** The month in which it is evaluated, whatever ratings come later. */
    public YearMonth period() {
        return YearMonth.from(at.atZone(Shanghai.ZONE));
    }

    /** The month in which the result is published (第二十一条). */
    public YearMonth publishedIn() {
        return period().plusMonths(1);
    }
}
