package cn.yiqilai.city.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import cn.yiqilai.access.AuditTrail;
import cn.yiqilai.city.ServiceRulesArchive;
import cn.yiqilai.knowledge.web.Staff;
import cn.yiqilai.platform.postgres.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the documents say, for anybody to read; and the switch of the operator, for administrators. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class ServiceRulesIT {
    private static final String RULES = "/api/v1/service-rules";

    @Inject
    ServiceRulesArchive archive;

    @Inject
    AuditTrail audit;

    @Inject
    Jdbi jdbi;

    @Inject
    Clock clock;

    private final Staff staff = new Staff();

    @Test
    void anybody_may_see_which_profiles_there_are() {
        given().get(RULES)
                .then()
                .statusCode(200)
                .body("total", equalTo(4))
                .body("items.profile", contains("jiangsu", "shuangyashan", "suzhou", "yancheng"))
                .body("items.find { it.served }.profile", equalTo("yancheng"))
                .body("items[0].version", matchesPattern("jiangsu/1\\+[0-9a-f]{8}"));
        given().queryParam("size", 1)
                .queryParam("page", 3)
                .get(RULES)
                .then()
                .body("items.profile", contains("yancheng"))
                .body("total", equalTo(4));
        given().queryParam("size", 0).get(RULES).then().statusCode(400);
    }

    @Test
    void a_profile_shows_each_value_with_its_source_and_each_silence() {
        given().get(RULES + "/yancheng")
                .then()
                .statusCode(200)
                .body("profile", equalTo("yancheng"))
                .body("served", equalTo(true))
                .body("limits.CLOSE[0].kinds", contains("CONSULT", "HELP"))
                .body("limits.CLOSE[0].limit.count", equalTo(5))
                .body("limits.CLOSE[0].limit.unit", equalTo("WORKING_DAY"))
                .body("limits.CLOSE[0].source", equalTo("000_542288d8169dd00e.txt 四(三)2"))
                .body("limits.CLOSE[1].flags", contains("HARD_CASE"))
                .body("limits.SIGN[0]", hasKey("limit"))
                .body("limits.SIGN[0].limit", nullValue())
                .body("limits.SIGN[0].text", equalTo("及时签收"))
                .body("approvals.level", contains("GOVERNMENT", "HEAD", "DEPUTY"))
                .body("$", hasKey("rejection"))
                .body("rejection", nullValue())
                .body("readings.find { it.ref == 'A17' }.value", equalTo("ten_day_family_only"))
                .body("targets.find { it.id == 'satisfaction_rate' }.value", equalTo(0.98f))
                .body("provisions.capacity.filing_codes.value", contains("1095"));
        given().get(RULES + "/shuangyashan")
                .then()
                .body("limits.NIGHT_CONTACT[0].limit.time", equalTo("09:00"))
                .body("limits.CLOSE[0].extension.cap.workingDays", equalTo(10))
                .body("limits.CLOSE[0].extension.cap.measure", equalTo("TOTAL"))
                .body("limits.MISSED_CALL[0].owner", equalTo("当日话务值班长"));
    }

    @Test
    void an_unknown_profile_is_not_found() {
        given().get(RULES + "/atlantis").then().statusCode(404).body("detail", equalTo("没有这个城市规则档案。"));
        staff.as("admin").get(RULES + "/atlantis/fallbacks").then().statusCode(404);
        staff.sending("admin", wish("jiangsu", 0))
                .post(RULES + "/atlantis/fallbacks")
                .then()
                .statusCode(404);
    }

    @ParameterizedTest
    @CsvSource({
        "agent, 403, 403",
        "specialist, 403, 403",
        "department, 403, 403",
        "editor, 403, 403",
        "reviewer, 403, 403",
        "supervisor, 200, 403",
        "admin, 200, 400"
    })
    void who_may_see_and_who_may_make_decisions(String username, int reading, int deciding) {
        staff.as(username).get(RULES + "/jiangsu/fallbacks").then().statusCode(reading);
        staff.sending(username, Map.of())
                .post(RULES + "/jiangsu/fallbacks")
                .then()
                .statusCode(deciding);
    }

    @Test
    void nobody_decides_without_a_login() {
        given().get(RULES + "/jiangsu/fallbacks").then().statusCode(401);
        given().contentType(ContentType.JSON)
                .body(wish("yancheng", 0))
                .post(RULES + "/jiangsu/fallbacks")
                .then()
                .statusCode(401);
    }

    @Test
    void reading_A13_J_60_a_fallback_is_switched_on_and_off_by_explicit_dated_and_audited_decisions() {
        var before = clock.instant();
        decide("suzhou", wish("jiangsu", 0))
                .statusCode(201)
                .body("version", equalTo(1))
                .body("fallbackProfile", equalTo("jiangsu"))
                .body("by", startsWith("account:"))
                .body("effectiveFrom", notNullValue());
        var after = clock.instant();

        assertThat(archive.inForce("suzhou", before.minusSeconds(1)).fallback())
                .as("orders dispatched before the decision")
                .isNull();
        assertThat(archive.inForce("suzhou", after).fallback()).isNotNull();
        var version = archive.inForce("suzhou", after).version();
        assertThat(version).matches("suzhou/1\\+\\w{8}\\|jiangsu/1\\+\\w{8}");
        assertThat(archive.ofVersion(version).version()).isEqualTo(version);
        given().get(RULES + "/suzhou")
                .then()
                .body("fallbackInForce.profile", equalTo("jiangsu"))
                .body("fallbackInForce.since", notNullValue());

        decide("suzhou", wish(null, 1)).statusCode(201).body("fallbackProfile", nullValue());

        assertThat(archive.inForce("suzhou", clock.instant()).fallback()).isNull();
        assertThat(archive.inForce("suzhou", after).fallback())
                .as("orders dispatched in between")
                .isNotNull();
        given().get(RULES + "/suzhou").then().body("fallbackInForce", nullValue());
        staff.as("supervisor")
                .get(RULES + "/suzhou/fallbacks")
                .then()
                .body("total", equalTo(2))
                .body("items.version", contains(2, 1));
        assertThat(auditLines("suzhou")).isEqualTo(2);
        assertThat(audit.verify()).isInstanceOf(AuditTrail.Verdict.Intact.class);
    }

    @Test
    void a_decision_may_be_dated_ahead_and_holds_from_that_instant_on() {
        var from = clock.instant().plus(Duration.ofDays(30)).truncatedTo(java.time.temporal.ChronoUnit.SECONDS);
        var body = wish("shuangyashan", 0);
        body.put("effectiveFrom", from.toString());
        decide("yancheng", body).statusCode(201);

        assertThat(archive.inForce("yancheng", from.minusSeconds(1)).fallback()).isNull();
        assertThat(archive.inForce("yancheng", from).fallback()).isNotNull();
        given().get(RULES + "/yancheng").then().body("fallbackInForce", nullValue());

        // A later decision cannot take effect before an earlier one.
        decide("yancheng", wish("jiangsu", 1)).statusCode(400).body("errors.field", contains("effectiveFrom"));
        body.put("fallbackProfile", null);
        body.put("version", 1);
        decide("yancheng", body).statusCode(201);
        assertThat(archive.inForce("yancheng", from).fallback()).isNull();
    }

    @Test
    void the_same_key_decides_once_and_a_stale_view_is_refused_with_what_is_there() {
        var key = UUID.randomUUID().toString();
        var body = wish("yancheng", 0);
        for (var i = 0; i < 2; i++) {
            staff.sending("admin", body)
                    .header("Idempotency-Key", key)
                    .post(RULES + "/shuangyashan/fallbacks")
                    .then()
                    .statusCode(201)
                    .body("version", equalTo(1));
        }
        decide("shuangyashan", wish("jiangsu", 0))
                .statusCode(409)
                .body("current", hasSize(1))
                .body("current[0].fallbackProfile", equalTo("yancheng"));
        body.put("reason", "另一个理由");
        staff.sending("admin", body)
                .header("Idempotency-Key", key)
                .post(RULES + "/shuangyashan/fallbacks")
                .then()
                .statusCode(409);
    }

    @Test
    void of_two_who_decide_at_once_one_wins() {
        var running = new ArrayList<Future<Integer>>();
        try (var threads = Executors.newFixedThreadPool(4)) {
            for (var i = 0; i < 8; i++) {
                running.add(threads.submit(
                        () -> decide("jiangsu", wish("yancheng", 0)).extract().statusCode()));
            }
        }

        assertThat(running.stream().map(Future::resultNow))
                .containsOnly(201, 409)
                .containsOnlyOnce(201);
        assertThat(auditLines("jiangsu")).isEqualTo(1);
    }

    /** field | value as JSON | the field that is named */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "fallbackProfile | \"atlantis\" | fallbackProfile",
                "fallbackProfile | \"yancheng\" | fallbackProfile",
                "fallbackProfile | 7 | fallbackProfile",
                "effectiveFrom | \"2020-01-01T00:00:00+08:00\" | effectiveFrom",
                "effectiveFrom | \"2999-01-01T00:00:00+08:00\" | effectiveFrom",
                "effectiveFrom | \"tomorrow\" | effectiveFrom",
                "effectiveFrom | 5 | effectiveFrom",
                "reason | \"\" | reason",
                "reason | null | reason",
                "version | null | version",
                "version | \"0\" | version",
                "version | -1 | version",
            })
    void a_wish_that_cannot_be_is_told(String field, String value, String named) {
        var others = new HashMap<>(
                Map.of("fallbackProfile", "\"jiangsu\"", "reason", "\"试\"", "version", "" + seen("yancheng")));
        others.put(field, value);
        var body = others.entrySet().stream()
                .map(one -> "\"" + one.getKey() + "\":" + one.getValue())
                .collect(java.util.stream.Collectors.joining(",", "{", "}"));

        decide("yancheng", body).statusCode(400).body("errors.field", hasItem(named));
    }

    @Test
    void leaving_the_fallback_out_switches_nothing_off() {
        decide("yancheng", Map.of("reason", "忘了", "version", seen("yancheng")))
                .statusCode(400)
                .body("errors.field", contains("fallbackProfile"))
                .body("errors.message", contains(containsString("null 表示停用")));
    }

    @Test
    void what_was_in_use_and_what_was_decided_is_never_changed() {
        assertThat(refuses("UPDATE rule_text SET content = 'x'")).isTrue();
        assertThat(refuses("DELETE FROM rule_text")).isTrue();
        assertThat(refuses("TRUNCATE fallback_switch")).isTrue();
        assertThat(refuses("INSERT INTO fallback_switch VALUES ('a', 1, 'a', now(), now(), 'x', 'y')"))
                .isTrue();
        assertThat(refuses(
                        "INSERT INTO fallback_switch VALUES ('a', 1, 'b', now() - interval '1 hour', now(), 'x', 'y')"))
                .isTrue();
    }

    @Test
    void an_order_of_older_rules_finds_them_again() {
        var version = "jiangsu/0+01234567";
        jdbi.useHandle(handle -> handle.execute(
                "INSERT INTO rule_text VALUES (?, 'jiangsu', ?, now()) ON CONFLICT DO NOTHING",
                version,
                cn.yiqilai.city.CityRules.text("jiangsu")
                        .replace("count: 3, unit: working_day", "count: 4, unit: working_day")));

        var rules = archive.ofVersion(version).own();

        assertThat(rules.limit(cn.yiqilai.city.Step.REPLY, cn.yiqilai.city.Kind.CONSULT, java.util.Set.of())
                        .limit()
                        .count())
                .isEqualTo(4);
    }

    private long seen(String profile) {
        return ((Number) staff.as("admin")
                        .get(RULES + "/" + profile + "/fallbacks")
                        .path("total"))
                .longValue();
    }

    private boolean refuses(String statement) {
        try {
            jdbi.useHandle(handle -> handle.execute(statement));
            return false;
        } catch (org.jdbi.v3.core.JdbiException e) {
            return true;
        }
    }

    private int auditLines(String profile) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT count(*) FROM audit_line WHERE action = 'service-rules.fallback' AND subject_id = :profile")
                .bind("profile", profile)
                .mapTo(Integer.class)
                .one());
    }

    private ValidatableResponse decide(String profile, Object body) {
        return staff.sending("admin", body)
                .post(RULES + "/" + profile + "/fallbacks")
                .then();
    }

    private static Map<String, Object> wish(String fallback, long seen) {
        var wish = new HashMap<String, Object>();
        wish.put("fallbackProfile", fallback);
        wish.put("reason", "按管理办法第三十二条参照执行");
        wish.put("version", seen);
        return wish;
    }
}
