/**
 * The shared memory in Redis, by Lettuce.
 *
 * <p>One connection for commands and one for subscriptions, each reconnecting by itself. A command waits at most a quarter
 * of a second and then counts as lost: the service would rather compute a value again than make an enterprise wait.
 * Keys carry the prefix {@code yiqilai:}, so that one Redis can serve others too.
 */
@NullMarked
package cn.yiqilai.platform.redis;

import org.jspecify.annotations.NullMarked;
