/**
 * Telling a department's own system what happened.
 *
 * <p>An administrator registers an address for a unit, or for all of them, with the kinds of events it wants. A room
 * announces an event through {@link cn.yiqilai.platform.webhook.Webhooks}; each address that wants it gets one call,
 * signed, through the outbox: at least once, in the order of the subject, with an id by which a repetition is told.
 *
 * <p>Who is told what: everybody reads kind, time and number of the order and what the room calls {@linkplain
 * cn.yiqilai.platform.webhook.Announcement#facts facts}. {@linkplain cn.yiqilai.platform.webhook.Announcement#personal
 * Personal data} go to the unit that handles the order and to nobody else.
 */
@NullMarked
package cn.yiqilai.platform.webhook;

import org.jspecify.annotations.NullMarked;
