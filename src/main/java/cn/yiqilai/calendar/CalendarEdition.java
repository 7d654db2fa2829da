package cn.yiqilai.calendar;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** The notices and all offices' hours as they were at one moment. Immutable. */
public final class CalendarEdition {
    private final Days days;
    private final Map<Office, List<Schedule>> schedules;
    private final Map<Office, WorkCalendar> calendars = new ConcurrentHashMap<>();

    /**
     * @param notices at most one a year
     * @param hours at most one an office; offices without have those of the next wider one
     */
    public CalendarEdition(Collection<Notice> notices, Map<Office, List<Schedule>> hours, StatutoryDays statutory) {
        this.days = new Days(notices, statutory);
        this.schedules = hours.entrySet().stream()
                .filter(office -> !office.getValue().isEmpty())
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, office -> List.copyOf(office.getValue())));
    }

    public Days days() {
        return days;
    }

    public WorkCalendar of(Office office) {
        return calendars.computeIfAbsent(withHoursOfItsOwn(office), this::build);
    }

    /** Offices with the same hours share a calendar, so that names nobody configured take no room. */
    private Office withHoursOfItsOwn(Office office) {
        return office.widening().stream()
                .filter(schedules::containsKey)
                .findFirst()
                .orElse(Office.EVERYWHERE);
    }

    private WorkCalendar build(Office office) {
        return new WorkCalendar(
                days,
                new OfficeHours(office.widening().stream()
                        .map(wider -> schedules.getOrDefault(wider, List.of()))
                        .toList()));
    }
}
