package cn.yiqilai.handoff;

import cn.yiqilai.platform.Page;
import java.time.Instant;

/** Counts what began in {@code [from, until)}. */
public interface ThreeWayCounts {
    record Count(long numerator, long denominator, long leftOut) {}

    Count count(ThreeWayGauge.Id id, Instant from, Instant until);

    /** Of those at whom it rang, the most rung first. */
    Page<SpecialistFigures> specialists(Instant from, Instant until, Page.Request page);
}
