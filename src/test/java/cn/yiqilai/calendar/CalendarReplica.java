package cn.yiqilai.calendar;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Further replicas on the same database: each remembers for itself. */
@ApplicationScoped
public class CalendarReplica {
    private final CalendarRevision revision;
    private final NoticeRecords notices;
    private final HoursRecords hours;
    private final StatutoryDays statutory;

    CalendarReplica(CalendarRevision revision, NoticeRecords notices, HoursRecords hours, StatutoryDays statutory) {
        this.revision = revision;
        this.notices = notices;
        this.hours = hours;
        this.statutory = statutory;
    }

    public Calendars another() {
        return new CurrentCalendars(revision, notices, hours, statutory);
    }

    public List<Schedule> hours(Office office) {
        return hours.inForce(office).orElseThrow().schedules();
    }
}
