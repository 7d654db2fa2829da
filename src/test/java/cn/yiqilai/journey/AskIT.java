package cn.yiqilai.journey;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.http.ContentType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One question and its answer, as another program asks. */
class AskIT {
    private static final RunningService SERVICE = RunningService.shared();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CONTRACT = "新人入职以后，最迟多久要把书面劳动合同签好？";
    private static final String LOCAL = "制造业贷款财政贴息有多少？";
    private static final String UNTIL_2027 = "小型微利企业的企业所得税实际要交多少？";
    /** Too short to say which of several entries is meant; which of them the service asks back about is its own affair. */
    private static final List<String> VAGUE =
            List.of("付款期限", "劳动合同", "小规模纳税人", "社保登记", "高新技术企业", "环评", "有效期", "企业所得税", "残保金");

    @Test
    void an_answer_has_the_shape_of_the_contract() throws IOException {
        var reply = ask(Map.of("question", CONTRACT));

        assertThat(reply.path("decision").asText()).isEqualTo("ANSWER");
        assertThat(reply.get("reason").isNull()).isTrue();
        assertThat(reply.get("confidence").asDouble()).isBetween(0.5, 1.0);
        var answer = reply.path("answers").path(0);
        assertThat(answer.path("entryId").asText()).isEqualTo("labor-written-contract-deadline");
        assertThat(answer.get("confidence").asDouble())
                .isEqualTo(reply.get("confidence").asDouble());
        assertThat(answer.has("part")).as("one question has no parts").isFalse();
        assertThat(answer.path("region").asText()).isEqualTo("全国");
        assertThat(answer.has("validFrom")).isTrue();
        assertThat(answer.has("validUntil")).isTrue();
        assertThat(answer.path("basis")).isNotEmpty().allMatch(JsonNode::isTextual);
        var source = answer.path("sources").path(0);
        assertThat(source.path("title").asText()).isNotBlank();
        assertThat(source.path("url").asText()).startsWith("http");
        assertThat(source.has("issuer")).isTrue();
        assertThat(source.has("documentNumber")).isTrue();
        assertThat(source.has("issuedOn")).isTrue();
        assertThat(reply.path("related"))
                .allSatisfy(one -> assertThat(one.fieldNames()).toIterable().contains("entryId", "question"));
    }

    @Test
    void what_is_answered_is_the_approved_text_word_for_word() throws IOException {
        var approved = approved();
        for (var question : List.of(
                CONTRACT, LOCAL, "商标注册下来以后能用多少年？", "发明专利受保护的年头有多长？", "我要转人工", "付款期限", "公司的排污许可证几年到期？", "试用期最长可以定多久？")) {
            var reply = ask(Map.of("question", question, "limit", 20));
            assertThat(reply.path("answers")).isNotEmpty().allSatisfy(answer -> {
                var entry = approved.get(answer.path("entryId").asText());
                assertThat(answer.get("answer")).isEqualTo(entry.get("answer"));
                assertThat(answer.get("question")).isEqualTo(entry.get("question"));
                assertThat(answer.get("basis")).isEqualTo(entry.get("basis"));
            });
            if (reply.path("decision").asText().equals("ANSWER")) {
                assertThat(reply.path("text").asText())
                        .contains(reply.path("answers").path(0).path("answer").asText());
            }
        }
    }

    @Test
    void the_agents_point_is_for_those_who_judge() {
        var wanted = Map.of("question", "付款期限", "operatingPoint", "AGENT");

        Refusal.isClear(
                given().baseUri(SERVICE.baseUrl())
                        .contentType(ContentType.JSON)
                        .body(wanted)
                        .post("/api/v1/ask"),
                403,
                null);
        for (var username : List.of("agent", "editor", "reviewer")) {
            Desk.of(SERVICE, username)
                    .request()
                    .body(wanted)
                    .post("/api/v1/ask")
                    .then()
                    .statusCode(200);
        }
    }

