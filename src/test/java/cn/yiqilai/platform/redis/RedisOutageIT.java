package cn.yiqilai.platform.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Nothing of the service may hang on Redis: it can be away at the start, die, and come back. */
class RedisOutageIT {
    private static final Duration LONG = Duration.ofMinutes(5);
    private static final Duration UNTIL_BACK = Duration.ofSeconds(40);

    private final TestRedis redis = new TestRedis();
    private final RedisMemory memory = new RedisMemory(redis.url());

    @AfterEach
    void end() {
        memory.close();
        redis.close();
    }

    @Test
    void before_it_is_there_nothing_throws_and_everything_is_empty() {
        assertThatNothingIsThere();
    }

    @Test
    void one_that_comes_late_is_found_and_its_subscriptions_are_made_up_for() {
        var heard = heard("early");
        assertThatNothingIsThere();

        redis.start();

        assertThatItWorks();
        assertThatItArrives("early", heard);
    }

    @Test
    void one_that_dies_and_comes_back_is_used_again() {
        redis.start();
        var heard = heard("before");
        memory.put("key", "1", LONG);
        assertThatItArrives("before", heard);

        redis.die();
        assertThatNothingIsThere();
        redis.start();

        assertThatItWorks();
        assertThatItArrives("before", heard);
    }

    @Test
    void a_subscription_made_during_the_outage_is_made_up_for() {
        redis.start();
        memory.put("key", "1", LONG);
        redis.die();
        await().until(() -> !memory.available());

        var first = heard("during");
        redis.start();

        assertThatItWorks();
        assertThatItArrives("during", first);
    }

    @Test
    void so_is_a_further_one_beside_one_that_was_there_before() {
        redis.start();
        var before = heard("before");
        assertThatItArrives("before", before);
        redis.die();
        await().until(() -> !memory.available());

        var during = heard("during");
        redis.start();

        assertThatItWorks();
        assertThatItArrives("during", during);
        assertThatItArrives("before", before);
    }

    @Test
    @Timeout(8)
    void a_machine_that_swallows_everything_is_not_waited_for() throws IOException {
        var local = InetAddress.getLoopbackAddress();
        var filled = new ArrayList<Socket>();
        // A queue of one that nobody empties: what comes after is neither taken nor refused.
        try (var swallowing = new ServerSocket(0, 1, local);
                var waiting = new RedisMemory("redis://127.0.0.1:" + swallowing.getLocalPort())) {
            for (var i = 0; i < 2; i++) {
                filled.add(new Socket(local, swallowing.getLocalPort()));
            }
            assertThat(waiting.get("key")).isEmpty();
            assertThat(waiting.available()).isFalse();
        } finally {
            for (var socket : filled) {
                socket.close();
            }
        }
    }

    @Test
    void after_the_end_nothing_throws_either() {
        redis.start();
        memory.put("key", "1", LONG);

        memory.close();

        assertThatNothingIsThere();
    }

    private List<String> heard(String topic) {
        List<String> heard = new CopyOnWriteArrayList<>();
        memory.subscribe(topic, heard::add);
        return heard;
    }

    private void assertThatNothingIsThere() {
        await().until(() -> !memory.available());
        memory.put("key", "2", LONG);
        memory.remove("other");
        memory.publish("topic", "一");
        assertThat(memory.get("key")).isEmpty();
        assertThat(memory.increment("counter", LONG)).isEmpty();
        assertThat(memory.available()).isFalse();
    }

    private void assertThatItWorks() {
        await().atMost(UNTIL_BACK).until(memory::available);
        memory.put("key", "3", LONG);
        assertThat(memory.get("key")).contains("3");
        assertThat(memory.increment("counter", LONG)).contains(1L);
    }

    /** Told again and again, because what is told before the subscription stands is lost. */
    private void assertThatItArrives(String topic, List<String> heard) {
        heard.clear();
        await().atMost(UNTIL_BACK).until(() -> {
            memory.publish(topic, "一");
            return heard.contains("一");
        });
    }
}
