package cn.yiqilai.workorder;

import cn.yiqilai.access.Actor;
import cn.yiqilai.city.SigningLevel;
import cn.yiqilai.city.Step;
import cn.yiqilai.directory.Leader;
import cn.yiqilai.directory.Leaders;
import cn.yiqilai.directory.UnitId;
import cn.yiqilai.platform.Messages;
import cn.yiqilai.platform.Shanghai;
import cn.yiqilai.platform.sms.ShortMessage;
import cn.yiqilai.platform.sms.ShortMessages;
import cn.yiqilai.platform.timer.Timer;
import cn.yiqilai.platform.timer.TimerTask;
import cn.yiqilai.workorder.reminder.Reminder;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Looks at an order when something of it is due or late: whoever owes it is reminded, once a rung and within office hours;
 * what the rules put under supervision for being late is put there at once.
 */
@ApplicationScoped
public class Reminding implements TimerTask {
    private final WorkOrderRecords orders;
    private final ClockRecords clocks;
    private final ClockFactory factory;
    private final Reminders reminders;
    private final Timeline timeline;
    private final OrderNews news;
    private final Supervising supervising;
    private final ReminderTimers timers;
    private final Leaders leaders;
    private final ShortMessages texts;
    private final Clock clock;

    Reminding(
            WorkOrderRecords orders,
            ClockRecords clocks,
            ClockFactory factory,
            Reminders reminders,
            Timeline timeline,
            OrderNews news,
            Supervising supervising,
            ReminderTimers timers,
            Leaders leaders,
            ShortMessages texts,
            Clock clock) {
        this.orders = orders;
        this.clocks = clocks;
        this.factory = factory;
        this.reminders = reminders;
        this.timeline = timeline;
        this.news = news;
        this.supervising = supervising;
        this.timers = timers;
        this.leaders = leaders;
        this.texts = texts;
        this.clock = clock;
    }

    @Override
    public String name() {
        return ReminderTimers.TASK;
    }

    @Override
    public void run(Timer timer) {
        look(new WorkOrderId(UUID.fromString(timer.key())));
    }

    /** What is due now is said, and the next look is set. An order that nobody owes anything for is left alone. */
    @Transactional
    public void look(WorkOrderId id) {
        factory.holdCalendar();
        var order = orders.lock(id);
        if (order.isEmpty() || !(order.get() instanceof Open)) {
            return;
        }
        var now = clock.instant();
        supervising.watch(order.get());
        remind(order.get(), now);
        timers.set(orders.find(id).orElseThrow(), clocks.deadlines(id), now);
    }

    private void remind(WorkOrder order, Instant now) {
        var calendar = factory.calendarOf(order);
        ReminderTimers.ladders(clocks.deadlines(order.id()), calendar)
                .flatMap(ladder -> ladder.reached(now).stream())
                .filter(reminder -> reminders.add(order.id(), reminder, now))
                .forEach(reminder -> tell(order, reminder, now));
    }

    private void tell(WorkOrder order, Reminder reminder, Instant now) {
        var line = new Timeline.Line(
                now,
                Actor.SYSTEM,
                TimelineLine.Deed.REMINDED,
                order.state(),
                null,
                Map.of(
                        "step", reminder.step().name(),
                        "rung", reminder.rung().name(),
                        "dueAt", Shanghai.format(reminder.dueAt())),
                null,
                List.of());
        timeline.add(order.id(), line);
        news.announce(order, order, line);
        reminder.rung().leader().ifPresent(level -> text(order, reminder, level));
    }

    private void text(WorkOrder order, Reminder reminder, SigningLevel level) {
        var unit =
                order.task().map(Assignment::unit).filter(UnitId::isWellFormed).map(UnitId::new);
        unit.stream()
                .flatMap(id -> leaders.signing(id, level).stream())
                .forEach(leader -> text(order, reminder, leader));
    }

    private void text(WorkOrder order, Reminder reminder, Leader leader) {
        Optional.ofNullable(leader.mobile())
                .flatMap(MobilePhone::of)
                .ifPresent(phone -> texts.send(new ShortMessage(
                        key(order, reminder, leader), phone, sentence(order, reminder), order.number() + "/unit")));
    }

    private static String key(WorkOrder order, Reminder reminder, Leader leader) {
        return "work-order/%s/%s/%d/%d/%s/%s"
                .formatted(
                        order.id(),
                        reminder.step(),
                        reminder.run(),
                        reminder.dueAt().getEpochSecond(),
                        reminder.rung(),
                        leader.id());
    }

    private static String sentence(WorkOrder order, Reminder reminder) {
        return Messages.of(
                "workorder.text.overdue",
                order.number().value(),
                step(reminder.step()),
                Shanghai.format(reminder.dueAt()).substring(0, 16).replace('T', ' '));
    }

    private static String step(Step step) {
        return Messages.of("workorder.step." + step.name());
    }
}
