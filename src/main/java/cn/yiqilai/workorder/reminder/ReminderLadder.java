package cn.yiqilai.workorder.reminder;

import cn.yiqilai.calendar.WorkCalendar;
import cn.yiqilai.city.Step;
import cn.yiqilai.platform.Shanghai;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The reminders of one deadline that was not met yet.
 *
 * @param run which clock of that step, from 1
 */
public record ReminderLadder(Step step, int run, Instant startedAt, Instant dueAt, WorkCalendar calendar) {
    private static final Duration A_MOMENT = Duration.ofSeconds(1);

    /** All of them, in the order of their instants. */
    public List<Reminder> rungs() {
        var rungs = new ArrayList<Reminder>();
        beforeDue(Rung.DUE_TOMORROW, opening(workingDay(dueDay(), -1))).ifPresent(rungs::add);
        beforeDue(Rung.DUE_SOON, soon()).ifPresent(rungs::add);
        var late = calendar.nextOpening(dueAt.plus(A_MOMENT));
        rungs.add(reminder(Rung.OVERDUE, late));
        rungs.add(reminder(Rung.OVERDUE_A_DAY, opening(workingDay(day(late), 1))));
        rungs.add(reminder(Rung.OVERDUE_THREE_DAYS, opening(workingDay(workingDay(workingDay(day(late), 1), 1), 1))));
        return rungs;
    }

    /**
     * What is to be told at that instant: the highest rung that was reached. Those that were slept through, because the
     * service was down, are not caught up with; nobody wants to hear on Monday that something is due last Friday.
     */
    public Optional<Reminder> reached(Instant now) {
        return calendar.isOpen(now)
                ? rungs().stream()
                        .filter(reminder -> !reminder.at().isAfter(now))
                        .filter(reminder -> reminder.rung().isLate() || !now.isAfter(dueAt))
                        .max(Comparator.comparing(Reminder::rung))
                : Optional.empty();
    }

    /** When the next one is to be told; empty after the last. */
    public Optional<Instant> next(Instant now) {
        return rungs().stream().map(Reminder::at).filter(at -> at.isAfter(now)).min(Comparator.naturalOrder());
    }

    private Instant soon() {
        var morning = opening(dueDay());
        return morning.isAfter(startedAt)
                ? morning
                : calendar.nextOpening(
                        startedAt.plus(Duration.between(startedAt, dueAt).dividedBy(2)));
    }

    private Optional<Reminder> beforeDue(Rung rung, Instant at) {
        return at.isAfter(startedAt) && at.isBefore(dueAt) ? Optional.of(reminder(rung, at)) : Optional.empty();
    }

    private Reminder reminder(Rung rung, Instant at) {
        return new Reminder(step, run, dueAt, rung, at);
    }

    private LocalDate dueDay() {
        return day(dueAt);
    }

    /** The next working day in that direction. */
    private LocalDate workingDay(LocalDate day, int direction) {
        var next = day.plusDays(direction);
        while (!calendar.isWorkingDay(next)) {
            next = next.plusDays(direction);
        }
        return next;
    }

    private Instant opening(LocalDate day) {
        return calendar.nextOpening(day.atStartOfDay(Shanghai.ZONE).toInstant());
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, Shanghai.ZONE);
    }
}
