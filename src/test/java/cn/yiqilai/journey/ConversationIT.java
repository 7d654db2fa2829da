package cn.yiqilai.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an enterprise does in a conversation, as a page or another channel does it for it. */
class ConversationIT {
    private static final RunningService SERVICE = RunningService.shared();
    private static final String QUESTION = "商标注册下来以后能用多少年？";
    private static final Map<String, String> ORDER =
            Map.of("kind", "HELP", "description", "厂区停电三天无人处理", "contact", "王女士", "phone", "0515-88123456");
    /** Too short to say which of several entries is meant; which of them the service asks back about is its own affair. */
    private static final List<String> VAGUE =
            List.of("付款期限", "劳动合同", "小规模纳税人", "社保登记", "高新技术企业", "环评", "有效期", "企业所得税", "残保金");

    private final Talk talk = Talk.open(SERVICE);

    @Test
    void a_conversation_begins_with_the_greeting() {
        var opened = Talk.post(SERVICE, Map.of("channel", "WEB")).jsonPath();
        var mine = new Talk(SERVICE, opened.getString("id"), opened.getString("token"));

        assertThat(mine.messages(0)).singleElement().satisfies(greeting -> assertThat(greeting)
                .containsEntry("seq", 1)
                .containsEntry("speaker", "ASSISTANT")
                .containsEntry("text", opened.getString("greeting")));
    }

    @Test
    void what_is_said_is_answered_and_both_are_kept_in_order() {
        var reply = said(QUESTION, "a");
        said("谢谢", "b");

        assertThat(reply.getMap("")).containsKeys("confidence", "text", "options", "handoff", "workOrder");
        assertThat(reply.getInt("seq")).isEqualTo(3);
        assertThat(reply.getString("decision")).isEqualTo("ANSWER");
        assertThat(reply.getString("answers[0].entryId")).isEqualTo("trademark-validity");
        assertThat(reply.getString("text")).contains(reply.getString("answers[0].answer"));
        var kept = talk.messages(0);
        assertThat(kept).extracting(message -> message.get("seq")).containsExactly(1, 2, 3, 4, 5);
        assertThat(kept.get(1)).containsEntry("text", QUESTION).containsEntry("clientMessageId", "a");
        assertThat(kept.get(2)).isEqualTo(reply.getMap(""));
        assertThat(talk.messages(2)).isEqualTo(kept.subList(2, 5));
        assertThat(talk.messages(5)).isEmpty();
    }

    @Test
    void a_message_that_is_sent_again_is_one_message_with_one_reply() {
        var first = said(QUESTION, "again");
        said("谢谢", "between");

        assertThat(said(QUESTION, "again").getMap("")).isEqualTo(first.getMap(""));
        assertThat(talk.messages(0)).hasSize(5);
    }

    @Test
    void a_message_that_comes_ten_times_at_once_is_one_message_with_one_reply() throws Exception {
        var replies = atOnce(10, i -> talk.say(QUESTION, "ten"));

        assertThat(replies)
                .allSatisfy(reply -> assertThat(reply.statusCode()).isEqualTo(200))
                .extracting(reply -> reply.jsonPath().getInt("seq"))
                .containsOnly(3);
        assertThat(talk.messages(0)).hasSize(3);
    }

    @Test
    void what_is_said_at_once_is_kept_without_gap_and_each_reply_belongs_to_its_message() throws Exception {
        var replies = atOnce(10, i -> talk.say(QUESTION, "m" + i));

        assertThat(replies).allSatisfy(reply -> assertThat(reply.statusCode()).isEqualTo(200));
        var kept = talk.messages(0);
        assertThat(kept)
                .extracting(message -> message.get("seq"))
                .isEqualTo(IntStream.rangeClosed(1, 21).boxed().toList());
        for (var i = 1; i < kept.size(); i += 2) {
            assertThat(kept.get(i + 1)).containsEntry("inReplyTo", kept.get(i).get("seq"));
        }
    }

