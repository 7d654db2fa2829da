/**
 * db-scheduler, which picks what is due from the table {@code scheduled_task} and runs it on one replica.
 *
 * <p>{@link cn.yiqilai.platform.scheduler.Clockwork} runs it on virtual threads, with our clock. A replica that runs
 * something says every ten seconds that it lives; when it has not for forty seconds, another one takes over what it held.
 *
 * <p>db-scheduler by itself runs a task at least once: it takes the row away after the task, in a transaction of its own.
 * {@link cn.yiqilai.platform.scheduler.TimerRuns} makes this once: the row is taken away in the task's own transaction,
 * under the condition that it still has the version it was picked with. Whoever comes second, after a cancellation, a
 * replacement or a wrongly assumed death, finds it gone and rolls back.
 *
 * <p>Why the row is taken at the end and not at the beginning: the task locks the order it is about first, as everybody
 * does who sets or cancels timers. Locks are always taken in this order, so nobody waits in a circle.
 *
 * <p>The scheduler runs in the service, not in its commands, and not in tests unless they start it.
 */
@NullMarked
package cn.yiqilai.platform.scheduler;

import org.jspecify.annotations.NullMarked;
