package cn.yiqilai.workorder;

import cn.yiqilai.calendar.Calendars;
import cn.yiqilai.calendar.Office;
import cn.yiqilai.calendar.WorkCalendar;
import cn.yiqilai.city.Flag;
import cn.yiqilai.city.RulesInForce;
import cn.yiqilai.city.ServiceRulesArchive;
import cn.yiqilai.platform.Settings;
import cn.yiqilai.workorder.clock.Clocks;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which rules and whose working time an order is counted by. */
@ApplicationScoped
public class ClockFactory {
    private final ServiceRulesArchive archive;
    private final Calendars calendars;
    private final Settings settings;
    private final Clock clock;

    public ClockFactory(ServiceRulesArchive archive, Calendars calendars, Settings settings, Clock clock) {
        this.archive = archive;
        this.calendars = calendars;
        this.settings = settings;
        this.clock = clock;
    }

    /** Those that hold for orders dispatched now. */
    RulesInForce rulesInForce() {
        return archive.inForce(settings.city(), clock.instant());
    }

    /** Those that it was dispatched under; before that those of today. */
    RulesInForce rulesOf(WorkOrder order) {
        return Optional.ofNullable(order.progress().ruleVersion())
                .map(archive::ofVersion)
                .orElseGet(this::rulesInForce);
    }

    /** The clocks of an order to which nothing has happened yet. */
    Clocks begin(WorkOrder order, Set<Flag> flags) {
        return Clocks.begin(order.matter().kind(), flags, rulesOf(order), calendarOf(order));
    }

    /** The working time of whoever has it. */
    public WorkCalendar calendarOf(WorkOrder order) {
        return calendar(order.task().map(Assignment::unit).orElse(null));
    }

    private WorkCalendar calendar(@Nullable String unit) {
        return calendars.of(Office.of(settings.city(), unit));
    }
}
