package cn.yiqilai.platform.timer;

import java.time.Instant;
import java.util.Optional;

/**
 * Sets and cancels timers, each in the transaction that is under way: when that is rolled back, nothing was set or
 * cancelled. Without a transaction it has one of its own.
 *
 * <p>Lock what the timer is about (the order's row) before setting or cancelling its timers, as the tasks do; then nobody
 * waits for each other in a circle.
 */
public interface Timers {
    /** Sets the timer; one of the same task and key is replaced. */
    void set(Timer timer);

    /**
     * Takes a timer away. One that is being run right now is cancelled too: what its task wrote is rolled back.
     *
     * @return whether there was one
     */
    boolean cancel(String task, String key);

    /**
     * Takes all timers of a task away whose key begins so, such as all of one order.
     *
     * @param keyPrefix not empty
     * @return how many there were
     */
    int cancelAll(String task, String keyPrefix);

    /** When the timer is due, if there is one. */
    Optional<Instant> dueAt(String task, String key);
}