    @Test
    void a_follow_up_is_understood_from_what_was_asked_before() {
        said("发明专利的保护期是多少年？", "a");

        var alone = Talk.open(SERVICE).say("那外观设计呢", "a").jsonPath();
        var followed = said("那外观设计呢", "b");

        assertThat(followed.getString("decision")).isEqualTo("ANSWER");
        assertThat(followed.getString("answers[0].entryId")).isEqualTo("patent-term");
        assertThat(alone.getDouble("confidence")).isLessThan(followed.getDouble("confidence"));
    }

    @Test
    void a_picked_option_is_answered_with_just_that_entry() {
        var offer = offer();
        var wanted = offer.getString("options[1].entryId");

        var picked = talk.pick(wanted, offer.getString("options[1].question"), "pick")
                .jsonPath();

        assertThat(offer.getList("options").size()).isBetween(2, 4);
        assertThat(picked.getString("decision")).isEqualTo("ANSWER");
        assertThat(picked.getList("answers.entryId")).containsExactly(wanted);
        assertThat(picked.getString("text")).contains(picked.getString("answers[0].answer"));
    }

    @Test
    void an_option_that_was_not_offered_is_no_short_cut() {
        offer();

        var picked = talk.pick("trademark-validity", "试用期最长可以定多久？", "pick").jsonPath();

        assertThat(picked.getList("answers.entryId")).doesNotContain("trademark-validity");
    }

    @ParameterizedTest
    @ValueSource(strings = {"我要转人工", "我要投诉供电所拖着不给我们厂通电"})
    void a_hand_off_files_an_order_that_an_agent_finds_with_the_conversation(String wish) {
        said(QUESTION, "a");
        var reply = said(wish, "b");

        assertThat(reply.getString("decision")).isEqualTo("HANDOFF");
        var number = reply.getString("workOrder.number");
        assertThat(number).matches("YQL-" + today() + "-\\d{4,}");
        assertThat(reply.getString("workOrder.tag")).isEqualTo("企业");
        assertThat(reply.getString("text")).contains(number);
        var desk = Desk.of(SERVICE, "agent");
        desk.orders(number)
                .body("total", equalTo(1))
                .body("items[0].id", equalTo(reply.getString("workOrder.id")))
                .body("items[0].conversationId", equalTo(talk.id()));
        var description = desk.request()
                .get("/api/v1/work-orders/" + reply.getString("workOrder.id"))
                .then()
                .statusCode(200)
                .body("conversationId", equalTo(talk.id()))
                .extract()
                .path("description");
        assertThat(description).asString().contains(QUESTION, wish);
    }

    @Test
    void a_conversation_has_one_open_order_of_a_kind() {
        var person = said("我要转人工", "a").getString("workOrder.number");
        var complaint = said("我要投诉供电所拖着不给我们厂通电", "b").getString("workOrder.number");

        assertThat(complaint).isNotEqualTo(person);
        assertThat(said("转人工", "c").getString("workOrder.number")).isEqualTo(person);
        assertThat(said("我要投诉供电所乱收费", "d").getString("workOrder.number")).isEqualTo(complaint);
    }

    @Test
    void a_person_can_be_asked_for_before_anything_was_said() {
        var reply = talk.handOff();

        assertThat(reply.statusCode()).as(reply.asString()).isEqualTo(200);
        var number = reply.jsonPath().getString("workOrder.number");
        Desk.of(SERVICE, "agent").orders(number).body("items.conversationId", contains(talk.id()));
        assertThat(talk.messages(1))
                .singleElement()
                .satisfies(message -> assertThat(message.get("text")).asString().contains(number));
    }

    @Test
    void the_button_pressed_again_names_the_same_order() {
        said(QUESTION, "a");
        var first = talk.handOff().jsonPath();
        var second = talk.handOff().jsonPath();

        assertThat(first.getString("workOrder.number")).startsWith("YQL-" + today());
        assertThat(second.getString("workOrder.id")).isEqualTo(first.getString("workOrder.id"));
    }

