package cn.yiqilai.workorder;

import cn.yiqilai.city.Step;
import cn.yiqilai.workorder.clock.Deadline;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A deadline as it was kept: each change is a further version, nothing is overwritten.
 *
 * @param run counts the clocks of that step from 1
 * @param version of this clock, from 1
 * @param ruleVersion, calendarVersion what it was counted by
 */
public record StoredDeadline(
        Deadline deadline, int run, int version, String ruleVersion, String calendarVersion, Instant recordedAt) {
    public Step step() {
        return deadline.step();
    }

    /** Something somebody owes and has not done; the time in which a return may be asked for is owed by nobody. */
    public boolean isOwed() {
        return deadline.isRunning() && deadline.dueAt() != null && step() != Step.RETURN_REQUEST;
    }

    public boolean isOverdue(Instant now) {
        return deadline.isOverdue(now);
    }

    /** Until when the enterprise shall have its reply: the earlier of 答复 and 办结, of which most cities have but one. */
    public static Optional<Instant> replyDue(List<StoredDeadline> deadlines) {
        var current = OrderClocks.current(deadlines);
        return Stream.of(Step.REPLY, Step.CLOSE)
                .flatMap(step -> Optional.ofNullable(current.get(step)).stream())
                .flatMap(stored -> Optional.ofNullable(stored.deadline().dueAt()).stream())
                .min(Comparator.naturalOrder());
    }

    /** Whether it tells something else than before; how it was counted day by day may be worded anew without that. */
    boolean differsFrom(Deadline other) {
        return !Objects.equals(deadline.startedAt(), other.startedAt())
                || !Objects.equals(deadline.dueAt(), other.dueAt())
                || deadline.provisional() != other.provisional()
                || !Objects.equals(deadline.metAt(), other.metAt())
                || !Objects.equals(deadline.stoppedAt(), other.stoppedAt())
                || !deadline.rule().equals(other.rule());
    }
}
