package cn.yiqilai.conversation.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import cn.yiqilai.access.Assurance;
import cn.yiqilai.conversation.Answering;
import cn.yiqilai.conversation.ChannelKind;
import cn.yiqilai.conversation.Contexts;
import cn.yiqilai.conversation.ConversationId;
import cn.yiqilai.conversation.Conversations;
import cn.yiqilai.conversation.Enterprise;
import cn.yiqilai.conversation.Exchange;
import cn.yiqilai.conversation.Incoming;
import cn.yiqilai.conversation.Message;
import cn.yiqilai.conversation.MessageAppended;
import cn.yiqilai.conversation.Rating;
import cn.yiqilai.conversation.Ratings;
import cn.yiqilai.conversation.Replies;
import cn.yiqilai.conversation.ReplyPort;
import cn.yiqilai.conversation.Response;
import cn.yiqilai.conversation.Speaker;
import cn.yiqilai.conversation.Transcript;
import cn.yiqilai.conversation.UtteranceText;
import cn.yiqilai.platform.SharedMemory;
import cn.yiqilai.platform.postgres.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class ConversationIT {
    private static final Answering ECHO =
            (conversation, question) -> Response.saying("收到：" + question.text(), "{\"decision\":\"ANSWER\"}", null);

    /** Whoever listens, as the WebSocket will. */
    @ApplicationScoped
    static class Listener {
        private final Queue<MessageAppended> heard = new ConcurrentLinkedQueue<>();

        void hear(@ObservesAsync MessageAppended appended) {
            heard.add(appended);
        }

        Queue<MessageAppended> heard() {
            return heard;
        }
    }

    @Inject
    Conversations conversations;

    @Inject
    Transcript transcript;

    @Inject
    Contexts contexts;

    @Inject
    Ratings ratings;

    @Inject
    Replies replies;

    @Inject
    SharedMemory memory;

    @Inject
    Listener listener;

    @Inject
    Jdbi jdbi;

    private Conversations.Opened opened;
    private ConversationId id;

    @BeforeEach
    void open() {
        opened = conversations.open(
                ChannelKind.WECHAT,
                "盐城市",
                new Enterprise("盐城某某有限公司", "91350100M000100Y43", "王某", "0515-88123456", Assurance.VERIFIED));
        id = opened.conversation().id();
    }

    @Test
    void a_conversation_is_found_by_its_own_token_only() {
        var other = conversations.open(ChannelKind.WEB, null, Enterprise.UNKNOWN);

        assertThat(conversations.find(id, opened.token())).contains(opened.conversation());
        assertThat(conversations.find(id, other.token())).isEmpty();
        assertThat(conversations.find(id)).contains(opened.conversation());
    }

    @Test
    void the_token_itself_is_nowhere_in_the_database() {
        var stored = jdbi.withHandle(handle -> handle.createQuery("SELECT conversation::text FROM conversation")
                .mapTo(String.class)
                .list());

        assertThat(stored).noneMatch(row -> row.contains(opened.token().text()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "😀👨‍👩‍👧‍👦🇨🇳",
                "𠮷𰻞𪚥",
                "abc\u202Etxt\u202C\u2066x\u2069",
                "a\tb\u0007c",
                "'; DROP TABLE message; --"
            })
    void every_writable_text_comes_back_unchanged(String text) {
        var kept = transcript.exchange(id, said(text, "m"), ECHO);

        assertThat(transcript.after(id, 0, 10)).containsExactly(kept.question(), kept.reply());
        assertThat(kept.question().text()).isEqualTo(text);
    }

    @Test
    void one_message_sent_by_twenty_threads_is_one_exchange() {
        var asked = new AtomicInteger();

        var exchanges = concurrently(
                20,
                i -> transcript.exchange(id, said("要交税吗", "m1"), (conversation, question) -> {
                    asked.incrementAndGet();
                    return Response.saying(
                            "不用", "{\"decision\" : \"ANSWER\", \"confidence\": 0.970}", "{\"why\":\"因为\"}");
                }));

        assertThat(asked).hasValue(1);
        assertThat(transcript.after(id, 0, 100)).hasSize(2);
        assertThat(exchanges).filteredOn(exchange -> !exchange.repeated()).hasSize(1);
        assertThat(exchanges.stream().map(Exchange::question).distinct()).hasSize(1);
        assertThat(exchanges.stream().map(Exchange::reply).distinct()).hasSize(1);
        assertThat(transcript.evidence(id, 1)).contains("{\"why\":\"因为\"}");
    }

    @Test
    void twenty_messages_at_once_are_numbered_without_gap_each_with_its_reply_behind_it() {
        concurrently(20, i -> transcript.exchange(id, said("第" + i + "问", "m" + i), ECHO));

        var messages = transcript.after(id, 0, 100);
        assertThat(messages)
                .extracting(Message::seq)
                .isEqualTo(IntStream.rangeClosed(1, 40).boxed().toList());
        assertThat(messages)
                .filteredOn(message -> message.speaker() == Speaker.ASSISTANT)
                .allSatisfy(reply -> {
                    assertThat(reply.inReplyTo()).isEqualTo(reply.seq() - 1);
                    assertThat(reply.text())
                            .endsWith(messages.get(reply.seq() - 2).text());
                });
        assertThat(conversations.find(id).orElseThrow().lastSeq()).isEqualTo(40);
    }

    @Test
    void notices_and_exchanges_at_once_leave_no_gap_either() {
        concurrently(
                20,
                i -> i % 2 == 0
                        ? transcript.append(id, Speaker.SYSTEM, "通知" + i, Message.NO_PAYLOAD)
                        : transcript.exchange(id, said("第" + i + "问", null), ECHO));

        assertThat(transcript.after(id, 0, 100))
                .extracting(Message::seq)
                .isEqualTo(IntStream.rangeClosed(1, 30).boxed().toList());
    }

    @Test
    void an_answer_that_fails_leaves_nothing_and_the_message_can_come_again() {
        assertThatThrownBy(() -> transcript.exchange(id, said("要交税吗", "m1"), (conversation, question) -> {
                    contexts.keep(id, "{\"half\":true}", 0);
                    transcript.append(id, Speaker.SYSTEM, "半句", Message.NO_PAYLOAD);
                    throw new IllegalStateException("no index");
                }))
                .hasMessage("no index");

        assertThat(transcript.after(id, 0, 10)).isEmpty();
        assertThat(contexts.of(id)).isEqualTo(Contexts.Remembered.nothing());
        assertThat(conversations.find(id).orElseThrow().lastSeq()).isZero();
        assertThat(transcript.exchange(id, said("要交税吗", "m1"), ECHO).question().seq())
                .isEqualTo(1);
    }

    @Test
    void evidence_that_is_no_json_undoes_the_exchange() {
        assertThatThrownBy(() -> transcript.exchange(
                        id, said("在吗", "m1"), (conversation, question) -> Response.saying("在", "{}", "[not json")))
                .isNotNull();

        assertThat(transcript.after(id, 0, 10)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE message SET text = 'x'",
                "DELETE FROM message",
                "TRUNCATE message CASCADE",
                "UPDATE turn_evidence SET evidence = '{}'",
                "DELETE FROM turn_evidence",
                "UPDATE conversation_rating SET grade = 5",
                "DELETE FROM conversation_rating"
            })
    void what_was_said_can_not_be_unsaid(String statement) {
        transcript.exchange(id, said("在吗", "m1"), (conversation, question) -> Response.saying("在", "{}", "{}"));
        ratings.rate(id, new Rating(1, "慢"));

        assertThatThrownBy(() -> jdbi.useHandle(handle -> handle.execute(statement)))
                .hasMessageContaining("insert-only");
    }

    @Test
    void reading_goes_on_where_one_stopped() {
        concurrently(3, i -> transcript.append(id, Speaker.AGENT, "第" + i + "句", Message.NO_PAYLOAD));

        assertThat(transcript.after(id, 1, 1)).extracting(Message::seq).containsExactly(2);
        assertThat(transcript.after(id, 3, 10)).isEmpty();
        assertThat(transcript.recent(id, 2)).extracting(Message::seq).containsExactly(2, 3);
    }

    @Test
    void the_context_is_kept_with_the_exchange_and_a_stale_one_is_refused() {
        transcript.exchange(id, said("那小规模呢", "m1"), (conversation, question) -> {
            var before = contexts.of(id);
            assertThat(contexts.keep(id, "{\"entry\":\"vat\"}", before.version()))
                    .isTrue();
            return Response.saying("也不用", "{}", null);
        });

        assertThat(contexts.of(id)).isEqualTo(new Contexts.Remembered("{\"entry\":\"vat\"}", 1));
        assertThat(contexts.keep(id, "{\"entry\":\"old\"}", 0)).isFalse();
        assertThat(contexts.keep(id, "{\"entry\":\"new\"}", 1)).isTrue();
        assertThat(contexts.of(id).version()).isEqualTo(2);
    }

    @Test
    void every_rating_is_kept_and_the_latest_counts() {
        ratings.rate(id, new Rating(2, "慢"));
        var last = ratings.rate(id, new Rating(5, null));

        assertThat(ratings.of(id)).hasSize(2);
        assertThat(ratings.latest(id)).contains(last);
    }

    @Test
    void listeners_hear_of_what_was_kept_and_of_nothing_else() {
        assertThatThrownBy(() -> transcript.exchange(id, said("在吗", "m1"), (conversation, question) -> {
                    throw new IllegalStateException("no index");
                }))
                .isNotNull();
        transcript.append(id, Speaker.SYSTEM, "坐席已接入", Message.NO_PAYLOAD);
        transcript.exchange(id, said("在吗", "m2"), ECHO);

        await().untilAsserted(() -> assertThat(listener.heard())
                .filteredOn(appended -> appended.conversation().equals(id))
                .extracting(MessageAppended::seq)
                .containsExactlyInAnyOrder(1, 2, 3));
    }

    @Test
    void listeners_hear_of_what_another_replica_kept_and_survive_its_nonsense() {
        memory.publish("conversation", "nonsense");
        memory.publish("conversation", UUID.randomUUID() + " " + id + " 7");

        await().untilAsserted(() -> assertThat(listener.heard()).contains(new MessageAppended(id, 7)));
    }

    @Test
    void a_reply_waits_where_the_channel_has_no_way_to_carry_it() {
        var message = transcript.append(id, Speaker.AGENT, "您好，我是坐席", Message.NO_PAYLOAD);

        assertThat(replies.deliver(opened.conversation(), message)).isEqualTo(new ReplyPort.Delivery.Waiting());
    }

    private static Incoming said(String text, String name) {
        return new Incoming(new UtteranceText(text), name);
    }

    private static <T> java.util.List<T> concurrently(int times, IntFunction<T> work) {
        var running = new ArrayList<Future<T>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, times).forEach(i -> running.add(threads.submit(() -> work.apply(i))));
        }
        return running.stream().map(Future::resultNow).toList();
    }
}
