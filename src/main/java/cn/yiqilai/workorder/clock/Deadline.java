package cn.yiqilai.workorder.clock;

import cn.yiqilai.city.Step;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One clock of an order as it stands.
 *
 * @param startedAt when it began to run; null when the rules are silent and what starts it has not happened
 * @param dueAt null when the rules are silent: it is never overdue then
 * @param dueIncluded whether what is done at that very instant is in time (reading A2)
 * @param provisional a day was counted of which no notice has told yet
 * @param metAt when what it is for was done; null while it is not
 * @param stoppedAt when it ended without being met, as after an approved return; null while it runs or when it was met
 * @param profile whose rule it is: the city's own, or the fallback's that fills its silence
 * @param rule what the rules say, in Chinese: {@code 1 工作小时}, {@code 本地未规定}
 * @param source document and article; null where the rules say nothing at all
 * @param owner whose duty it is, where the document names somebody
 * @param days how it was counted, one Chinese line a day
 */
public record Deadline(
        Step step,
        @Nullable Instant startedAt,
        @Nullable Instant dueAt,
        boolean dueIncluded,
        boolean provisional,
        @Nullable Instant metAt,
        @Nullable Instant stoppedAt,
        String profile,
        String rule,
        @Nullable String source,
        @Nullable String owner,
        List<String> days) {
    public Deadline {
        days = List.copyOf(days);
    }

    /** Whether something is still to be done about it; a step on which the rules are silent runs, too, but is never late. */
    public boolean isRunning() {
        return startedAt != null && metAt == null && stoppedAt == null;
    }

    /**
     * True when it was not met in time, or would not be if it were met at {@code now}. A return need not be asked for, so
     * that window only closes.
     */
    public boolean isOverdue(Instant now) {
        return dueAt != null
                && step != Step.RETURN_REQUEST
                && isLate(metAt != null ? metAt : stoppedAt != null ? stoppedAt : now);
    }

    private boolean isLate(Instant at) {
        return dueAt != null && (dueIncluded ? at.isAfter(dueAt) : !at.isBefore(dueAt));
    }
}
