/**
 * What leaves the house.
 *
 * <p>A message to somebody outside, an SMS, a call of a department's system, is put into the {@link
 * cn.yiqilai.platform.outbox.Outbox} in the transaction that makes it necessary. If and only if that is committed it is
 * handed to the {@link cn.yiqilai.platform.outbox.Sender} of its kind, until it is delivered: at least once, with the same
 * id each time, so that the receiver can tell a repetition.
 *
 * <p>Rooms rarely speak to the outbox itself: {@link cn.yiqilai.platform.sms.ShortMessages} and {@link
 * cn.yiqilai.platform.webhook.Webhooks} put into it what they are given.
 *
 * <p>Each destination has a lane of its own, worked on by one replica at a time. In a lane messages of one subject keep
 * their order; different subjects do not wait for each other. What fails is tried again, later each time; a destination
 * that fails again and again is left alone for a while (its lane is closed), and none of this touches another lane. What
 * cannot be delivered in three days or is refused for good is parked as dead with the reason, until somebody has a look
 * at it and sends it again.
 */
@NullMarked
package cn.yiqilai.platform.outbox;

import org.jspecify.annotations.NullMarked;
