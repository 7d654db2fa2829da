package cn.yiqilai.calendar;

import cn.yiqilai.access.Actor;
import cn.yiqilai.access.AuditTrail;
import cn.yiqilai.calendar.CalendarChanged.OfficeHoursChanged;
import cn.yiqilai.platform.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Changes of office hours. A change holds at once; from which day on is said by its schedules. */
@ApplicationScoped
public class OfficeHoursEditing {
    private final HoursRecords records;
    private final CalendarRevision revision;
    private final Event<CalendarChanged> changed;
    private final AuditTrail audit;
    private final Clock clock;

    OfficeHoursEditing(
            HoursRecords records,
            CalendarRevision revision,
            Event<CalendarChanged> changed,
            AuditTrail audit,
            Clock clock) {
        this.records = records;
        this.revision = revision;
        this.changed = changed;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param version that was seen, 0 for none; a stale one is a 409 with {@code current} */
    @Transactional
    public KeptHours write(Office office, List<Schedule> schedules, long version, Actor actor) {
        revision.lock();
        var before = records.inForce(office);
        requireSeen(before, version);
        var after =
                new KeptHours(office, schedules, version + 1, clock.instant().truncatedTo(ChronoUnit.MICROS), actor);
        records.add(after);
        changed.fire(new OfficeHoursChanged(office, after.version()));
        audit.record(actor, "calendar.edit-hours", "office-hours", name(office), detail(after));
        return after;
    }

    private static void requireSeen(Optional<KeptHours> before, long version) {
        if (before.map(KeptHours::version).orElse(0L) != version) {
            var problem = Problem.conflict("calendar.stale");
            throw before.map(hours -> problem.with("current", hours.view()))
                    .orElse(problem)
                    .asException();
        }
    }

    private static String name(Office office) {
        return office.profile() == null ? "*" : office.profile();
    }

    private static Map<String, String> detail(KeptHours hours) {
        var detail = new LinkedHashMap<String, String>();
        detail.put("version", Long.toString(hours.version()));
        if (hours.office().department() != null) {
            detail.put("department", hours.office().department());
        }
        return detail;
    }
}