    @Test
    void an_operating_point_is_one_of_two() {
        var wanted = Map.of("question", CONTRACT, "operatingPoint", "EVERYBODY");

        Refusal.isClear(
                given().baseUri(SERVICE.baseUrl())
                        .contentType(ContentType.JSON)
                        .body(wanted)
                        .post("/api/v1/ask"),
                400,
                "operatingPoint");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 20})
    void as_many_answers_come_as_are_wanted_best_first(int limit) throws IOException {
        var most = ids(ask(Map.of("question", CONTRACT, "limit", 20)));

        assertThat(most).hasSize(20).doesNotHaveDuplicates();
        assertThat(ids(ask(Map.of("question", CONTRACT, "limit", limit)))).isEqualTo(most.subList(0, limit));
    }

    @Test
    void three_answers_come_when_nobody_says_how_many() throws IOException {
        assertThat(ids(ask(Map.of("question", CONTRACT)))).hasSize(3);
    }

    @Test
    void a_local_rule_answers_those_for_whom_it_was_made() throws IOException {
        var here = ask(Map.of("question", LOCAL));

        assertThat(here.path("decision").asText()).isEqualTo("ANSWER");
        assertThat(here.path("answers").path(0).path("region").asText()).isEqualTo("盐城市");
        assertThat(ask(Map.of("question", LOCAL, "region", "盐城市"))).isEqualTo(here);
        assertThat(ask(Map.of("question", LOCAL, "region", "盐城"))).isEqualTo(here);
    }

    @ParameterizedTest
    @CsvSource({"制造业贷款财政贴息有多少？, 南京市", "南京市的制造业贷款财政贴息有多少？, 盐城市", "苏州职工医保住院起付线是多少？, 盐城市", "职工医保住院起付线是多少？, 苏州市"})
    void a_local_rule_is_not_given_to_others(String question, String region) throws IOException {
        var reply = ask(Map.of("question", question, "region", region, "limit", 20));

        assertThat(reply.path("decision").asText()).isNotEqualTo("ANSWER");
        assertThat(reply.path("reason").asText()).isEqualTo("OTHER_REGION");
        assertThat(reply.path("answers"))
                .noneMatch(answer -> answer.path("region").asText().equals("盐城市"));
    }

    @Test
    void a_rule_answers_until_its_last_day() throws IOException {
        var before = ask(Map.of("question", UNTIL_2027, "asOf", "2027-12-31"));

        assertThat(before.path("decision").asText()).isEqualTo("ANSWER");
        assertThat(ids(before)).first().isEqualTo("tax-sme-rate-5");
        assertThat(before.path("answers").path(0).path("validUntil").asText()).isEqualTo("2027-12-31");
    }

    @Test
    void a_rule_that_has_run_out_is_named_and_not_answered() throws IOException {
        var after = ask(Map.of("question", UNTIL_2027, "asOf", "2028-01-01", "limit", 20));

        assertThat(after.path("decision").asText()).isEqualTo("HANDOFF");
        assertThat(after.path("reason").asText()).isEqualTo("EXPIRED_POLICY");
        assertThat(ids(after)).doesNotContain("tax-sme-rate-5");
        assertThat(after.path("text").asText()).contains("2027年12月31日");
    }

    @Test
    void a_year_that_is_named_is_answered_with_a_warning_when_it_is_over() throws IOException {
        var question = "2026年度科技型中小企业评价什么时候填报？";

        assertThat(ask(Map.of("question", question, "asOf", "2026-07-01"))
                        .path("text")
                        .asText())
                .doesNotContain("到期");
        var after = ask(Map.of("question", question, "asOf", "2026-10-01"));
        if (after.path("decision").asText().equals("ANSWER")) {
            assertThat(after.path("text").asText()).startsWith("请注意").contains("2026年8月31日");
        } else {
            assertThat(after.path("reason").asText()).isEqualTo("EXPIRED_POLICY");
        }
    }

    @Test
    void it_is_asked_as_of_today_when_no_day_is_named() throws IOException {
        var today = LocalDate.now(ZoneId.of("Asia/Shanghai")).toString();

        assertThat(ask(Map.of("question", UNTIL_2027))).isEqualTo(ask(Map.of("question", UNTIL_2027, "asOf", today)));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 20})
    void a_question_back_brings_two_to_four_answers_whatever_the_limit(int limit) throws IOException {
        var asked = 0;
        for (var question : VAGUE) {
            var reply = ask(Map.of("question", question, "limit", limit));
            if (reply.path("decision").asText().equals("CLARIFY")) {
                asked++;
                assertThat(reply.path("reason").asText()).isEqualTo("AMBIGUOUS");
                assertThat(reply.path("answers").size()).as(question).isBetween(2, 4);
                assertThat(reply.path("options").findValuesAsText("entryId")).isEqualTo(ids(reply));
            }
        }
        assertThat(asked).as("vague questions that are asked back").isPositive();
    }

    @ParameterizedTest
    @ValueSource(strings = {"仓库着火了，里面还有人", "车间有人触电昏过去了", "厂里煤气泄漏，好几个人晕倒"})
    void an_emergency_is_sent_to_those_who_come_at_once(String question) throws IOException {
        var reply = ask(Map.of("question", question));

        assertThat(reply.path("decision").asText()).isEqualTo("DECLINE");
        assertThat(reply.path("reason").asText()).isEqualTo("EMERGENCY");
        assertThat(reply.path("text").asText()).containsPattern("11[09]|120");
    }

    @ParameterizedTest
    @ValueSource(strings = {"我要转人工", "给我接人工客服", "不想跟机器人聊，找个真人来"})
    void a_wish_for_a_person_is_heard(String question) throws IOException {
        var reply = ask(Map.of("question", question, "limit", 2));

        assertThat(reply.path("decision").asText()).isEqualTo("HANDOFF");
        assertThat(reply.path("reason").asText()).isEqualTo("WANTS_HUMAN");
        assertThat(reply.path("answers").size()).isLessThanOrEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"你好", "您好，早上好", "谢谢你"})
    void a_courtesy_is_returned(String question) throws IOException {
        var reply = ask(Map.of("question", question));

        assertThat(reply.path("decision").asText()).isEqualTo("SMALL_TALK");
        assertThat(reply.path("reason").asText()).isEqualTo("CHITCHAT");
        assertThat(reply.path("text").asText()).isNotBlank();
    }

    private static JsonNode ask(Map<String, ?> question) throws IOException {
        return JSON.readTree(given().baseUri(SERVICE.baseUrl())
                .contentType(ContentType.JSON)
                .body(question)
                .post("/api/v1/ask")
                .then()
                .statusCode(200)
                .contentType(ContentType.JSON)
                .extract()
                .asByteArray());
    }

    private static List<String> ids(JsonNode reply) {
        return reply.path("answers").findValuesAsText("entryId");
    }

    private static Map<String, JsonNode> approved() throws IOException {
        var entries = new HashMap<String, JsonNode>();
        try (var files = Files.newDirectoryStream(Path.of("kb-seed/entries"), "*.jsonl")) {
            for (var file : files) {
                for (var line : Files.readAllLines(file)) {
                    var entry = JSON.readTree(line);
                    entries.put(entry.path("id").asText(), entry);
                }
            }
        }
        return entries;
    }
}
