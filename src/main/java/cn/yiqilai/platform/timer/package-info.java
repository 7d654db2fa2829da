/**
 * At this instant, run this, once.
 *
 * <p>A room that has to come back to something later, to remind, to escalate, to close, sets a {@link
 * cn.yiqilai.platform.timer.Timer} in the transaction that makes it necessary, and implements a {@link
 * cn.yiqilai.platform.timer.TimerTask} that is run when it is due. The timer exists if and only if the transaction was
 * committed, and what the task writes exists if and only if the timer is gone: a process that dies in between has done
 * nothing, and another one does it.
 *
 * <p>Example. A work order is dispatched; whoever must sign it is to be reminded in half an hour, unless he signs before:
 *
 * <pre>
 * timers.set(new Timer("work-order.remind", order.id() + "/SIGN", dueAt.minus(HALF_AN_HOUR), Map.of("step", "SIGN")));
 * …
 * timers.cancel("work-order.remind", order.id() + "/SIGN");       // in the transaction that signs
 * </pre>
 *
 * <p>Setting a key again replaces the timer, also one that is just being run: that run is rolled back. A task that fails
 * is tried again, later each time, for as long as the timer stands; it is never dropped.
 *
 * <p>Why a task may not send anything itself: a telephone cannot be rolled back. What leaves the house is put into the
 * {@link cn.yiqilai.platform.outbox.Outbox}, in the same transaction.
 */
@NullMarked
package cn.yiqilai.platform.timer;

import org.jspecify.annotations.NullMarked;
