package cn.yiqilai.calendar.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import cn.yiqilai.knowledge.SmallKnowledge;
import cn.yiqilai.knowledge.web.Staff;
import cn.yiqilai.platform.postgres.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import java.io.File;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The calendar over HTTP. Each test loads notices of years of its own, so that none needs to come first. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@TestProfile(SmallKnowledge.class)
class CalendarIT {
    private static final String CALENDAR = "/api/v1/calendar";
    private static final String NOTICES = "/api/v1/calendar/notices";
    private static final String HOURS = "/api/v1/calendar/office-hours";

    private final Staff staff = new Staff();

    @Test
    void a_year_is_shown_day_by_day() {
        var year = calendar(2026);
        assertThat(year.getList("days")).hasSize(365);
        assertThat(year.getBoolean("provisional")).isFalse();
        assertThat(year.getString("version")).matches("\\d{4}-[0-9a-f]{12}");
        assertThat(year.getString("profile")).isEqualTo("yancheng");
        assertThat(year.getMap("days.find { it.date == '2026-02-14' }"))
                .containsEntry("kind", "MAKE_UP")
                .containsEntry("name", "春节")
                .containsEntry("working", true)
                .containsEntry("open", List.of("09:00-12:00", "13:00-18:00"));
        assertThat(year.getMap("days.find { it.date == '2026-02-16' }"))
                .containsEntry("kind", "HOLIDAY")
                .containsEntry("working", false)
                .containsEntry("open", List.of());
    }

    @Test
    void a_year_without_notice_is_provisional_and_minus_the_statutory_days() {
        var year = calendar(2098);
        assertThat(year.getBoolean("provisional")).isTrue();
        assertThat(year.getList("days.findAll { it.provisional }")).hasSize(365);
        assertThat(year.getMap("days.find { it.date == '2098-10-01' }"))
                .containsEntry("kind", "HOLIDAY")
                .containsEntry("name", "国庆节");
    }

    @Test
    void a_notice_is_tried_then_loaded_and_makes_its_year_certain() {
        var notice = notice(2031, "https://www.gov.cn/2031", "-2030-12-30 元旦", "-2031-01-01 元旦", "+2031-01-04 元旦");
        staff.sending("admin", notice)
                .post(NOTICES + "?dryRun=true")
                .then()
                .statusCode(200)
                .body("outcome", equalTo("TRIED"))
                .body("version", equalTo(1))
                .body("changes.date", hasItem("2030-12-30"))
                .body("changes.find { it.date == '2031-01-04' }.before", equalTo("WEEKEND"))
                .body("changes.find { it.date == '2031-01-04' }.after", equalTo("MAKE_UP"))
                .body("warnings", hasItem(containsString("没有列出法定节假日")));
        assertThat(calendar(2031).getBoolean("provisional")).isTrue();
        staff.as("agent").get(NOTICES + "/2031").then().statusCode(404);

        staff.sending("admin", notice)
                .post(NOTICES)
                .then()
                .statusCode(201)
                .header("Location", containsString("/api/v1/calendar/notices/2031"))
                .body("outcome", equalTo("LOADED"))
                .body("version", equalTo(1));

        var year = calendar(2031);
        assertThat(year.getBoolean("provisional")).isFalse();
        assertThat(year.getList("days.findAll { it.provisional }.date"))
                .containsExactly("2031-12-28", "2031-12-29", "2031-12-30", "2031-12-31");
        assertThat(calendar(2030).getMap("days.find { it.date == '2030-12-30' }"))
                .containsEntry("kind", "HOLIDAY")
                .containsEntry("provisional", false);
        assertThat(calendar(2030).getList("days.findAll { !it.provisional }.date"))
                .containsExactly("2030-12-30");
        staff.as("agent")
                .get(NOTICES + "/2031")
                .then()
                .statusCode(200)
                .body("days.date", contains("2030-12-30", "2031-01-01", "2031-01-04"))
                .body("days.isOffDay", contains(true, true, false))
                .body("papers", contains("https://www.gov.cn/2031"))
                .body("loadedAt", containsString("+08:00"))
                .body("loadedBy", containsString("account:"));
    }

