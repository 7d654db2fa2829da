package cn.yiqilai.calendar;

import cn.yiqilai.platform.FieldChecks;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What office hours must look like. All that is wrong is said at once, field by field. */
public final class OfficeHoursRules {
    private static final Pattern PROFILE = Pattern.compile("[a-z][a-z0-9-]{0,39}");
    private static final int LONGEST_DEPARTMENT = 100;
    private static final int MOST_SCHEDULES = 50;
    private static final int MOST_SEASONS = 12;
    private static final int MOST_OPENINGS = 10;
    private static final int DAYS_OF_A_WEEK = 7;
    private static final int LEAP_YEAR = 2024;
    private static final WeekHours NONE = OfficeHours.STANDARD;

    private static final Map<String, DayOfWeek> WEEKDAYS = Map.of(
            "周一", DayOfWeek.MONDAY,
            "周二", DayOfWeek.TUESDAY,
            "周三", DayOfWeek.WEDNESDAY,
            "周四", DayOfWeek.THURSDAY,
            "周五", DayOfWeek.FRIDAY,
            "周六", DayOfWeek.SATURDAY,
            "周日", DayOfWeek.SUNDAY);

    private OfficeHoursRules() {}

    /** @throws cn.yiqilai.platform.ProblemException 400 with one row a problem */
    public static Office office(@Nullable String profile, @Nullable String department) {
        var checks = new FieldChecks("calendar.hours.invalid");
        var office = office(checks, profile, department);
        checks.throwIfAny();
        return office;
    }

    /**
     * In the order of their beginnings.
     *
     * @throws cn.yiqilai.platform.ProblemException 400 with one row a problem
     */
    public static List<Schedule> schedules(OfficeHoursForm form) {
        var checks = new FieldChecks("calendar.hours.invalid");
        office(checks, form.profile(), form.department());
        var schedules = schedules(checks, form.schedules());
        checks.throwIfAny();
        return schedules;
    }

    private static Office office(FieldChecks checks, @Nullable String profile, @Nullable String department) {
        var city = checks.optional("profile", profile, 40);
        var unit = checks.optional("department", department, LONGEST_DEPARTMENT);
        if (city != null && !PROFILE.matcher(city).matches()) {
            checks.refuse("profile", "calendar.hours.profile");
        }
        if (unit != null && city == null) {
            checks.refuse("profile", "calendar.hours.department-without-profile");
            return Office.EVERYWHERE;
        }
        return new Office(city, unit);
    }

    private static List<Schedule> schedules(
            FieldChecks checks, @Nullable List<OfficeHoursForm.@Nullable Schedule> forms) {
        var schedules = new ArrayList<Schedule>();
        var beginnings = new HashSet<LocalDate>();
        var index = 0;
        for (var form : list(checks, "schedules", forms, MOST_SCHEDULES)) {
            var field = "schedules." + index++;
            var schedule = form == null ? Optional.<Schedule>empty() : schedule(checks, field, form);
            if (form == null) {
                checks.refuse(field, "field.required");
            }
            schedule.ifPresent(sound -> {
                if (!beginnings.add(sound.from())) {
                    checks.refuse(
                            field + ".from",
                            "calendar.hours.same-beginning",
                            sound.from().toString());
                }
                schedules.add(sound);
            });
        }
        schedules.sort(Comparator.comparing(Schedule::from));
        return schedules;
    }

    private static Optional<Schedule> schedule(FieldChecks checks, String field, OfficeHoursForm.Schedule form) {
        var from = day(checks, field + ".from", form.from(), true);
        var until = day(checks, field + ".until", form.until(), false);
        var hours = week(checks, field + ".hours", form.hours());
        var seasons = seasons(checks, field + ".seasons", form.seasons());
        if (from != null && until != null && until.isBefore(from)) {
            checks.refuse(field + ".until", "calendar.hours.ends-before", from.toString());
            return Optional.empty();
        }
        return from == null ? Optional.empty() : Optional.of(new Schedule(from, until, hours, seasons));
    }

    private static @Nullable LocalDate day(FieldChecks checks, String field, @Nullable String raw, boolean isRequired) {
        if (raw == null || raw.isBlank()) {
            if (isRequired) {
                checks.refuse(field, "field.required");
            }
            return null;
        }
        var day = checks.day(field, raw);
        if (day != null && (day.isBefore(Days.FIRST) || day.isAfter(Days.LAST))) {
            checks.refuse(
                    field, "calendar.year", String.valueOf(Days.FIRST.getYear()), String.valueOf(Days.LAST.getYear()));
            return null;
        }
        return day;
    }

