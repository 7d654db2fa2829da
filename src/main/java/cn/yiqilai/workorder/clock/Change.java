package cn.yiqilai.workorder.clock;

import cn.yiqilai.city.Step;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A due time that moved while its clock was running: by an approved extension, or because a flag put the order under another
 * rule. Kept for ever; a due time is never overwritten.
 *
 * @param because the event that moved it
 * @param oldDueAt null when the rules were silent before
 * @param newDueAt null when they are silent now, or the clock is gone
 */
public record Change(
        Step step,
        ClockEvent because,
        @Nullable Instant oldDueAt,
        @Nullable Instant newDueAt,
        String oldRule,
        String newRule) {}
