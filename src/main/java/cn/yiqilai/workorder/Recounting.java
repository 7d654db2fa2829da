package cn.yiqilai.workorder;

import cn.yiqilai.access.Actor;
import cn.yiqilai.calendar.CalendarChanged;
import cn.yiqilai.platform.Shanghai;
import cn.yiqilai.workorder.TimelineLine.Deed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/**
 * When a notice is loaded or office hours change, every clock that runs is counted anew, in that very transaction: old and
 * new stand on the timeline (reading A15). Clocks that have ended keep the due time that they ended with. The orders are the
 * ones they were, so nobody who is just writing a reply is told that his page is old.
 */
@ApplicationScoped
class Recounting {
    private final WorkOrderRecords orders;
    private final OrderClocks clocks;
    private final Timeline timeline;
    private final OrderNews news;
    private final ReminderTimers timers;
    private final Clock clock;

    Recounting(
            WorkOrderRecords orders,
            OrderClocks clocks,
            Timeline timeline,
            OrderNews news,
            ReminderTimers timers,
            Clock clock) {
        this.orders = orders;
        this.clocks = clocks;
        this.timeline = timeline;
        this.news = news;
        this.timers = timers;
        this.clock = clock;
    }

    void calendarChanged(@Observes CalendarChanged changed) {
        touched(changed).forEach(id -> recount(id, detail(changed)));
    }

    private List<WorkOrderId> touched(CalendarChanged changed) {
        return switch (changed) {
            case CalendarChanged.NoticeLoaded loaded ->
                orders.withRunningClocks(
                        start(loaded.from()), start(loaded.until().plusDays(1)));
            case CalendarChanged.OfficeHoursChanged hours -> orders.withRunningClocks(null, null);
        };
    }

    private static Map<String, String> detail(CalendarChanged changed) {
        return switch (changed) {
            case CalendarChanged.NoticeLoaded loaded ->
                Map.of("notice", Integer.toString(loaded.year()), "version", Long.toString(loaded.version()));
            case CalendarChanged.OfficeHoursChanged hours ->
                Map.of("officeHours", hours.office().toString(), "version", Long.toString(hours.version()));
        };
    }

    private void recount(WorkOrderId id, Map<String, String> detail) {
        var order = orders.lock(id).orElseThrow();
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var running = clocks.of(order);
        var changes = running.changes(now);
        if (changes.isEmpty()) {
            return;
        }
        var counted = order.with(order.dossier().with(order.progress().countedWith(running.calendarVersion())));
        running.save();
        orders.recount(counted, running.deadlines());
        var line = new Timeline.Line(now, Actor.SYSTEM, Deed.RECOMPUTED, order.state(), null, detail, null, changes);
        timeline.add(id, line);
        news.announce(order, counted, line);
        timers.set(counted, running.deadlines(), now);
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(Shanghai.ZONE).toInstant();
    }
}
