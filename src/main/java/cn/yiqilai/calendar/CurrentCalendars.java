package cn.yiqilai.calendar;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Builds the calendars anew when the database has changed, and looks at each use whether it has: one number, which each
 * change makes another one. Numbers are never used twice, not even after a rollback, so an edition that was built within a
 * transaction that failed is found by nobody.
 */
@ApplicationScoped
class CurrentCalendars implements Calendars {
    private final CalendarRevision revision;
    private final NoticeRecords notices;
    private final HoursRecords hours;
    private final StatutoryDays statutory;
    private volatile @Nullable Held held;

    private record Held(long revision, CalendarEdition edition) {}

    CurrentCalendars(CalendarRevision revision, NoticeRecords notices, HoursRecords hours, StatutoryDays statutory) {
        this.revision = revision;
        this.notices = notices;
        this.hours = hours;
        this.statutory = statutory;
    }

    @Override
    public CalendarEdition inForce() {
        var number = revision.current();
        var known = held;
        if (known != null && known.revision() == number) {
            return known.edition();
        }
        var edition = read();
        held = new Held(number, edition);
        return edition;
    }

    /** After the number: what is newer than it is read anew next time, what is older is never kept under it. */
    private CalendarEdition read() {
        return new CalendarEdition(
                notices.inForce().stream().map(KeptNotice::notice).toList(),
                hours.inForce().stream().collect(Collectors.toMap(KeptHours::office, KeptHours::schedules)),
                statutory);
    }
}
