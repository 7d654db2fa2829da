package cn.yiqilai.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import cn.yiqilai.platform.Problem.FieldError;
import cn.yiqilai.platform.ProblemException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Office hours as administrators send them. */
class OfficeHoursRulesTest {
    private static final String PLAIN = "\"hours\":[{\"open\":[\"09:00-12:00\",\"13:00-18:00\"]}]";

    @Test
    void hours_are_read_with_seasons_and_days_of_the_week() {
        var schedules = OfficeHoursRules.schedules(form("""
                {"from":"2026-07-01","hours":[{"weekdays":["MONDAY","TUESDAY","WEDNESDAY","周四"],"open":["08:30-12:00","14:00-18:00"]},
                 {"weekdays":["周五"],"open":["08:30-24:00"]}],
                 "seasons":[{"from":"10-01","until":"02-29","hours":[{"open":["09:00-17:00"]}]}]},
                {"from":"2026-01-01","until":"2026-06-30",%s}""".formatted(PLAIN)));
        assertThat(schedules).extracting(Schedule::from).containsExactly(day("2026-01-01"), day("2026-07-01"));
        var hours = new OfficeHours(List.of(schedules));
        assertThat(hours.on(day("2026-06-30"))).hasToString("09:00-12:00,13:00-18:00");
        assertThat(hours.on(day("2026-07-03"))).hasToString("08:30-24:00");
        assertThat(hours.on(day("2026-07-04"))).hasToString("08:30-12:00,14:00-18:00");
        assertThat(hours.on(day("2026-12-31"))).hasToString("09:00-17:00");
        assertThat(hours.on(day("2028-02-29"))).hasToString("09:00-17:00");
    }

    @Test
    void what_was_written_reads_the_same_again() throws JsonProcessingException {
        var schedules = OfficeHoursRules.schedules(
                form("{\"from\":\"2026-01-01\",%s,\"seasons\":[{\"from\":\"05-01\",\"until\":\"09-30\",%s}]}"
                        .formatted(PLAIN, PLAIN)));
        var json = new ObjectMapper().findAndRegisterModules();
        var text = json.writeValueAsString(schedules.stream()
                .map(OfficeHoursView.ScheduleView::of)
                .map(view -> json.convertValue(view, Object.class))
                .toList());
        assertThat(text).contains("\"until\":\"09-30\"", "\"09:00-12:00\"");
    }

    @Test
    void openings_must_be_times_in_order_and_at_least_one() {
        assertThat(
                        errors(
                                "{\"from\":\"2026-01-01\",\"hours\":[{\"open\":[\"9:00-12:00\",\"13:00-24:30\",\"14:00-14:00\",null]}]}"))
                .extracting(FieldError::field)
                .containsExactly(
                        "schedules.0.hours.0.open.0",
                        "schedules.0.hours.0.open.1",
                        "schedules.0.hours.0.open.2",
                        "schedules.0.hours.0.open.3");
        assertThat(errors("{\"from\":\"2026-01-01\",\"hours\":[{\"open\":[\"09:00-12:00\",\"11:59-18:00\"]}]}"))
                .extracting(FieldError::message)
                .containsExactly("各段办公时间须按先后排列，不能重叠。");
        assertThat(errors("{\"from\":\"2026-01-01\",\"hours\":[{\"open\":[]}]}"))
                .extracting(FieldError::message)
                .containsExactly("至少要有一段办公时间。");
    }

    @Test
    void every_day_from_monday_to_friday_has_hours_once() {
        assertThat(
                        errors(
                                "{\"from\":\"2026-01-01\",\"hours\":[{\"weekdays\":[\"MONDAY\",\"SUNDAY\"],\"open\":[\"09:00-12:00\"]}]}"))
                .extracting(FieldError::field, FieldError::message)
                .containsExactly(tuple("schedules.0.hours", "周一至周五每天都须有办公时间。"));
        assertThat(
                        errors(
                                "{\"from\":\"2026-01-01\",\"hours\":[{\"open\":[\"09:00-12:00\"]},{\"weekdays\":[\"周一\"],\"open\":[\"09:00-12:00\"]}]}"))
                .extracting(FieldError::field)
                .containsExactly("schedules.0.hours.1.weekdays");
        assertThat(errors("{\"from\":\"2026-01-01\",\"hours\":[{\"weekdays\":[\"节日\"],\"open\":[\"09:00-12:00\"]}]}"))
                .extracting(FieldError::field)
                .contains("schedules.0.hours.0.weekdays.0");
    }

    @Test
    void schedules_begin_and_end_on_days_that_there_are() {
        assertThat(errors(
                        "{\"from\":\"2026-02-30\",%s},{%s},{\"from\":\"2026-03-01\",\"until\":\"2026-02-01\",%s},{\"from\":\"1999-01-01\",%s},null"
                                .formatted(PLAIN, PLAIN, PLAIN, PLAIN)))
                .extracting(FieldError::field)
                .containsExactly(
                        "schedules.0.from", "schedules.1.from", "schedules.2.until", "schedules.3.from", "schedules.4");
        assertThat(errors("{\"from\":\"2026-01-01\",%s},{\"from\":\"2026-01-01\",%s}".formatted(PLAIN, PLAIN)))
                .extracting(FieldError::message)
                .containsExactly("有两段都从 2026-01-01 开始。");
    }

    @Test
    void seasons_do_not_overlap() {
        var season = "{\"from\":\"%s\",\"until\":\"%s\"," + PLAIN + "}";
        assertThat(errors("{\"from\":\"2026-01-01\",%s,\"seasons\":[%s,%s]}"
                        .formatted(PLAIN, season.formatted("10-01", "03-01"), season.formatted("03-01", "05-01"))))
                .extracting(FieldError::message)
                .containsExactly("有两个时段重叠，03-01 都在其中。");
        assertThat(errors("{\"from\":\"2026-01-01\",%s,\"seasons\":[%s,null]}"
                        .formatted(PLAIN, season.formatted("02-30", "13-01"))))
                .extracting(FieldError::field)
                .containsExactly("schedules.0.seasons.0.from", "schedules.0.seasons.0.until", "schedules.0.seasons.1");
    }

    @Test
    void too_much_of_anything_is_refused() {
        assertThat(errors("{\"from\":\"2026-01-01\",%s},".formatted(PLAIN).repeat(51) + "null"))
                .extracting(FieldError::field)
                .containsExactly("schedules");
    }

    @Test
    void an_office_is_everybodys_a_citys_or_a_departments() {
        assertThat(OfficeHoursRules.office(" ", null)).isEqualTo(Office.EVERYWHERE);
        assertThat(OfficeHoursRules.office("yancheng", "")).isEqualTo(Office.of("yancheng"));
        assertThat(OfficeHoursRules.office("yancheng", "窗口三")).isEqualTo(Office.of("yancheng", "窗口三"));
        assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> OfficeHoursRules.office(null, "窗口三"));
        assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> OfficeHoursRules.office("盐城", null));
    }

    private static List<FieldError> errors(String schedules) {
        try {
            OfficeHoursRules.schedules(form(schedules));
            return List.of();
        } catch (ProblemException e) {
            assertThat(e.problem().status()).isEqualTo(400);
            return e.problem().errors();
        }
    }

    private static OfficeHoursForm form(String schedules) {
        try {
            return new ObjectMapper()
                    .readValue("{\"version\":0,\"schedules\":[" + schedules + "]}", OfficeHoursForm.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }
}
