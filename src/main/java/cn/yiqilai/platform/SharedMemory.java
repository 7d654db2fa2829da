package cn.yiqilai.platform;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What the replicas of the service share and may lose at any time: counters, caches, hints that something changed.
 *
 * <p>Held in Redis when {@code REDIS_URL} is set, else in this process. Correctness never depends on it: an absent value
 * is computed again, a lost hint is made up for by polling the database. No operation throws when the store is out of
 * reach: reads answer empty, writes are dropped, {@link #available()} says so.
 */
public interface SharedMemory extends AutoCloseable {
    Optional<String> get(String key);

    void put(String key, String value, Duration lifetime);

    void remove(String key);

    /**
     * Adds one to a counter that forgets itself {@code lifetime} after its first increment.
     *
     * @return the new count, from 1; empty when the store is out of reach
     */
    Optional<Long> increment(String key, Duration lifetime);

    /** Tells every replica, this one included; delivered at most once. */
    void publish(String topic, String message);

    /** {@code listener} is called on a thread of the store: it must be quick and must not throw. */
    void subscribe(String topic, Consumer<String> listener);

    boolean available();

    @Override
    void close();
}
