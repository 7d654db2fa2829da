package cn.yiqilai.workorder.web;

import static cn.yiqilai.workorder.web.Crew.HOUSING;
import static cn.yiqilai.workorder.web.Crew.ORDERS;
import static cn.yiqilai.workorder.web.Crew.POWER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import cn.yiqilai.platform.postgres.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Units proposed for orders over HTTP, with the index, the directory and the orders that are there. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class ProposalsIT {
    @Inject
    Jdbi jdbi;

    private Crew crew;

    @BeforeEach
    void assemble() {
        crew = new Crew(jdbi);
        await().until(() -> crew.as("agent").get("/q/health/ready").statusCode() == 200);
    }

    @Test
    void J_11_the_department_of_the_entries_that_fit_is_proposed_with_its_reason() {
        var found = proposals(file(Map.of("description", "小规模纳税人一个月开票9万要交增值税吗")));

        assertThat(found.getString("proposals[0].unit.id")).isEqualTo("tax");
        assertThat(found.getString("proposals[0].unit.name")).isEqualTo("市税务局");
        assertThat(found.getDouble("proposals[0].confidence")).isBetween(0.5, 1.0);
        assertThat(found.getList("proposals[0].grounds.ground")).contains("KNOWLEDGE", "DUTIES");
        assertThat(found.getString("proposals[0].reason")).contains("知识条目“小规模纳税人", "归口市税务局", "增值税");
        assertThat(found.getString("note")).contains("份额", "不是正确的概率");
        assertThat(found.<Object>getList("proposals")).hasSizeLessThanOrEqualTo(3);
    }

    @Test
    void Y_36_the_filing_code_names_the_unit_and_weighs_most() {
        jdbi.useHandle(handle -> handle.execute("""
                INSERT INTO filing_code (code, name, unit, active, demo, version, updated_at)
                VALUES ('it-p', '报装', 'it-power', true, true, 1, now()) ON CONFLICT DO NOTHING"""));
        jdbi.useHandle(handle -> handle.execute("""
                INSERT INTO filing_code (code, name, parent, active, demo, version, updated_at)
                VALUES ('it-p-1', '高压报装', 'it-p', true, true, 1, now()) ON CONFLICT DO NOTHING"""));

        var found = proposals(file(Map.of("description", "员工社保怎么登记", "filingCode", "it-p-1")));

        assertThat(found.getString("proposals[0].unit.id")).isEqualTo(POWER);
        assertThat(found.getString("proposals[0].grounds[0].ground")).isEqualTo("FILING_CODE");
        assertThat(found.getString("proposals[0].reason")).contains("归口编码 it-p“报装”");
        assertThat(found.getString("proposals[1].unit.id")).isEqualTo("human-resources");
    }

    @Test
    void Y_37_the_window_of_a_department_speaks_for_it_and_that_of_a_platform_for_nobody() {
        jdbi.useHandle(handle -> handle.execute("""
                INSERT INTO registration_window (id, name, unit, active, demo, version, updated_at)
                VALUES ('it-w', '办税服务厅', 'tax', true, true, 1, now()),
                       ('it-v', '热线', 'city-platform', true, true, 1, now()) ON CONFLICT DO NOTHING"""));

        assertThat(proposals(file(Map.of("description", "呀呀呀", "window", "it-w")))
                        .getString("proposals[0].grounds[0].ground"))
                .isEqualTo("WINDOW");
        assertThat(proposals(file(Map.of("description", "呀呀呀", "window", "it-v")))
                        .<Object>getList("proposals"))
                .isEmpty();
    }

    @Test
    void Y_44_S_04_what_lies_in_a_county_goes_to_its_platform_and_to_the_office_of_the_department_there() {
        var platform = proposals(file(Map.of("description", "呀呀呀", "region", "东台市")));
        assertThat(platform.getString("proposals[0].unit.id")).isEqualTo("dongtai-platform");
        assertThat(platform.getString("proposals[0].reason")).contains("属地管理：诉求所在地为东台市");
        assertThat(proposals(file(Map.of("description", "我们厂在东台，呀呀呀"))).getString("proposals[0].unit.id"))
                .as("named in the words")
                .isEqualTo("dongtai-platform");

        jdbi.useHandle(handle -> handle.execute("""
                INSERT INTO unit (id, name, aliases, kind, level, parent, region, keywords, version, updated_at)
                VALUES ('it-tax-dafeng', '大丰区税务分局', '{}', 'SUB_UNIT', 'COUNTY', 'tax', '大丰区', '{}', 1, now())
                ON CONFLICT DO NOTHING"""));
        var local = proposals(file(Map.of("description", "小规模纳税人一个月开票9万要交增值税吗", "region", "大丰区")));
        assertThat(local.getString("proposals[0].unit.id")).isEqualTo("it-tax-dafeng");
        assertThat(local.getString("proposals[0].reason")).contains("（属地：大丰区）");
        assertThat(local.getList("proposals.unit.id"))
                .contains("dafeng-platform")
                .doesNotContain("tax");
    }

    @Test
    void where_similar_orders_went_speaks_for_the_unit() {
        var about = "海堤风电场升压站调试" + UUID.randomUUID().toString().substring(0, 8);
        var before = file(Map.of("description", about + "迟迟没有人来验收"));
        done("agent", before, "dispatch", Map.of("unit", POWER));
        assertThat(proposals(file(Map.of("description", about + "没有人来验收"))).getList("proposals.unit.id"))
                .as("nobody has taken it yet")
                .doesNotContain(POWER);
        done(POWER, before, "sign", Map.of());
        done(POWER, before, "contact", Map.of("toldProcedure", true, "toldLimit", true));

        var found = proposals(file(Map.of("description", about + "没有人来验收")));

        assertThat(found.getString("proposals[0].unit.id")).isEqualTo(POWER);
        assertThat(found.getString("proposals[0].grounds[0].ground")).isEqualTo("PRECEDENT");
        assertThat(found.getString("proposals[0].reason")).contains("YQL-", "内容相近");
    }

    @Test
    void where_nothing_fits_nobody_is_guessed() {
        crew.as("agent")
                .get(ORDERS + "/" + file(Map.of("description", "呀呀呀")) + "/proposals")
                .then()
                .statusCode(200)
                .body("proposals", empty())
                .body("note", containsString("没有可以参考的依据"));
    }

    @Test
    void what_was_proposed_and_chosen_is_kept_and_agreement_is_measured() {
        var before = agreement();
        var first = file(Map.of("description", "小规模纳税人一个月开票9万要交增值税吗"));
        var other = file(Map.of("description", "小规模纳税人一个月开票9万要交增值税吗"));
        var nothing = file(Map.of("description", "呀呀呀"));

        done("agent", first, "dispatch", Map.of("unit", "tax"));
        done("agent", other, "dispatch", Map.of("unit", HOUSING));
        done("agent", nothing, "dispatch", Map.of("unit", HOUSING));

        crew.as("agent")
                .get(ORDERS + "/" + first + "/proposals")
                .then()
                .body("proposals", empty())
                .body("note", containsString("待签收"))
                .body("dispatches", hasSize(1))
                .body("dispatches[0].chosen.id", equalTo("tax"))
                .body("dispatches[0].rank", equalTo(1))
                .body("dispatches[0].proposals[0].unit.id", equalTo("tax"));
        crew.as("agent")
                .get(ORDERS + "/" + other + "/proposals")
                .then()
                .body("dispatches[0].chosen.id", equalTo(HOUSING))
                .body("dispatches[0].rank", nullValue());
        var after = agreement();
        assertThat(after.getLong("dispatches") - before.getLong("dispatches")).isEqualTo(3);
        assertThat(after.getLong("proposed") - before.getLong("proposed")).isEqualTo(2);
        assertThat(after.getLong("first") - before.getLong("first")).isEqualTo(1);
        assertThat(after.getLong("amongThree") - before.getLong("amongThree")).isEqualTo(1);
        assertThat(after.getDouble("firstShare")).isBetween(0.0, 1.0);
        assertThat(after.<Object>getList("bands")).hasSize(5);
        assertThat(after.getList("bands.proposed", Integer.class).stream()
                        .mapToInt(Integer::intValue)
                        .sum())
                .isEqualTo(after.getInt("proposed"));
    }

    @Test
    void whoever_gave_it_back_is_not_proposed_again() {
        var id = file(Map.of("description", "小规模纳税人一个月开票9万要交增值税吗", "filingCode", code()));
        assertThat(proposals(id).getString("proposals[0].unit.id")).isEqualTo(POWER);
        done("agent", id, "dispatch", Map.of("unit", POWER));
        done(POWER, id, "request-return", Map.of("ground", "三定方案", "advice", "请税务办理"));
        done("supervisor", id, "decide-return", Map.of("approved", true));

        var again = proposals(id);

        assertThat(again.getList("proposals.unit.id")).contains("tax").doesNotContain(POWER);
        assertThat(again.<Object>getList("dispatches")).hasSize(1);
    }

    @Test
    void what_was_kept_is_never_changed() {
        for (var statement : List.of(
                "UPDATE work_order_proposal SET chosen = 'x'",
                "DELETE FROM work_order_proposal",
                "TRUNCATE work_order_proposal")) {
            assertThatThrownBy(() -> jdbi.useHandle(handle -> handle.execute(statement)))
                    .as(statement)
                    .isInstanceOf(JdbiException.class)
                    .hasMessageContaining("insert-only");
        }
    }

    @Test
    void units_propose_nothing_and_learn_nothing_of_it() {
        var id = file(Map.of("description", "呀呀呀"));

        crew.as(POWER).get(ORDERS + "/" + id + "/proposals").then().statusCode(403);
        crew.as(POWER).get(ORDERS + "/proposals/agreement").then().statusCode(403);
        crew.as("agent")
                .get(ORDERS + "/" + UUID.randomUUID() + "/proposals")
                .then()
                .statusCode(404);
    }

    @ParameterizedTest
    @CsvSource({"2026-03-02, 2026-03-01, from", "gestern, 2026-03-01, from", "2026-02-30, , from", ", x, to"})
    void days_that_mean_nothing_are_named(String from, String to, String field) {
        var request = crew.as("supervisor");
        if (from != null) {
            request.queryParam("from", from);
        }
        if (to != null) {
            request.queryParam("to", to);
        }
        request.get(ORDERS + "/proposals/agreement")
                .then()
                .statusCode(400)
                .body("errors.field", hasItem(field))
                .body("detail", not(containsString("Exception")));
    }

    private String code() {
        jdbi.useHandle(handle -> handle.execute("""
                INSERT INTO filing_code (code, name, unit, active, demo, version, updated_at)
                VALUES ('it-q', '报装', 'it-power', true, true, 1, now()) ON CONFLICT DO NOTHING"""));
        return "it-q";
    }

    private JsonPath agreement() {
        return crew.as("supervisor")
                .get(ORDERS + "/proposals/agreement")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private JsonPath proposals(String id) {
        return crew.as("agent")
                .get(ORDERS + "/" + id + "/proposals")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private String file(Map<String, Object> matter) {
        var body = new HashMap<String, Object>(Map.of("kind", "CONSULT"));
        body.putAll(matter);
        return crew.as("agent")
                .body(body)
                .post(ORDERS)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private void done(String username, String id, String operation, Map<String, Object> body) {
        crew.as(username)
                .body(body)
                .post(ORDERS + "/" + id + "/" + operation)
                .then()
                .statusCode(200);
    }
}
