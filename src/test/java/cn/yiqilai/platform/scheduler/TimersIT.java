package cn.yiqilai.platform.scheduler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

import cn.yiqilai.platform.SettableClock;
import cn.yiqilai.platform.StoppedTime;
import cn.yiqilai.platform.postgres.TestDatabase;
import cn.yiqilai.platform.timer.Timer;
import cn.yiqilai.platform.timer.Timers;
import com.github.kagkarlsson.scheduler.Scheduler;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Timers on the real database, run by real schedulers; each stands for a replica. Only the clock is the test's. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@TestProfile(StoppedTime.class)
class TimersIT {
    private static final String TASK = RecordingTask.NAME;

    @Inject
    Timers timers;

    @Inject
    Clockwork clockwork;

    @Inject
    DueTimers due;

    @Inject
    RecordingTask task;

    @Inject
    SettableClock clock;

    @Inject
    Jdbi jdbi;

    private final List<Scheduler> replicas = new ArrayList<>();
    private final String key = "order/" + UUID.randomUUID();

    @BeforeEach
    void createTable() {
        task.createTable();
    }

    @AfterEach
    void stopReplicas() {
        replicas.forEach(Scheduler::stop);
        jdbi.useHandle(handle -> handle.execute("DELETE FROM scheduled_task"));
    }

