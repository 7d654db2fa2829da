package cn.yiqilai.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import cn.yiqilai.knowledge.SmallKnowledge;
import cn.yiqilai.platform.ProblemException;
import cn.yiqilai.platform.postgres.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@TestProfile(SmallKnowledge.class)
class IdempotencyIT {
    private static final String SCOPE = "test";

    record Made(int number, String name) {}

    @Inject
    Idempotency idempotency;

    private final AtomicInteger made = new AtomicInteger();
    private final String key = UUID.randomUUID().toString();

    @Test
    void the_same_key_with_the_same_body_makes_one_and_gives_it_twice() {
        var first = make(key, "甲");
        var second = make(key, "甲");

        assertThat(second).isEqualTo(first).isEqualTo(new Made(1, "甲"));
        assertThat(made).hasValue(1);
    }

    @Test
    void the_same_key_with_another_body_is_refused() {
        make(key, "甲");

        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> make(key, "乙"))
                .satisfies(e -> assertThat(e.problem().status()).isEqualTo(409));
        assertThat(made).hasValue(1);
    }

    @Test
    void without_a_key_each_call_makes_one() {
        assertThat(make(null, "甲").number()).isEqualTo(1);
        assertThat(make(null, "甲").number()).isEqualTo(2);
    }

    @Test
    void keys_of_different_scopes_never_meet() {
        make(key, "甲");
        var other = idempotency.once("another", key, "乙", Made.class, () -> new Made(made.incrementAndGet(), "乙"));

        assertThat(other).isEqualTo(new Made(2, "乙"));
    }

    @Test
    void a_first_call_that_failed_leaves_the_key_free() {
        assertThatIllegalStateException()
                .isThrownBy(() -> idempotency.once(SCOPE, key, "甲", Made.class, () -> {
                    throw new IllegalStateException("no");
                }));

        assertThat(make(key, "乙")).isEqualTo(new Made(1, "乙"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "键", "a\u0000b", "line\nline"})
    void a_key_that_is_none_is_refused(String wrong) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> make(wrong, "甲"))
                .satisfies(
                        e -> assertThat(e.problem().errors().getFirst().field()).isEqualTo("Idempotency-Key"));
        assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> make("k".repeat(129), "甲"));
        assertThat(made).hasValue(0);
    }

    @Test
    void many_at_once_make_one() {
        var running = new ArrayList<Future<Made>>();
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (var i = 0; i < 24; i++) {
                running.add(threads.submit(() -> make(key, "甲")));
            }
        }

        assertThat(running)
                .allSatisfy(one -> assertThat(one).succeedsWithin(Duration.ZERO).isEqualTo(new Made(1, "甲")));
        assertThat(made).hasValue(1);
    }

    @Test
    void one_that_comes_while_the_first_is_under_way_waits_and_takes_over_when_that_fails() throws Exception {
        var begun = new CountDownLatch(1);
        var mayFail = new CountDownLatch(1);
        try (var threads = Executors.newFixedThreadPool(2)) {
            var first = threads.submit(() -> idempotency.once(SCOPE, key, "甲", Made.class, () -> {
                begun.countDown();
                awaitEnd(mayFail);
                throw new IllegalStateException("no");
            }));
            assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();
            var second = threads.submit(() -> make(key, "甲"));
            assertThat(second).isNotDone();
            mayFail.countDown();

            assertThat(second.get(30, TimeUnit.SECONDS)).isEqualTo(new Made(1, "甲"));
            assertThat(first).failsWithin(Duration.ofSeconds(30));
        }
    }

    private Made make(String withKey, String name) {
        return idempotency.once(
                SCOPE, withKey, List.of(name), Made.class, () -> new Made(made.incrementAndGet(), name));
    }

    private static void awaitEnd(CountDownLatch latch) {
        try {
            latch.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
