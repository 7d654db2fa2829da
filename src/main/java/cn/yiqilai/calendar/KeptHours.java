package cn.yiqilai.calendar;

import cn.yiqilai.access.Actor;
import cn.yiqilai.platform.Shanghai;
import java.time.Instant;
import java.util.List;

/**
 * The hours of one office as somebody wrote them. A change is a further version; the last one is in force.
 *
 * @param version from 1 for each office
 */
public record KeptHours(Office office, List<Schedule> schedules, long version, Instant changedAt, Actor changedBy) {
    public KeptHours {
        schedules = List.copyOf(schedules);
    }

    public OfficeHoursView view() {
        return new OfficeHoursView(
                office.profile(),
                office.department(),
                version,
                schedules.stream().map(OfficeHoursView.ScheduleView::of).toList(),
                Shanghai.format(changedAt),
                changedBy.id());
    }
}