    private static List<Schedule.Season> seasons(
            FieldChecks checks, String field, @Nullable List<OfficeHoursForm.@Nullable Season> forms) {
        var seasons = new ArrayList<Schedule.Season>();
        var index = 0;
        for (var form : forms == null ? List.<OfficeHoursForm.Season>of() : list(checks, field, forms, MOST_SEASONS)) {
            var place = field + "." + index++;
            if (form == null) {
                checks.refuse(place, "field.required");
            } else {
                season(checks, place, form).ifPresent(seasons::add);
            }
        }
        requireApart(checks, field, seasons);
        return seasons;
    }

    private static Optional<Schedule.Season> season(FieldChecks checks, String field, OfficeHoursForm.Season form) {
        var from = dayOfYear(checks, field + ".from", form.from());
        var until = dayOfYear(checks, field + ".until", form.until());
        var hours = week(checks, field + ".hours", form.hours());
        return from == null || until == null ? Optional.empty() : Optional.of(new Schedule.Season(from, until, hours));
    }

    private static @Nullable MonthDay dayOfYear(FieldChecks checks, String field, @Nullable String raw) {
        try {
            return MonthDay.parse("--" + (raw == null ? "" : raw.strip()));
        } catch (DateTimeException e) {
            checks.refuse(field, "calendar.hours.day-of-year");
            return null;
        }
    }

    private static void requireApart(FieldChecks checks, String field, List<Schedule.Season> seasons) {
        LocalDate.of(LEAP_YEAR, 1, 1)
                .datesUntil(LocalDate.of(LEAP_YEAR + 1, 1, 1))
                .map(MonthDay::from)
                .filter(day ->
                        seasons.stream().filter(season -> season.includes(day)).count() > 1)
                .findFirst()
                .ifPresent(day -> checks.refuse(
                        field, "calendar.hours.seasons-overlap", day.toString().substring(2)));
    }

    private static WeekHours week(
            FieldChecks checks, String field, @Nullable List<OfficeHoursForm.@Nullable Weekdays> forms) {
        var hours = new EnumMap<DayOfWeek, DayHours>(DayOfWeek.class);
        var before = checks.errors().size();
        var index = 0;
        for (var form : list(checks, field, forms, DAYS_OF_A_WEEK)) {
            var place = field + "." + index++;
            if (form == null) {
                checks.refuse(place, "field.required");
            } else {
                putDays(checks, place, form, hours);
            }
        }
        if (checks.errors().size() > before) {
            return NONE;
        }
        if (!hours.keySet().containsAll(Arrays.asList(DayOfWeek.values()).subList(0, 5))) {
            checks.refuse(field, "calendar.hours.weekday-missing");
            return NONE;
        }
        return new WeekHours(hours);
    }

    private static void putDays(
            FieldChecks checks, String field, OfficeHoursForm.Weekdays form, Map<DayOfWeek, DayHours> hours) {
        var open = openings(checks, field + ".open", form.open());
        for (var day : weekdays(checks, field + ".weekdays", form.weekdays())) {
            if (hours.putIfAbsent(day, open) != null) {
                checks.refuse(field + ".weekdays", "calendar.hours.weekday-twice", day.name());
            }
        }
    }

    private static List<DayOfWeek> weekdays(FieldChecks checks, String field, @Nullable List<@Nullable String> names) {
        if (names == null || names.isEmpty()) {
            return List.of(DayOfWeek.values());
        }
        var days = new ArrayList<DayOfWeek>();
        var index = 0;
        for (var name : list(checks, field, names, DAYS_OF_A_WEEK)) {
            var day = checks.constant(field + "." + index++, name, DayOfWeek.class, WEEKDAYS);
            if (day != null) {
                days.add(day);
            }
        }
        return days;
    }

    private static DayHours openings(FieldChecks checks, String field, @Nullable List<@Nullable String> texts) {
        var openings = new ArrayList<Opening>();
        var before = checks.errors().size();
        var index = 0;
        for (var text : list(checks, field, texts, MOST_OPENINGS)) {
            var place = field + "." + index++;
            var opening = Opening.read(text == null ? "" : text.strip());
            opening.ifPresentOrElse(openings::add, () -> checks.refuse(place, "calendar.hours.opening"));
        }
        if (checks.errors().size() == before && openings.isEmpty()) {
            checks.refuse(field, "calendar.hours.closed");
        }
        if (!DayHours.areInOrder(openings)) {
            checks.refuse(field, "calendar.hours.order");
        }
        return checks.errors().size() == before ? new DayHours(openings) : NONE.on(DayOfWeek.MONDAY);
    }

    /** Empty when it is missing or too long, which is said then. */
    private static <T> List<T> list(FieldChecks checks, String field, @Nullable List<T> list, int most) {
        if (list == null) {
            checks.refuse(field, "field.required");
            return List.of();
        }
        if (list.size() > most) {
            checks.refuse(field, "field.list-too-long", String.valueOf(most));
            return List.of();
        }
        return list;
    }
}
