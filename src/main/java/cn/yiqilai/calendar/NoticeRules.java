package cn.yiqilai.calendar;

import cn.yiqilai.calendar.Notice.NoticeDay;
import cn.yiqilai.platform.FieldChecks;
import cn.yiqilai.platform.Messages;
import cn.yiqilai.platform.Shanghai;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a notice must look like to be believed. All that is wrong is said at once, day by day. */
@Singleton
public class NoticeRules {
    static final int FIRST_YEAR = Days.FIRST.getYear();
    static final int LAST_YEAR = Days.LAST.getYear();
    private static final int MOST_DAYS = 100;
    private static final int MOST_PAPERS = 20;
    private static final int LONGEST_ADDRESS = 500;
    private static final int LONGEST_NAME = 20;
    private static final int FREE_DAYS_BEFORE_2025 = 11;
    private static final int FREE_DAYS = 13;

    private final StatutoryDays statutory;
    private final Clock clock;

    NoticeRules(StatutoryDays statutory, Clock clock) {
        this.statutory = statutory;
        this.clock = clock;
    }

    /** @throws cn.yiqilai.platform.ProblemException 400 with one row a problem */
    public Notice require(NoticeForm form) {
        var checks = new FieldChecks("calendar.notice.invalid");
        var year = year(checks, form.year());
        var papers = papers(checks, form.papers());
        var days = days(checks, year, form.days());
        checks.throwIfAny();
        return new Notice(
                year,
                papers,
                days.stream().sorted(Comparator.comparing(NoticeDay::date)).toList());
    }

    /**
     * Two years' notices that are in force must not contradict each other.
     *
     * @throws cn.yiqilai.platform.ProblemException 400 with one row a day
     */
    void requireAgreement(Notice notice, Collection<Notice> others) {
        var checks = new FieldChecks("calendar.notice.invalid");
        for (var other : others) {
            if (other.year() != notice.year()) {
                var told = new HashMap<LocalDate, NoticeDay>();
                other.days().forEach(day -> told.put(day.date(), day));
                notice.days().stream()
                        .filter(day -> contradicts(day, told.get(day.date())))
                        .forEach(day -> checks.refuse(
                                "days",
                                "calendar.notice.contradicts",
                                day.date().toString(),
                                String.valueOf(other.year())));
            }
        }
        checks.throwIfAny();
    }

    private static boolean contradicts(NoticeDay day, @Nullable NoticeDay told) {
        return told != null && told.off() != day.off();
    }

    /** What may be right but should be looked at, one Chinese sentence each. */
    List<String> warnings(Notice notice, List<DayChange> changes) {
        var warnings = new ArrayList<String>();
        if (notice.papers().isEmpty()) {
            warnings.add(Messages.of("calendar.notice.no-paper"));
        }
        var today = Shanghai.today(clock);
        if (notice.year() > today.getYear() + 1) {
            warnings.add(Messages.of("calendar.notice.far-year", String.valueOf(notice.year())));
        }
        warnMissing(notice, warnings);
        warnUnbalanced(notice, warnings);
        changes.stream()
                .filter(change -> change.date().isBefore(today))
                .findFirst()
                .ifPresent(change -> warnings.add(
                        Messages.of("calendar.notice.past", change.date().toString())));
        return warnings;
    }

    private void warnMissing(Notice notice, List<String> warnings) {
        var off = notice.days().stream()
                .filter(NoticeDay::off)
                .map(NoticeDay::date)
                .toList();
        statutory.of(notice.year()).forEach((date, name) -> {
            if (!off.contains(date) && !Days.isWeekend(date)) {
                warnings.add(Messages.of("calendar.notice.missing", date.toString(), name));
            } else if (!off.contains(date)) {
                warnings.add(Messages.of("calendar.notice.missing-weekend", date.toString(), name));
            }
        });
    }

    /** Every free Monday to Friday is a statutory day, stands for one that fell on a weekend, or is worked another day. */
    private static void warnUnbalanced(Notice notice, List<String> warnings) {
        var free = notice.days().stream()
                .filter(day -> day.off() && !Days.isWeekend(day.date()))
                .count();
        var worked = notice.days().stream().filter(day -> !day.off()).count();
        var statutory = notice.year() < StatutoryDays.THIRTEEN_DAYS_SINCE ? FREE_DAYS_BEFORE_2025 : FREE_DAYS;
        if (free != statutory + worked) {
            warnings.add(Messages.of(
                    "calendar.notice.unbalanced",
                    String.valueOf(free),
                    String.valueOf(statutory),
                    String.valueOf(worked),
                    String.valueOf(statutory + worked)));
        }
    }

