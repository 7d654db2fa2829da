/**
 * Short messages (短信), out and in.
 *
 * <p>Out: a room gives {@link cn.yiqilai.platform.sms.ShortMessages} a number and a text; they go through the outbox to the
 * HTTP gateway named by {@code SMS_GATEWAY_URL}. Without one the message is kept and shown to the operator as not sent;
 * nothing pretends to have sent it.
 *
 * <p>In: the gateway hands replies to {@code POST /api/v1/sms/inbound}, signed with a shared secret. Each is written down
 * once and told to the rooms above as {@link cn.yiqilai.platform.sms.ShortMessageReceived}, in that same transaction: a
 * room that observes it writes what follows from it, and both stand or fall together. The one use so far is the call-back
 * after a work order, answered by a digit, see {@link cn.yiqilai.platform.sms.ShortMessageReceived#grade}.
 */
@NullMarked
package cn.yiqilai.platform.sms;

import org.jspecify.annotations.NullMarked;
