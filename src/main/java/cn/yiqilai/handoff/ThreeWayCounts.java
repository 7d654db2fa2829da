package cn.yiqilai.handoff;

import java.time.Instant;

/** Counts what began in {@code [from, until)}. */
public interface ThreeWayCounts {
    record Count(long numerator, long denominator, long leftOut) {}

    Count count(ThreeWayGauge.Id id, Instant from, Instant until);
}
