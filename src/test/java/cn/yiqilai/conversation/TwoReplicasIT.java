package cn.yiqilai.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.yiqilai.platform.ProblemException;
import cn.yiqilai.platform.postgres.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Two replicas share the database and nothing else; here each has a turnstile of its own. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class TwoReplicasIT {
    @Inject
    Conversations conversations;

    @Inject
    Exchanges exchanges;

    @Inject
    MessageRecords messages;

    @Test
    void a_message_that_reaches_both_is_answered_once_and_others_keep_their_order() {
        var id = conversations
                .open(ChannelKind.WECHAT, null, Enterprise.UNKNOWN)
                .conversation()
                .id();
        var replicas = new Transcript[] {replica(), replica()};
        var asked = new AtomicInteger();
        var running = new ArrayList<Future<Exchange>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            // Each of ten messages arrives at both.
            IntStream.range(0, 20)
                    .forEach(i -> running.add(threads.submit(() -> replicas[i % 2].exchange(
                            id, new Incoming(new UtteranceText("在吗"), "m" + i / 2), (conversation, question) -> {
                                asked.incrementAndGet();
                                return Response.saying("在", "{}", null);
                            }))));
        }

        assertThat(running).allSatisfy(exchange -> assertThat(exchange).succeedsWithin(Duration.ZERO));
        assertThat(asked).hasValue(10);
        assertThat(messages.after(id, 0, 100))
                .extracting(Message::seq)
                .isEqualTo(IntStream.rangeClosed(1, 20).boxed().toList());
    }

    @Test
    void a_conversation_that_another_replica_holds_too_long_is_busy() throws Exception {
        var id = conversations
                .open(ChannelKind.WEB, null, Enterprise.UNKNOWN)
                .conversation()
                .id();
        var held = new CountDownLatch(1);
        var release = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = threads.submit(() -> replica()
                    .exchange(id, new Incoming(new UtteranceText("一"), "m1"), (conversation, question) -> {
                        held.countDown();
                        await(release);
                        return Response.saying("好", "{}", null);
                    }));
            Awaitility.await().until(() -> held.getCount() == 0 || first.isDone());
            assertThat(first).isNotDone();
            assertThatExceptionOfType(ProblemException.class)
                    .isThrownBy(() -> replica()
                            .exchange(
                                    id,
                                    new Incoming(new UtteranceText("二"), "m2"),
                                    (conversation, question) -> Response.silence(null)))
                    .satisfies(e -> assertThat(e.problem().status()).isEqualTo(429));
            release.countDown();
            assertThat(first.get().reply()).isNotNull();
        }
        assertThat(messages.after(id, 0, 10)).hasSize(2);
    }

    private Transcript replica() {
        return new Transcript(new Turnstile(), exchanges, messages);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
