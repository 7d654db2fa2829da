package cn.yiqilai.calendar;

import cn.yiqilai.calendar.Notice.NoticeDay;
import cn.yiqilai.calendar.tyme.TymeAlmanac;
import cn.yiqilai.platform.SettableClock;
import cn.yiqilai.platform.web.ServedJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/**
 * Calendars for tests, without a database: {@code WorkCalendars.h0().due(WorkCalendars.at("2026-03-10T10:00"), new
 * WorkingDays(3))}.
 */
public final class WorkCalendars {
    public static final StatutoryDays STATUTORY = new StatutoryDays(new TymeAlmanac());

    private static final NoticeRules RULES = new NoticeRules(STATUTORY, SettableClock.at("2026-11-20T02:00:00Z"));

    private WorkCalendars() {}

    /** Fixture H0 of the design: the notices of 2024 to 2026 and 09:00-12:00, 13:00-18:00 all the year round. */
    public static WorkCalendar h0() {
        return h0(2024, 2025, 2026);
    }

    /** H0 as it was before the other years' notices were out. */
    public static WorkCalendar h0(int... years) {
        return of(Arrays.stream(years).mapToObj(WorkCalendars::notice).toList(), OfficeHours.standard());
    }

    public static WorkCalendar of(Collection<Notice> notices, OfficeHours hours) {
        return new WorkCalendar(new Days(notices, STATUTORY), hours);
    }

    /** The notice of that year as it is seeded, 2024 to 2026. */
    public static Notice notice(int year) {
        try {
            var file = Path.of("kb-seed/calendar", year + ".json").toFile();
            return RULES.require(ServedJson.mapper().readValue(file, NoticeForm.class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@code notice(2027, "-2027-10-01 国庆节", "+2027-10-09 国庆节")}: minus is free, plus is worked. */
    public static Notice notice(int year, String... days) {
        return new Notice(
                year,
                List.of("https://example.gov.cn/" + year),
                Arrays.stream(days)
                        .map(day -> new NoticeDay(
                                LocalDate.parse(day.substring(1, 11)), day.substring(12), day.charAt(0) == '-'))
                        .toList());
    }

    /** In Shanghai: {@code at("2026-03-10T10:00")}. */
    public static Instant at(String local) {
        return OffsetDateTime.parse(local + "+08:00").toInstant();
    }
}