    @Test
    void the_same_notice_again_changes_nothing_and_a_correction_is_a_further_version() {
        var notice = notice(2033, "https://www.gov.cn/2033", "-2033-01-03 元旦");
        staff.sending("admin", notice).post(NOTICES).then().statusCode(201);
        staff.sending("admin", notice)
                .post(NOTICES)
                .then()
                .statusCode(200)
                .body("outcome", equalTo("UNCHANGED"))
                .body("version", equalTo(1))
                .body("changes", empty());

        var corrected = notice(2033, "https://www.gov.cn/2033", "-2033-01-04 元旦");
        staff.sending("admin", corrected)
                .post(NOTICES + "?version=0")
                .then()
                .statusCode(409)
                .body("current.version", equalTo(1));
        staff.sending("admin", corrected)
                .post(NOTICES + "?version=1")
                .then()
                .statusCode(201)
                .body("version", equalTo(2))
                .body("changes.date", contains("2033-01-03", "2033-01-04"))
                .body("confirmed", equalTo(0));
        staff.as("supervisor")
                .get(NOTICES + "/2033/versions")
                .then()
                .statusCode(200)
                .body("total", equalTo(2))
                .body("items.version", contains(2, 1))
                .body("items[1].days.date", contains("2033-01-03"));
    }

    @Test
    void an_upload_that_is_sent_twice_with_one_key_is_loaded_once() {
        var notice = notice(2035, "https://www.gov.cn/2035", "-2035-01-01 元旦");
        for (var attempt = 0; attempt < 2; attempt++) {
            staff.sending("admin", notice)
                    .header("Idempotency-Key", "notice-2035")
                    .post(NOTICES)
                    .then()
                    .statusCode(201)
                    .body("version", equalTo(1));
        }
        staff.sending("admin", notice(2035, "https://www.gov.cn/2035", "-2035-01-02 元旦"))
                .header("Idempotency-Key", "notice-2035")
                .post(NOTICES)
                .then()
                .statusCode(409);
    }

    @Test
    void a_notice_with_faults_is_refused_whole_and_each_fault_is_named() {
        var before = calendar(2037).getString("version");
        staff.sending(
                        "admin",
                        notice(
                                2037,
                                "https://www.gov.cn/2037",
                                "-2037-01-01 元旦",
                                "-2037-01-01 元旦",
                                "+2037-10-10 国庆节",
                                "-2037-10-10 国庆节",
                                "+2037-01-05 元旦",
                                "-2036-11-30 元旦",
                                "-2038-01-01 元旦",
                                "-2037-02-30 元旦"))
                .post(NOTICES)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("detail", containsString("没有作任何改动"))
                .body(
                        "errors.field",
                        contains(
                                "days.1.date",
                                "days.3.date",
                                "days.4.isOffDay",
                                "days.5.date",
                                "days.6.date",
                                "days.7.date"));
        staff.as("admin").get(NOTICES + "/2037").then().statusCode(404);
        assertThat(calendar(2037).getString("version")).isEqualTo(before);
    }

    @Test
    void what_is_no_notice_at_all_is_a_clear_problem() {
        for (var body : List.of(
                "{}",
                "[]",
                "{\"year\":2039}",
                "{\"year\":\"2039\",\"days\":[]}",
                "{\"year\":2039,\"days\":{}}",
                "{\"year\":2039,\"days\":[1]}",
                "{\"year\":2039,\"days\":[{\"name\":\"元旦\",\"date\":\"2039-01-01\",\"isOffDay\":\"maybe\"}]}",
                "{\"year\":2039,\"papers\":[],\"days\":[]}",
                "不是 JSON")) {
            staff.as("admin")
                    .contentType(ContentType.JSON)
                    .body(body)
                    .post(NOTICES)
                    .then()
                    .statusCode(400)
                    .contentType("application/problem+json");
        }
        staff.as("admin").contentType(ContentType.JSON).post(NOTICES).then().statusCode(400);
        staff.sending("admin", notice(2039, "https://www.gov.cn/2039", "-2039-01-01 元旦"))
                .post(NOTICES + "?dryRun=vielleicht")
                .then()
                .statusCode(400);
    }

