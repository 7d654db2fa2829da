package cn.yiqilai.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import cn.yiqilai.platform.ProblemException;
import java.util.ArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TurnstileTest {
    private final Turnstile turnstile = new Turnstile();

    @Test
    void a_full_line_refuses_the_next_and_lets_everybody_through_who_waited() throws Exception {
        var id = ConversationId.random();
        var go = new CountDownLatch(1);
        var through = new AtomicInteger();
        var passing = new ArrayList<Future<Integer>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            // One more than fit: whichever comes last is refused while the first still holds the turn.
            for (var i = 0; i <= Turnstile.IN_LINE; i++) {
                passing.add(threads.submit(() -> turnstile.exchange(id, () -> {
                    uninterrupted(go);
                    return through.incrementAndGet();
                })));
            }
            await().until(() -> passing.stream().anyMatch(TurnstileTest::isRefused));
            go.countDown();
        }
        assertThat(through).hasValue(Turnstile.IN_LINE);
        assertThat(turnstile.exchange(id, () -> "open again")).isEqualTo("open again");
    }

    @Test
    void other_conversations_do_not_wait() throws Exception {
        var held = new CountDownLatch(1);
        var go = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            threads.submit(() -> turnstile.exchange(ConversationId.random(), () -> {
                held.countDown();
                uninterrupted(go);
                return true;
            }));
            held.await();
            assertThat(turnstile.exchange(ConversationId.random(), () -> "through"))
                    .isEqualTo("through");
            go.countDown();
        }
    }

    @Test
    void who_wants_a_person_gets_through_while_all_places_of_exchanges_are_taken() throws Exception {
        var held = new CountDownLatch(Turnstile.EXCHANGES);
        var go = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var i = 0; i < Turnstile.EXCHANGES; i++) {
                threads.submit(() -> turnstile.exchange(ConversationId.random(), () -> {
                    held.countDown();
                    uninterrupted(go);
                    return true;
                }));
            }
            held.await();
            assertThat(turnstile.settle(ConversationId.random(), () -> "through"))
                    .isEqualTo("through");
            go.countDown();
        }
    }

    @Test
    void the_staff_get_through_while_all_places_of_hand_offs_and_orders_are_taken() throws Exception {
        var held = new CountDownLatch(Turnstile.MATTERS);
        var go = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var i = 0; i < Turnstile.MATTERS; i++) {
                threads.submit(() -> turnstile.settle(ConversationId.random(), () -> {
                    held.countDown();
                    uninterrupted(go);
                    return true;
                }));
            }
            held.await();
            assertThat(turnstile.serve(ConversationId.random(), () -> "through"))
                    .isEqualTo("through");
            go.countDown();
        }
    }

    @Test
    void a_failure_gives_the_turn_back() {
        var id = ConversationId.random();

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> turnstile.exchange(id, () -> {
                    throw new IllegalStateException("no answer");
                }));

        assertThat(turnstile.exchange(id, () -> "through")).isEqualTo("through");
    }

    private static boolean isRefused(Future<Integer> passing) {
        return passing.state() == Future.State.FAILED
                && passing.exceptionNow() instanceof ProblemException refused
                && refused.problem().status() == 429;
    }

    private static void uninterrupted(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