    @Test
    void a_timer_stands_if_and_only_if_the_transaction_that_set_it_was_committed() {
        assertThatIllegalStateException()
                .isThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    set(key, "one");
                    assertThat(timers.dueAt(TASK, key)).isPresent();
                    throw new IllegalStateException("no");
                }));
        assertThat(timers.dueAt(TASK, key)).isEmpty();

        QuarkusTransaction.requiringNew().run(() -> set(key, "one"));
        assertThat(timers.dueAt(TASK, key)).contains(clock.instant());
    }

    @Test
    void nobody_sees_a_timer_before_the_commit() {
        start("a");
        QuarkusTransaction.requiringNew().run(() -> {
            set(key, "one");
            look();
            var seen = QuarkusTransaction.requiringNew().call(() -> timers.dueAt(TASK, key));
            assertThat(seen).isEmpty();
        });
        look();
        await().until(() -> task.notes(key).equals(List.of("one")));
    }

    @Test
    void a_cancellation_that_is_rolled_back_never_was() {
        set(key, "one");
        assertThatIllegalStateException()
                .isThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    assertThat(timers.cancel(TASK, key)).isTrue();
                    throw new IllegalStateException("no");
                }));
        assertThat(due.run()).isEqualTo(1);
        assertThat(task.notes(key)).containsExactly("one");
    }

    @Test
    void it_is_run_when_it_is_due_and_not_before() {
        start("a");
        timers.set(new Timer(TASK, key, clock.instant().plus(Duration.ofHours(1)), Map.of("note", "one")));
        set(key + "/now", "now");

        await().untilAsserted(() -> {
            look();
            assertThat(task.notes(key + "/now")).hasSize(1);
        });
        assertThat(task.notes(key)).isEmpty();

        clock.advance(Duration.ofHours(1));
        look();
        await().until(() -> task.notes(key).equals(List.of("one")));
        assertThat(timers.dueAt(TASK, key)).isEmpty();
    }

    @Test
    void setting_a_key_again_replaces_its_timer() {
        timers.set(new Timer(TASK, key, clock.instant(), Map.of("note", "old")));
        timers.set(new Timer(TASK, key, clock.instant().plusSeconds(60), Map.of("note", "new")));

        assertThat(due.run()).isZero();
        clock.advance(Duration.ofMinutes(1));
        assertThat(due.run()).isEqualTo(1);
        assertThat(task.notes(key)).containsExactly("new");
    }

    @Test
    void all_timers_of_an_order_are_cancelled_by_their_prefix() {
        set(key + "/SIGN", "sign");
        set(key + "/REPLY", "reply");
        set("order/another", "another");

        assertThat(timers.cancelAll(TASK, key + "/")).isEqualTo(2);
        assertThat(timers.cancel(TASK, key + "/SIGN")).isFalse();
        assertThat(due.run()).isEqualTo(1);
        assertThatIllegalArgumentException().isThrownBy(() -> timers.cancelAll(TASK, ""));
    }

    @Test
    void a_prefix_is_taken_literally() {
        set("order_1/SIGN", "sign");
        assertThat(timers.cancelAll(TASK, "order%")).isZero();
        assertThat(timers.cancelAll(TASK, "order_")).isEqualTo(1);
    }

    @Test
    void a_timer_for_a_task_that_nobody_has_is_a_mistake_that_shows() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> timers.set(new Timer("nobody.knows", key, clock.instant(), Map.of())));
    }

    @Test
    void two_replicas_run_each_of_many_timers_once() {
        var keys = IntStream.range(0, 200).mapToObj(i -> key + "/" + i).toList();
        QuarkusTransaction.requiringNew().run(() -> keys.forEach(one -> set(one, "once")));
        start("a");
        start("b");

        await().atMost(Duration.ofMinutes(1)).until(() -> {
            look();
            return keys.stream().noneMatch(one -> timers.dueAt(TASK, one).isPresent());
        });
        assertThat(keys).allSatisfy(one -> assertThat(task.notes(one)).hasSize(1));
    }

    @Test
    void what_a_task_wrote_is_rolled_back_when_its_timer_is_cancelled_meanwhile() {
        assertThat(runWhile(() -> timers.cancel(TASK, key))).isEmpty();
        assertThat(timers.dueAt(TASK, key)).isEmpty();
    }

    @Test
    void what_a_task_wrote_is_rolled_back_when_its_timer_is_set_anew_meanwhile() {
        var later = clock.instant().plusSeconds(60);
        assertThat(runWhile(() -> timers.set(new Timer(TASK, key, later, Map.of("note", "new")))))
                .isEmpty();
        assertThat(timers.dueAt(TASK, key)).contains(later);

        task.afterwards(key, timer -> {});
        clock.advance(Duration.ofMinutes(1));
        look();
        await().until(() -> task.notes(key).equals(List.of("new")));
    }

    @Test
    void a_timer_that_was_cancelled_and_set_again_is_not_taken_by_the_run_of_the_one_before() {
        var later = clock.instant().plusSeconds(60);
        assertThat(runWhile(() -> {
                    timers.cancel(TASK, key);
                    timers.set(new Timer(TASK, key, later, Map.of("note", "new")));
                    // As if it had been picked, too, as often as the one before.
                    jdbi.useHandle(handle -> handle.execute(
                            "UPDATE scheduled_task SET version = version + 1 WHERE task_instance = ?", key));
                }))
                .isEmpty();
        assertThat(timers.dueAt(TASK, key)).contains(later);
    }

    @Test
    void Y_42_a_ladder_of_reminders_sets_its_next_rung_by_itself() {
        task.afterwards(key, timer -> {
            if (Integer.parseInt(timer.payload().get("note")) < 3) {
                var next = Integer.toString(Integer.parseInt(timer.payload().get("note")) + 1);
                timers.set(new Timer(TASK, key, timer.at().plusSeconds(3600), Map.of("note", next)));
            }
        });
        set(key, "1");

        for (var hour = 0; hour < 5; hour++) {
            due.run();
            clock.advance(Duration.ofHours(1));
        }
        assertThat(task.notes(key)).containsExactly("1", "2", "3");
    }

    @Test
    void a_task_may_cancel_its_own_timer_and_all_of_its_order() {
        task.afterwards(key, timer -> {
            assertThat(timers.cancel(TASK, key)).isTrue();
            assertThat(timers.cancelAll(TASK, key)).isEqualTo(1);
        });
        set(key + "/other", "other");
        timers.set(new Timer(TASK, key, clock.instant().minusSeconds(1), Map.of("note", "one")));

        assertThat(due.run()).isEqualTo(1);
        assertThat(task.notes(key)).containsExactly("one");
        assertThat(task.notes(key + "/other")).isEmpty();
    }

    @Test
    void a_task_that_fails_has_written_nothing_and_is_tried_again_until_it_succeeds() {
        var tries = new AtomicInteger();
        task.afterwards(key, timer -> {
            if (tries.incrementAndGet() < 4) {
                throw new IllegalStateException("not yet");
            }
        });
        start("a");
        var asSet = clock.instant();
        set(key, "one");

        await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> {
            clock.advance(Duration.ofSeconds(10));
            look();
            assertThat(task.notes(key)).containsExactly("one");
        });
        assertThat(tries).hasValue(4);
        assertThat(clock.instant()).isAfter(asSet.plusSeconds(5 + 10 + 20));
    }

    @Test
    void a_task_that_is_tried_again_gets_the_timer_as_it_was_set() {
        var seen = new ArrayList<Timer>();
        task.afterwards(key, timer -> {
            seen.add(timer);
            if (seen.size() == 1) {
                throw new IllegalStateException("not yet");
            }
        });
        var timer = new Timer(TASK, key, clock.instant().minusSeconds(5), Map.of("note", "一"));
        timers.set(timer);
        start("a");
        await().until(() -> {
            look();
            clock.advance(Duration.ofSeconds(10));
            return seen.size() == 2;
        });
        assertThat(seen).containsExactly(timer, timer);
    }

    @Test
    void what_a_dead_replica_held_is_taken_over_after_forty_seconds() {
        set(key, "one");
        pickAsAnother(clock.instant());
        start("b");
        look();
        assertThat(task.notes(key)).isEmpty();
        stopReplicas(List.of());

        clock.advance(Duration.ofSeconds(41));
        start("c");
        await().untilAsserted(() -> {
            look();
            assertThat(task.notes(key)).containsExactly("one");
        });
    }

    @Test
    void one_that_is_wrongly_taken_for_dead_has_done_nothing_when_another_was_faster() throws Exception {
        var running = new CountDownLatch(1);
        var letGo = new CountDownLatch(1);
        var runs = new AtomicInteger();
        task.afterwards(key, timer -> {
            if (runs.incrementAndGet() == 1) {
                running.countDown();
                awaitEnd(letGo);
            }
        });
        set(key, "one");
        start("slow");
        look();
        assertThat(running.await(30, TimeUnit.SECONDS)).isTrue();

        clock.advance(Duration.ofSeconds(41));
        start("fast");
        await().until(() -> {
            look();
            return task.notes(key).size() == 1;
        });
        letGo.countDown();

        replicas.forEach(Scheduler::stop);
        assertThat(runs).hasValue(2);
        assertThat(task.notes(key)).containsExactly("one");
        replicas.clear();
    }

    @Test
    void a_process_whose_connection_is_cut_before_the_commit_has_done_nothing_and_another_does_it() {
        var runs = new AtomicInteger();
        task.afterwards(key, timer -> {
            if (runs.incrementAndGet() == 1) {
                jdbi.useHandle(handle -> handle.execute("SELECT pg_terminate_backend(pg_backend_pid())"));
            }
        });
        set(key, "one");
        assertThatExceptionOfType(RuntimeException.class).isThrownBy(due::run);
        assertThat(task.notes(key)).isEmpty();

        assertThat(due.run()).isEqualTo(1);
        assertThat(task.notes(key)).containsExactly("one");
        assertThat(runs).hasValue(2);
    }

    @Test
    void a_process_that_dies_right_after_the_commit_has_done_it_and_nobody_does_it_again() {
        set(key, "one");
        assertThat(due.run()).isEqualTo(1);

        start("b");
        clock.advance(Duration.ofMinutes(5));
        look();
        set(key + "/after", "after");
        look();
        await().until(() -> task.notes(key + "/after").size() == 1);
        assertThat(task.notes(key)).containsExactly("one");
    }

    private void set(String ofKey, String note) {
        timers.set(new Timer(TASK, ofKey, clock.instant(), Map.of("note", note)));
    }

    private Scheduler start(String name) {
        var scheduler = clockwork.assemble(name);
        replicas.add(scheduler);
        scheduler.start();
        return scheduler;
    }

    private void stopReplicas(List<Scheduler> left) {
        replicas.forEach(Scheduler::stop);
        replicas.clear();
        replicas.addAll(left);
    }

    private void look() {
        replicas.forEach(Scheduler::triggerCheckForDueExecutions);
    }

    /** Runs the timer of the key, does something else in the midst of it, and tells what the run has written in the end. */
    private List<String> runWhile(Runnable meanwhile) {
        var running = new CountDownLatch(1);
        var letGo = new CountDownLatch(1);
        var ended = new CountDownLatch(1);
        task.afterwards(key, timer -> {
            running.countDown();
            awaitEnd(letGo);
            ended.countDown();
        });
        set(key, "old");
        start("a");
        look();
        awaitEnd(running);
        QuarkusTransaction.requiringNew().run(meanwhile);
        letGo.countDown();
        awaitEnd(ended);
        await().until(() -> replicas.getFirst().getCurrentlyExecuting().isEmpty());
        return task.notes(key);
    }

    private void pickAsAnother(Instant heartbeat) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        UPDATE scheduled_task SET picked = true, picked_by = 'dead', last_heartbeat = :heartbeat,
                            version = version + 1 WHERE task_instance = :key""")
                .bind("heartbeat", heartbeat)
                .bind("key", key)
                .execute());
    }

    private static void awaitEnd(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