    @Test
    void a_button_pressed_eight_times_at_once_while_things_are_said_files_one_order() throws Exception {
        var replies = atOnce(16, i -> i % 2 == 0 ? talk.handOff() : talk.say(QUESTION, "m" + i));

        assertThat(replies)
                .allSatisfy(reply ->
                        assertThat(reply.statusCode()).as(reply.asString()).isEqualTo(200));
        assertThat(replies.stream()
                        .map(reply -> reply.jsonPath().getString("workOrder.number"))
                        .filter(number -> number != null)
                        .distinct())
                .hasSize(1);
        assertThat(talk.messages(0)).hasSize(1 + 8 + 2 * 8);
    }

    @Test
    void an_order_sent_twice_under_one_key_is_one_order_and_said_once() {
        var key = UUID.randomUUID().toString();
        var first = talk.file(ORDER, key);
        var second = talk.file(ORDER, key);

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(first.jsonPath().getMap("")).containsKeys("id", "number", "tag", "deadlines");
        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(second.jsonPath().getMap("")).isEqualTo(first.jsonPath().getMap(""));
        assertThat(talk.messages(1)).singleElement().satisfies(message -> assertThat(message.get("text"))
                .asString()
                .contains(first.jsonPath().getString("number")));
        Refusal.isClear(talk.file(Map.of("kind", "CONSULT", "description", "另一件事"), key), 409, null);
    }

    @Test
    void what_is_left_after_a_hand_off_completes_its_order_and_files_no_second_one() {
        said(QUESTION, "a");
        var handedOff = talk.handOff().jsonPath();
        var key = UUID.randomUUID().toString();
        var left = Map.of("kind", "CONSULT", "description", "请尽快回电", "contact", "王女士", "phone", "0515-12345678");

        var first = talk.file(left, key);
        var second = talk.file(left, key);

        assertThat(first.statusCode()).as(first.asString()).isEqualTo(200);
        assertThat(first.jsonPath().getString("id")).isEqualTo(handedOff.getString("workOrder.id"));
        assertThat(second.asString()).isEqualTo(first.asString());
        var number = handedOff.getString("workOrder.number");
        Desk.of(SERVICE, "agent")
                .orders(number)
                .body("total", equalTo(1))
                .body("items[0].phone", equalTo("0515-12345678"))
                .body("items[0].contact", equalTo("王女士"));
        assertThat(talk.messages(0).getLast().get("text")).asString().contains("补充到工单 " + number);
        assertThat(talk.messages(0)).as("said once").hasSize(5);
    }

    @Test
    void what_is_filed_is_told_the_limits_of_the_city_Y_50() {
        var filed = talk.file(ORDER, UUID.randomUUID().toString()).jsonPath();

        assertThat(filed.getList("deadlines.step")).containsExactly("CLOSE");
        assertThat(filed.getString("deadlines[0].rule")).endsWith("工作日");
        assertThat(filed.getString("deadlines[0].dueAt"))
                .as("counted from the dispatch")
                .isNull();
        assertThat(filed.getString("dueAt")).isNull();
    }

    @Test
    void an_order_sent_eight_times_at_once_under_one_key_is_one_order() throws Exception {
        var key = UUID.randomUUID().toString();
        var description = "八次提交的同一件事 " + key;
        var filed = atOnce(8, i -> talk.file(Map.of("kind", "HELP", "description", description), key));

        assertThat(filed)
                .allSatisfy(reply ->
                        assertThat(reply.statusCode()).as(reply.asString()).isEqualTo(201));
        Desk.of(SERVICE, "agent").orders(description).body("total", equalTo(1));
        assertThat(talk.messages(1)).hasSize(1);
    }

    @Test
    void an_order_is_seen_by_an_agent_with_what_was_filled_in() {
        var number = talk.file(ORDER, UUID.randomUUID().toString()).jsonPath().getString("number");

        Desk.of(SERVICE, "agent")
                .orders(number)
                .body("items[0].description", equalTo(ORDER.get("description")))
                .body("items[0].contact", equalTo("王女士"))
                .body("items[0].phone", equalTo("0515-88123456"))
                .body("items[0].tag", equalTo("企业"))
                .body("items[0].conversationId", equalTo(talk.id()));
    }

    @Test
    void a_conversation_can_be_rated_and_rated_anew() {
        said(QUESTION, "a");

        assertThat(talk.post("ratings", Map.of("grade", 5, "comment", "很清楚👍")).statusCode())
                .isEqualTo(201);
        assertThat(talk.post("ratings", Map.of("grade", 1)).statusCode()).isEqualTo(201);
    }

