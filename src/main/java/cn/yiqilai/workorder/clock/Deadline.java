package cn.yiqilai.workorder.clock;

import cn.yiqilai.city.Step;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One clock of an order as it stands.
 *
 * @param startedAt when it began to run
 * @param dueAt null when the rules are silent: it is never overdue then
 * @param provisional a day was counted of which no notice has told yet
 * @param metAt when what it is for was done; null while it is not
 * @param stoppedAt when it ended without being met, as after an approved return; null while it runs or when it was met
 * @param rule what the rules say, in Chinese: {@code 1 工作小时}, {@code 本地未规定}
 * @param source document and article; null when the rules are silent
 * @param days how it was counted, one Chinese line a day
 */
public record Deadline(
        Step step,
        Instant startedAt,
        @Nullable Instant dueAt,
        boolean provisional,
        @Nullable Instant metAt,
        @Nullable Instant stoppedAt,
        String rule,
        @Nullable String source,
        List<String> days) {
    public Deadline {
        days = List.copyOf(days);
    }

    public boolean isRunning() {
        return metAt == null && stoppedAt == null;
    }

    /** True when it was not met in time; at or before the due time is in time (reading A2). */
    public boolean isOverdue(Instant now) {
        var end = metAt != null ? metAt : stoppedAt != null ? stoppedAt : now;
        return dueAt != null && end.isAfter(dueAt);
    }
}