    @Test
    void contradicting_the_notice_of_the_year_before_is_refused() {
        staff.sending("admin", notice(2041, "https://www.gov.cn/2041", "+2041-12-28 元旦"))
                .post(NOTICES)
                .then()
                .statusCode(201);
        staff.sending("admin", notice(2042, "https://www.gov.cn/2042", "-2041-12-28 元旦", "-2042-01-01 元旦"))
                .post(NOTICES)
                .then()
                .statusCode(400)
                .body("errors[0].message", containsString("2041-12-28 与现行的 2041 年通知相反"));
        staff.as("admin").get(NOTICES + "/2042").then().statusCode(404);
    }

    @Test
    void the_file_of_holiday_cn_is_understood_as_it_is() {
        staff.as("admin")
                .contentType(ContentType.JSON)
                .body(new File("kb-seed/calendar/2026.json"))
                .post(NOTICES)
                .then()
                .statusCode(200)
                .body("outcome", equalTo("UNCHANGED"));
        staff.as("agent")
                .get(NOTICES + "?size=200")
                .then()
                .statusCode(200)
                .body("items.year", hasItem(2024))
                .body(
                        "items.find { it.year == 2026 }.papers",
                        contains("https://www.gov.cn/zhengce/zhengceku/202511/content_7047091.htm"));
        staff.as("agent").get(NOTICES + "?size=1").then().body("items", hasSize(1));
    }

    @Test
    void an_office_has_hours_of_its_own_from_a_day_on() {
        var change = hours("shuangyashan", null, 0, "2026-06-01", "08:30-11:30", "13:30-17:00");
        staff.sending("admin", change)
                .put(HOURS)
                .then()
                .statusCode(200)
                .body("version", equalTo(1))
                .body("profile", equalTo("shuangyashan"))
                .body("department", nullValue())
                .body("schedules[0].hours[0].open", contains("08:30-11:30", "13:30-17:00"));
        var year = calendar("?year=2026&profile=shuangyashan");
        assertThat(open(year, "2026-05-29")).containsExactly("09:00-12:00", "13:00-18:00");
        assertThat(open(year, "2026-06-01")).containsExactly("08:30-11:30", "13:30-17:00");
        assertThat(open(calendar("?year=2026&profile=shuangyashan&department=d1"), "2026-06-01"))
                .containsExactly("08:30-11:30", "13:30-17:00");
        assertThat(open(calendar("?year=2026"), "2026-06-01")).containsExactly("09:00-12:00", "13:00-18:00");

        staff.sending("admin", hours("shuangyashan", "d1", 0, "2026-06-01", "08:00-20:00"))
                .put(HOURS)
                .then()
                .statusCode(200);
        assertThat(open(calendar("?year=2026&profile=shuangyashan&department=d1"), "2026-06-01"))
                .containsExactly("08:00-20:00");
        assertThat(open(calendar("?year=2026&profile=shuangyashan&department=d2"), "2026-06-01"))
                .containsExactly("08:30-11:30", "13:30-17:00");
        staff.as("agent")
                .get(HOURS + "?size=200")
                .then()
                .statusCode(200)
                .body("items[0].profile", nullValue())
                .body("items.department", hasItem("d1"));
    }

    @Test
    void hours_are_changed_at_the_version_that_was_seen() {
        staff.sending("admin", hours("suzhou", null, 0, "2026-01-01", "08:00-16:00"))
                .put(HOURS)
                .then()
                .statusCode(200);
        staff.sending("admin", hours("suzhou", null, 0, "2026-01-01", "08:00-17:00"))
                .put(HOURS)
                .then()
                .statusCode(409)
                .body("current.version", equalTo(1))
                .body("current.schedules[0].hours[0].open", contains("08:00-16:00"));
        var nothing = new HashMap<String, Object>(Map.of("profile", "suzhou", "version", 1, "schedules", List.of()));
        staff.sending("admin", nothing).put(HOURS).then().statusCode(200).body("version", equalTo(2));
        assertThat(open(calendar("?year=2026&profile=suzhou"), "2026-01-05"))
                .containsExactly("09:00-12:00", "13:00-18:00");
        staff.as("supervisor")
                .get(HOURS + "/versions?profile=suzhou")
                .then()
                .statusCode(200)
                .body("items.version", contains(2, 1));
        nothing.remove("version");
        staff.sending("admin", nothing).put(HOURS).then().statusCode(400);
    }