    @Test
    void a_stream_tells_what_was_said_and_what_is_said() {
        said(QUESTION, "a");
        try (var stream = Stream.of(talk, 0)) {
            await().until(() -> stream.events().size() >= 3);
            said("谢谢", "b");
            await().until(() -> stream.events().size() >= 5);
            talk.handOff();
            await().until(() -> stream.events().size() >= 6);

            assertThat(stream.numbers()).containsExactly(1, 2, 3, 4, 5, 6);
            assertThat(stream.events())
                    .extracting(event -> event.path("message").path("text").asText())
                    .isEqualTo(talk.messages(0).stream()
                            .map(message -> message.get("text"))
                            .toList());
        }
    }

    @Test
    void a_stream_that_was_lost_goes_on_where_it_ended() throws Exception {
        var last = 0;
        try (var stream = Stream.of(talk, 0)) {
            atOnce(5, i -> talk.say(QUESTION, "before" + i));
            await().until(() -> stream.events().size() >= 4);
            last = stream.numbers().getLast();
        }
        atOnce(5, i -> talk.say(QUESTION, "between" + i));
        try (var stream = Stream.of(talk, last);
                var other = Stream.of(talk, 0)) {
            atOnce(5, i -> talk.say(QUESTION, "after" + i));

            await().until(() -> !stream.numbers().isEmpty() && stream.numbers().getLast() == 31);
            await().until(() -> other.events().size() >= 31);
            assertThat(stream.numbers())
                    .isEqualTo(IntStream.rangeClosed(last + 1, 31).boxed().toList());
            assertThat(other.numbers())
                    .isEqualTo(IntStream.rangeClosed(1, 31).boxed().toList());
        }
    }

    @Test
    void a_long_conversation_is_told_to_its_end() throws Exception {
        said(QUESTION, "a");
        atOnce(520, 8, i -> talk.handOff());
        var all = IntStream.rangeClosed(1, 523).boxed().toList();

        var read = talk.messages(0);
        assertThat(read).hasSize(500);
        assertThat(talk.messages(500)).hasSize(23);
        try (var stream = Stream.of(talk, 0)) {
            await().until(() -> stream.events().size() >= all.size());
            assertThat(stream.numbers()).isEqualTo(all);
        }
    }

    @Test
    void a_stream_opens_to_its_own_token_only() {
        var other = Talk.open(SERVICE);
        for (var stream : List.of(Stream.of(talk, other.token(), 0), Stream.of(talk, "", 0), Stream.of(talk, "x", 0))) {
            assertThat(stream.closed()).succeedsWithin(Duration.ofSeconds(20)).isEqualTo(4404);
            assertThat(stream.events()).isEmpty();
        }
    }

    private JsonPath said(String text, String clientMessageId) {
        var reply = talk.say(text, clientMessageId);
        assertThat(reply.statusCode()).as(reply.asString()).isEqualTo(200);
        return reply.jsonPath();
    }

    /** The first vague question that is asked back. */
    private JsonPath offer() {
        for (var question : VAGUE) {
            var reply = said(question, "vague-" + question.hashCode());
            if (reply.getString("decision").equals("CLARIFY")) {
                return reply;
            }
        }
        throw new AssertionError("no vague question was asked back");
    }

    private interface Deed {
        Response at(int i) throws Exception;
    }

    private static List<Response> atOnce(int times, Deed deed) throws Exception {
        return atOnce(times, times, deed);
    }

    private static List<Response> atOnce(int times, int threads, Deed deed) throws Exception {
        try (var executor = Executors.newFixedThreadPool(threads)) {
            var deeds = IntStream.range(0, times)
                    .mapToObj(i -> (Callable<Response>) () -> deed.at(i))
                    .toList();
            return executor.invokeAll(deeds).stream().map(Future::resultNow).toList();
        }
    }

    private static String today() {
        return LocalDate.now(ZoneId.of("Asia/Shanghai")).format(DateTimeFormatter.BASIC_ISO_DATE);
    }
}
