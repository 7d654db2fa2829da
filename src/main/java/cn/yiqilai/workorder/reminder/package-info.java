/**
 * Who is to be told when, that something is due or late: pure rules, without a clock of their own.
 *
 * <p>{@link cn.yiqilai.workorder.reminder.ReminderLadder} makes of a deadline and a calendar the rungs of a ladder ({@link
 * cn.yiqilai.workorder.reminder.Rung}): first whoever handles the order, then, when it is late, the leader in charge, then
 * the head of the unit. Each {@link cn.yiqilai.workorder.reminder.Reminder} stands at an instant at which the offices are
 * open: nobody is reminded at midnight, however late something is.
 *
 * <p>Example: what is due on Friday at 18:00 is spoken of on Thursday at 09:00 and on Friday at 09:00; when it is not done,
 * the leader in charge reads of it on Monday at 09:00, the head of the unit on Tuesday and again on Thursday.
 *
 * <p>The cities' documents ask for reminders (催办) and name no hours for them, so these are the product's own.
 */
@NullMarked
package cn.yiqilai.workorder.reminder;

import org.jspecify.annotations.NullMarked;
