package cn.yiqilai.workorder;

import cn.yiqilai.calendar.WorkCalendar;
import cn.yiqilai.platform.timer.Timer;
import cn.yiqilai.platform.timer.Timers;
import cn.yiqilai.workorder.reminder.ReminderLadder;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Sees to it that an order is looked at again when something of it is next due, late or to be spoken of. */
@ApplicationScoped
class ReminderTimers {
    static final String TASK = "work-order.remind";
    private static final Duration A_MOMENT = Duration.ofSeconds(1);

    private final Timers timers;
    private final ClockFactory clocks;

    ReminderTimers(Timers timers, ClockFactory clocks) {
        this.timers = timers;
        this.clocks = clocks;
    }

    /** To be called when the order's row is held. */
    void set(WorkOrder order, List<StoredDeadline> deadlines, Instant now) {
        var key = order.id().toString();
        next(order, deadlines, now)
                .ifPresentOrElse(at -> timers.set(new Timer(TASK, key, at, Map.of())), () -> timers.cancel(TASK, key));
    }

    private Optional<Instant> next(WorkOrder order, List<StoredDeadline> deadlines, Instant now) {
        if (!(order instanceof Open)) {
            return Optional.empty();
        }
        var calendar = clocks.calendarOf(order);
        return ladders(deadlines, calendar)
                .flatMap(ladder -> Stream.concat(ladder.next(now).stream(), becomesLate(ladder, now).stream()))
                .min(Comparator.naturalOrder());
    }

    /** 第一时间转交督办: what is late is put under supervision at once, whatever the hour. */
    private static Optional<Instant> becomesLate(ReminderLadder ladder, Instant now) {
        return Optional.of(ladder.dueAt().plus(A_MOMENT)).filter(at -> at.isAfter(now));
    }

    static Stream<ReminderLadder> ladders(List<StoredDeadline> deadlines, WorkCalendar calendar) {
        return deadlines.stream().filter(StoredDeadline::isOwed).flatMap(stored -> ladder(stored, calendar).stream());
    }

    private static Optional<ReminderLadder> ladder(StoredDeadline stored, WorkCalendar calendar) {
        var started = stored.deadline().startedAt();
        var due = stored.deadline().dueAt();
        return started == null || due == null
                ? Optional.empty()
                : Optional.of(new ReminderLadder(stored.step(), stored.run(), started, due, calendar));
    }
}
