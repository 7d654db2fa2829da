package cn.yiqilai.workorder.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.yiqilai.access.Actor;
import cn.yiqilai.access.AuditTrail;
import cn.yiqilai.access.Role;
import cn.yiqilai.city.Flag;
import cn.yiqilai.city.Kind;
import cn.yiqilai.conversation.ChannelKind;
import cn.yiqilai.conversation.ConversationId;
import cn.yiqilai.conversation.Conversations;
import cn.yiqilai.conversation.Enterprise;
import cn.yiqilai.conversation.Incoming;
import cn.yiqilai.conversation.Message;
import cn.yiqilai.conversation.Response;
import cn.yiqilai.conversation.Speaker;
import cn.yiqilai.conversation.Transcript;
import cn.yiqilai.conversation.UtteranceText;
import cn.yiqilai.platform.Page;
import cn.yiqilai.platform.ProblemException;
import cn.yiqilai.platform.postgres.TestDatabase;
import cn.yiqilai.workorder.FilingRequest;
import cn.yiqilai.workorder.Officer;
import cn.yiqilai.workorder.Registration;
import cn.yiqilai.workorder.WorkOrder;
import cn.yiqilai.workorder.WorkOrders;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class RegistrationIT {
    @Inject
    Registration registration;

    @Inject
    WorkOrders orders;

    @Inject
    Conversations conversations;

    @Inject
    Transcript transcript;

    @Inject
    AuditTrail audit;

    @Inject
    Jdbi jdbi;

    @Test
    void an_order_comes_back_as_it_was_filed() {
        var filed = file(new FilingRequest(
                        Kind.COMPLAINT,
                        Set.of(Flag.JOINT, Flag.HARD_CASE),
                        "😀 投诉 𠮷",
                        "王某",
                        "+86-515-88123456",
                        Enterprise.declared("盐城某某有限公司", "91350100M000100Y43", "李某", "12345"),
                        "盐城市",
                        null,
                        null))
                .order();

        assertThat(orders.find(filed.id())).contains(filed);
        assertThat(filed.matter().flags()).containsExactly(Flag.HARD_CASE, Flag.JOINT);
        assertThat(filed.reporter().enterprise().creditCode()).isEqualTo("91350100M000100Y43");
        assertThat(orders.timeline(filed.id())).singleElement().satisfies(line -> {
            assertThat(line.seq()).isEqualTo(1);
            assertThat(line.detail()).isEqualTo("{\"kind\":\"COMPLAINT\"}");
        });
    }

    @Test
    void fifty_filings_at_once_have_fifty_numbers_and_an_unbroken_trail() {
        var filed = concurrently(50, i -> file(request("第" + i + "件")).order());

        assertThat(filed.stream().map(WorkOrder::number).distinct()).hasSize(50);
        assertThat(audit.verify()).isInstanceOf(AuditTrail.Verdict.Intact.class);
        assertThat(filed).allSatisfy(order -> assertThat(lines(order)).isEqualTo(1));
    }

    @Test
    void one_key_sent_by_twenty_threads_is_one_order() {
        var key = UUID.randomUUID().toString();

        var filed = concurrently(20, i -> registration
                .file(request("同一件"), Actor.SYSTEM, key)
                .order()
                .id());

        assertThat(filed.stream().distinct()).hasSize(1);
        assertThatThrownBy(() -> registration.file(request("另一件"), Actor.SYSTEM, key))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().status()).isEqualTo(409));
    }

    @Test
    void what_is_kept_under_a_key_holds_nobodys_data() {
        var key = UUID.randomUUID().toString();
        registration.file(
                new FilingRequest(Kind.REPORT, Set.of(), "举报", "赵某", "13900000001", null, null, null, null),
                Actor.SYSTEM,
                key);

        var kept = jdbi.withHandle(
                handle -> handle.createQuery("SELECT idempotency_record::text FROM idempotency_record WHERE key = :key")
                        .bind("key", key)
                        .mapTo(String.class)
                        .one());
        assertThat(kept).doesNotContain("赵某", "13900000001");
    }

    @Test
    void one_message_handed_off_by_twenty_threads_is_one_order() {
        var id = conversation();
        transcript.append(id, Speaker.ENTERPRISE, "报装三周没有答复", Message.NO_PAYLOAD);

        var filed = concurrently(20, i -> file(FilingRequest.of(Kind.HELP, Set.of(), id, 1)));

        assertThat(filed)
                .filteredOn(Registration.Outcome.Filed.class::isInstance)
                .hasSize(1);
        assertThat(filed.stream().map(Registration.Outcome::order).distinct()).hasSize(1);
    }

    @Test
    void an_order_filed_during_an_exchange_stands_or_falls_with_it() {
        var id = conversation();
        var before = count();

        assertThatThrownBy(() -> transcript.exchange(id, said("转人工"), (conversation, question) -> {
                    file(FilingRequest.of(Kind.HELP, Set.of(), id, question.seq()));
                    throw new IllegalStateException("lost");
                }))
                .hasMessage("lost");
        assertThat(count()).isEqualTo(before);
        assertThat(audit.verify()).isInstanceOf(AuditTrail.Verdict.Intact.class);

        var exchange = transcript.exchange(id, said("转人工"), (conversation, question) -> {
            var order = file(FilingRequest.of(Kind.HELP, Set.of(), id, question.seq()))
                    .order();
            return Response.saying("已登记 " + order.number(), "{}", null);
        });
        assertThat(exchange.reply().text()).startsWith("已登记 YQL-");
        assertThat(count()).isEqualTo(before + 1);
    }

    @Test
    void filing_from_a_conversation_and_talking_in_it_do_not_wait_for_each_other_in_a_circle() {
        var id = conversation();
        var whole = new FilingRequest(Kind.HELP, Set.of(), "会话整体", null, null, null, null, id, null);

        var done = concurrently(
                24,
                i -> i % 2 == 0
                        ? file(whole).order().number()
                        : transcript.exchange(id, said("第" + i + "问"), (conversation, question) -> {
                            file(FilingRequest.of(Kind.HELP, Set.of(), id, question.seq()));
                            return Response.saying("已登记", "{}", null);
                        }));

        assertThat(done).hasSize(24);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE work_order_line SET actor = 'nobody'",
                "DELETE FROM work_order_line",
                "TRUNCATE work_order_line"
            })
    void the_timeline_can_not_be_rewritten(String statement) {
        file(request("一件"));

        assertThatThrownBy(() -> jdbi.useHandle(handle -> handle.execute(statement)))
                .hasMessageContaining("insert-only");
    }

    @Test
    void the_tag_is_always_that_of_enterprises() {
        file(request("一件"));

        assertThatThrownBy(() -> jdbi.useHandle(handle -> handle.execute("UPDATE work_order SET tag = '个人'")))
                .hasMessageContaining("work_order_tag_check");
    }

    @Test
    void a_refused_row_tells_the_log_nothing_of_anybody() {
        var order = file(new FilingRequest(Kind.HELP, Set.of(), "一件", "钱某", "13900000004", null, null, null, null))
                .order();

        assertThatThrownBy(() -> jdbi.useHandle(handle -> handle.execute(
                        "UPDATE work_order SET version = 0 WHERE id = ? AND contact = ?",
                        order.id().value(),
                        "钱某")))
                .hasMessageContaining("work_order_version_check")
                .satisfies(e -> assertThat(e.toString() + e.getCause()).doesNotContain("钱某", "13900000004"));
    }

    @Test
    void percent_signs_of_a_query_mean_themselves() {
        var marker = UUID.randomUUID().toString();
        var wanted = file(request("税率100%_" + marker)).order();
        file(request("税率100点" + marker));

        assertThat(search("100%_" + marker, Role.AGENT)).containsExactly(wanted);
        assertThat(search("\\", Role.AGENT)).isEmpty();
    }

    @Test
    void a_reporter_is_not_found_by_guessing() {
        var name = "举报企业" + UUID.randomUUID();
        var order = file(new FilingRequest(
                        Kind.REPORT,
                        Set.of(),
                        "某处违规",
                        null,
                        "13900000002",
                        Enterprise.declared(name, null, null, null),
                        null,
                        null,
                        null))
                .order();

        assertThat(search(name, Role.AGENT)).isEmpty();
        assertThat(search("13900000002", Role.AGENT)).isEmpty();
        assertThat(search(name, Role.SUPERVISOR)).containsExactly(order);
        assertThat(search("13900000002", Role.ADMIN)).containsExactly(order);
        assertThat(search(order.number().value(), Role.AGENT)).containsExactly(order);
    }

    private List<WorkOrder> search(String query, Role role) {
        var filter = new WorkOrders.Filter(null, null, null, null, false, null, false, query, WorkOrders.Sort.NEWEST);
        return orders.list(
                        filter,
                        new Officer(new Actor("account:test"), "测试", Set.of(role), null),
                        new Page.Request(0, 10))
                .items();
    }

    private ConversationId conversation() {
        return conversations
                .open(ChannelKind.WEB, null, Enterprise.UNKNOWN)
                .conversation()
                .id();
    }

    private Registration.Outcome file(FilingRequest request) {
        return registration.file(request, Actor.SYSTEM, null);
    }

    private static FilingRequest request(String description) {
        return new FilingRequest(Kind.HELP, Set.of(), description, null, null, null, null, null, null);
    }

    private static Incoming said(String text) {
        return new Incoming(new UtteranceText(text), null);
    }

    private long count() {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT count(*) FROM work_order")
                .mapTo(Long.class)
                .one());
    }

    private long lines(WorkOrder order) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT count(*) FROM audit_line WHERE subject_id = :id")
                .bind("id", order.id().toString())
                .mapTo(Long.class)
                .one());
    }

    private static <T> List<T> concurrently(int times, IntFunction<T> work) {
        var running = new ArrayList<Future<T>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, times).forEach(i -> running.add(threads.submit(() -> work.apply(i))));
        }
        return running.stream().map(Future::resultNow).toList();
    }
}