    @Test
    void faulty_hours_are_refused_whole() {
        staff.sending("admin", hours("jiangsu", null, 0, "2026-01-01", "09:00-12:00", "11:00-18:00"))
                .put(HOURS)
                .then()
                .statusCode(400)
                .body("errors.field", contains("schedules.0.hours.0.open"));
        staff.sending("admin", hours("江苏", null, 0, "2026-01-01", "09:00-12:00"))
                .put(HOURS)
                .then()
                .statusCode(400);
        staff.as("agent")
                .get(HOURS + "/versions?profile=jiangsu")
                .then()
                .statusCode(200)
                .body("total", equalTo(0));
    }

    @Test
    void only_staff_read_and_only_administrators_change() {
        var notice = notice(2043, "https://www.gov.cn/2043", "-2043-01-01 元旦");
        for (var address : List.of(CALENDAR, NOTICES, NOTICES + "/2026", HOURS)) {
            given().get(address).then().statusCode(401);
            for (var name : List.of("agent", "department", "supervisor", "admin")) {
                staff.as(name).get(address).then().statusCode(200);
            }
        }
        given().contentType(ContentType.JSON).body(notice).post(NOTICES).then().statusCode(401);
        given().contentType(ContentType.JSON).body("{}").put(HOURS).then().statusCode(401);
        for (var name : List.of("agent", "department", "editor", "reviewer", "supervisor")) {
            staff.sending(name, notice).post(NOTICES).then().statusCode(403);
            staff.sending(name, notice).post(NOTICES + "?dryRun=true").then().statusCode(403);
            staff.sending(name, hours("yancheng", null, 0, "2026-01-01", "09:00-12:00"))
                    .put(HOURS)
                    .then()
                    .statusCode(403);
        }
        staff.as("admin").get(NOTICES + "/2043").then().statusCode(404);
    }

    @Test
    void years_that_there_are_not_are_refused_in_chinese() {
        for (var year : List.of("2013", "2200", "abc", "99999999999", "-1")) {
            staff.as("agent")
                    .get(CALENDAR + "?year=" + year)
                    .then()
                    .statusCode(400)
                    .body("errors[0].field", equalTo("year"))
                    .body("detail", not(containsString("For input")));
            staff.as("agent").get(NOTICES + "/" + year).then().statusCode(400);
        }
        staff.as("agent").get(CALENDAR + "?year=2026&profile=../x").then().statusCode(400);
        staff.as("agent")
                .get(CALENDAR + "?year=2026&department=" + "d".repeat(101))
                .then()
                .statusCode(400);
        staff.as("agent").get(NOTICES + "?size=0").then().statusCode(400);
    }

    private JsonPath calendar(int year) {
        return calendar("?year=" + year);
    }

    private JsonPath calendar(String query) {
        return staff.as("agent")
                .get(CALENDAR + query)
                .then()
                .statusCode(200)
                .body("days.kind", everyItem(notNullValue()))
                .extract()
                .jsonPath();
    }

    private static List<String> open(JsonPath year, String day) {
        return year.getList("days.find { it.date == '" + day + "' }.open");
    }

    /** A minus stands before a free day, a plus before a worked one. */
    private static Map<String, Object> notice(int year, String paper, String... days) {
        return Map.of(
                "year",
                year,
                "papers",
                List.of(paper),
                "days",
                Arrays.stream(days)
                        .map(day -> Map.of(
                                "name", day.substring(12),
                                "date", day.substring(1, 11),
                                "isOffDay", day.charAt(0) == '-'))
                        .toList());
    }

    private static Map<String, Object> hours(
            String profile, String department, int version, String from, String... openings) {
        var change = new HashMap<String, Object>();
        change.put("profile", profile);
        change.put("department", department);
        change.put("version", version);
        change.put(
                "schedules",
                List.of(Map.of("from", from, "hours", List.of(Map.of("open", new ArrayList<>(List.of(openings)))))));
        return change;
    }
}
