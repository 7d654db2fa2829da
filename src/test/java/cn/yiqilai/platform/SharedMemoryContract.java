package cn.yiqilai.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every shared memory keeps to, wherever it holds its values. */
public abstract class SharedMemoryContract {
    private static final Duration LONG = Duration.ofMinutes(5);
    private static final Duration SHORT = Duration.ofMillis(200);

    protected SharedMemory memory;

    protected abstract SharedMemory open();

    /** Lets that much time go by, unless it goes by itself. */
    protected abstract void pass(Duration time);

    @BeforeEach
    void openIt() {
        memory = open();
    }

    @AfterEach
    void closeIt() {
        memory.close();
    }

    @Test
    void it_is_there() {
        assertThat(memory.available()).isTrue();
    }

    @Test
    void what_was_put_is_found() {
        var key = fresh();

        assertThat(memory.get(key)).isEmpty();
        memory.put(key, "盐城 🏭", LONG);
        assertThat(memory.get(key)).contains("盐城 🏭");
        memory.put(key, "", LONG);
        assertThat(memory.get(key)).contains("");
    }

    @Test
    void what_was_removed_is_gone() {
        var key = fresh();
        memory.put(key, "1", LONG);

        memory.remove(key);
        memory.remove(key);

        assertThat(memory.get(key)).isEmpty();
    }

    @Test
    void what_outlives_its_lifetime_is_forgotten() {
        var brief = fresh();
        var lasting = fresh();
        memory.put(brief, "1", SHORT);
        memory.put(lasting, "1", LONG);

        pass(SHORT);

        await().until(() -> memory.get(brief).isEmpty());
        assertThat(memory.get(lasting)).contains("1");
    }

    @Test
    void putting_again_begins_a_new_lifetime() {
        var key = fresh();
        memory.put(key, "1", SHORT);
        memory.put(key, "2", LONG);
        var other = fresh();
        memory.put(other, "1", SHORT);

        pass(SHORT);

        await().until(() -> memory.get(other).isEmpty());
        assertThat(memory.get(key)).contains("2");
    }

    @Test
    void a_counter_starts_at_one_and_forgets_itself() {
        var key = fresh();

        assertThat(memory.increment(key, SHORT)).contains(1L);
        pass(SHORT);
        await().until(() -> memory.get(key).isEmpty());
        assertThat(memory.increment(key, LONG)).contains(1L);
        assertThat(memory.increment(key, LONG)).contains(2L);
        assertThat(memory.get(key)).contains("2");
    }

    @Test
    void a_counter_that_is_used_does_not_live_longer() {
        var key = fresh();
        memory.increment(key, SHORT);
        memory.increment(key, LONG);

        pass(SHORT);

        await().until(() -> memory.get(key).isEmpty());
    }

    @Test
    void fifty_at_once_are_all_counted() {
        var key = fresh();
        await().until(memory::available);
        try (var threads = Executors.newFixedThreadPool(50)) {
            IntStream.range(0, 50)
                    .forEach(thread -> threads.submit(() -> {
                        for (var i = 0; i < 20; i++) {
                            memory.increment(key, LONG);
                        }
                    }));
        }

        assertThat(memory.get(key)).contains("1000");
    }

    @Test
    void every_listener_of_a_topic_hears_what_is_told_and_no_other() {
        var topic = fresh();
        List<String> first = new CopyOnWriteArrayList<>();
        List<String> second = new CopyOnWriteArrayList<>();
        List<String> elsewhere = new CopyOnWriteArrayList<>();
        memory.subscribe(topic, first::add);
        memory.subscribe(topic, second::add);
        memory.subscribe(fresh(), elsewhere::add);

        memory.publish(topic, "一");
        memory.publish(topic, "二");

        await().untilAsserted(() -> assertThat(first).containsExactly("一", "二"));
        await().untilAsserted(() -> assertThat(second).containsExactly("一", "二"));
        assertThat(elsewhere).isEmpty();
    }

    @Test
    void telling_nobody_does_no_harm() {
        memory.publish(fresh(), "一");

        assertThat(memory.available()).isTrue();
    }

    protected static String fresh() {
        return "test:" + UUID.randomUUID();
    }
}
