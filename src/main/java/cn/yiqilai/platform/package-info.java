/**
 * What every service needs and no business talks about.
 *
 * <p>Nothing here knows what a question, an entry or a work order is. It offers the floor on which the other rooms stand:
 *
 * <ul>
 *   <li>{@link cn.yiqilai.platform.Yiqilai}, the way in: it starts the embedded database when none is configured and then
 *       the service or one of its commands;
 *   <li>{@link cn.yiqilai.platform.Settings}, everything that can be set from the environment;
 *   <li>{@link cn.yiqilai.platform.Problem}, what a caller reads when something cannot be done (RFC 9457, in Chinese, the
 *       sentences in {@code messages.properties});
 *   <li>{@link cn.yiqilai.platform.SharedMemory}, what replicas share and may lose: Redis, or this process alone;
 *   <li>{@link cn.yiqilai.platform.timer.Timers}, at this instant run this, once; {@link
 *       cn.yiqilai.platform.outbox.Outbox} and, through it, {@link cn.yiqilai.platform.sms.ShortMessages} and {@link
 *       cn.yiqilai.platform.webhook.Webhooks}, what leaves the house: all of them in the transaction of whoever asks;
 *   <li>{@code platform.postgres} (connection, embedded server), {@code platform.web} (problem responses, idempotency,
 *       headers), {@code platform.redis}, {@code platform.scheduler} (db-scheduler), {@code platform.vertx} (calls to outside).
 * </ul>
 *
 * <p>Example: a room that refuses a stale write throws {@code Problem.conflict("knowledge.stale").with("current", entry)
 * .asException()}; the door turns it into a 409 whose {@code detail} a person can read.
 *
 * <p>Why Redis is optional: PostgreSQL holds everything that must be right. The shared memory only makes things faster or
 * sooner, so a flushed or dead Redis costs speed and never correctness.
 */
@NullMarked
package cn.yiqilai.platform;

import org.jspecify.annotations.NullMarked;
