package cn.yiqilai.platform.timer;

/**
 * What is done when a timer is due. Every bean of this type is one; its name is the name that timers give.
 *
 * <p>{@link #run} is called in a transaction of its own, with a request context, on a virtual thread, on one replica at a
 * time. The timer goes with the commit of that transaction, so what the task writes is written once however often the
 * process dies; what it puts into the outbox, too. It may set or cancel timers, its own key included (a ladder of
 * reminders sets the next rung).
 *
 * <p>An exception rolls everything back, and the task is tried again after ten seconds, then twenty, at most every quarter
 * of an hour. What has meanwhile become pointless is best found out by looking: a task that finds its order closed just
 * returns.
 */
public interface TimerTask {
    /** As in {@link Timer#task}; never changed once timers of that name may be stored. */
    String name();

    /** @param timer as it was set */
    void run(Timer timer);
}