    private static int year(FieldChecks checks, @Nullable Integer year) {
        if (year == null) {
            checks.refuse("year", "field.required");
            return 0;
        }
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            checks.refuse("year", "calendar.year", String.valueOf(FIRST_YEAR), String.valueOf(LAST_YEAR));
            return 0;
        }
        return year;
    }

    private static List<String> papers(FieldChecks checks, @Nullable List<@Nullable String> papers) {
        var read = new ArrayList<String>();
        if (papers == null) {
            return read;
        }
        if (papers.size() > MOST_PAPERS) {
            checks.refuse("papers", "field.list-too-long", String.valueOf(MOST_PAPERS));
            return read;
        }
        for (var index = 0; index < papers.size(); index++) {
            var paper = checks.address("papers." + index, papers.get(index), LONGEST_ADDRESS);
            if (paper != null) {
                read.add(paper);
            }
        }
        return read;
    }

    private List<NoticeDay> days(FieldChecks checks, int year, @Nullable List<NoticeForm.@Nullable Day> days) {
        var read = new ArrayList<NoticeDay>();
        if (days == null || days.isEmpty()) {
            checks.refuse("days", "calendar.notice.empty");
            return read;
        }
        if (days.size() > MOST_DAYS) {
            checks.refuse("days", "calendar.notice.too-many", String.valueOf(MOST_DAYS), String.valueOf(days.size()));
            return read;
        }
        Map<LocalDate, Said> said = new HashMap<>();
        for (var index = 0; index < days.size(); index++) {
            var day = day(checks, "days." + index, days.get(index));
            if (day != null) {
                checkYear(checks, "days." + index, year, day);
                checkRepetition(checks, index, day, said.putIfAbsent(day.date(), new Said(index, day)));
                checkMakeUp(checks, "days." + index, year, day);
                read.add(day);
            }
        }
        return read;
    }

    /** A day of the list and at which place it is. */
    private record Said(int index, NoticeDay day) {}

    private static @Nullable NoticeDay day(FieldChecks checks, String field, NoticeForm.@Nullable Day day) {
        if (day == null) {
            checks.refuse(field, "field.required");
            return null;
        }
        var name = checks.required(field + ".name", day.name(), 1, LONGEST_NAME);
        var date = checks.day(field + ".date", day.date());
        if (day.date() == null || day.date().isBlank()) {
            checks.refuse(field + ".date", "field.required");
        }
        if (day.isOffDay() == null) {
            checks.refuse(field + ".isOffDay", "field.flag");
        }
        return date == null || day.isOffDay() == null ? null : new NoticeDay(date, name, day.isOffDay());
    }

    /** A notice may move days of the December before; further away it is another year's. */
    private static void checkYear(FieldChecks checks, String field, int year, NoticeDay day) {
        if (year == 0) {
            return;
        }
        var first = LocalDate.of(year - 1, Month.DECEMBER, 1);
        var last = LocalDate.of(year, Month.DECEMBER, 31);
        if (day.date().isBefore(first) || day.date().isAfter(last)) {
            checks.refuse(
                    field + ".date",
                    "calendar.notice.other-year",
                    day.date().toString(),
                    String.valueOf(year),
                    first.toString(),
                    last.toString());
        }
    }

    private static void checkRepetition(FieldChecks checks, int index, NoticeDay day, @Nullable Said before) {
        if (before != null) {
            checks.refuse(
                    "days." + index + ".date",
                    before.day().off() == day.off() ? "calendar.notice.twice" : "calendar.notice.both",
                    day.date().toString(),
                    String.valueOf(before.index() + 1),
                    String.valueOf(index + 1));
        }
    }

    private void checkMakeUp(FieldChecks checks, String field, int year, NoticeDay day) {
        if (day.off() || year == 0) {
            return;
        }
        var holiday = statutory.of(day.date().getYear()).get(day.date());
        if (holiday != null) {
            checks.refuse(
                    field + ".isOffDay", "calendar.notice.statutory", day.date().toString(), holiday);
        } else if (!Days.isWeekend(day.date())) {
            checks.refuse(
                    field + ".isOffDay",
                    "calendar.notice.weekday",
                    day.date().toString(),
                    Reckoning.weekday(day.date()));
        }
    }
}
