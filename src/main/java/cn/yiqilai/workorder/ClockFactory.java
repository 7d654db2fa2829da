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
import java.util.function.Function;

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

    /** Nobody changes notices or office hours until the transaction ends. To be called before an order is held. */
    void holdCalendar() {
        calendars.inForceUntilCommit();
    }

    /**
     * The clocks of an order to which nothing has happened yet. What they are counted with stays so until the transaction
     * ends, because what comes out is written down.
     */
    Clocks begin(WorkOrder order, Set<Flag> flags) {
        var calendar = calendars.inForceUntilCommit().of(office(order));
        return Clocks.begin(order.matter().kind(), flags, rulesOf(order), calendar);
    }

    /** The working time of whoever has it, as it is now. */
    WorkCalendar calendarOf(WorkOrder order) {
        return calendars.of(office(order));
    }

    /** The same for many orders, all as they are now. */
    public Function<WorkOrder, WorkCalendar> calendars() {
        var edition = calendars.inForce();
        return order -> edition.of(office(order));
    }

    private Office office(WorkOrder order) {
        return Office.of(settings.city(), order.task().map(Assignment::unit).orElse(null));
    }
}
