package cn.yiqilai.workorder;

import cn.yiqilai.city.Step;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a deed did to one clock of an order.
 *
 * @param run counts the clocks of that step from 1: after an approved return the next unit has its own
 * @param oldDueAt null when it began now, or when the rules are silent
 * @param newDueAt null when the rules are silent
 * @param metAt, stoppedAt set when it ended by this deed
 */
public record ClockChange(
        Step step,
        int run,
        @Nullable Instant oldDueAt,
        @Nullable Instant newDueAt,
        boolean provisional,
        @Nullable Instant metAt,
        @Nullable Instant stoppedAt) {}
