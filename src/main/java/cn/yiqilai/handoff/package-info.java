/**
 * A person takes over.
 *
 * <p>A conversation that wants a person, by a button, in words, or because the service is not sure and the enterprise agrees,
 * becomes a {@link cn.yiqilai.handoff.Contact}: queued for a {@link cn.yiqilai.handoff.Desk}, ringing at one agent, his, held,
 * handed on, and over. {@link cn.yiqilai.handoff.Handoffs} is the enterprise's side of it, called by the turn; {@link
 * cn.yiqilai.handoff.Floor} the agent's.
 *
 * <pre>
 *            Queued → Ringing → Owned ⇄ Held → Ended
 *               ↑        |        |        ↘ Returned        (to the bot)
 *               └────────┴────────┘                          nobody answered, or the agent dropped: the old place
 *      Queued, Ringing → Abandoned                           the enterprise left
 *      Queued, Ringing → Missed                              nobody came: an order, and a call back
 * </pre>
 *
 * <p>Example. 盐城某某有限公司 wants a person at ten. Two wait before it; it reads position 3 and how long those before it took.
 * Agent 张 is free, it rings for twenty seconds, he takes it and reads the {@link cn.yiqilai.handoff.Packet}: what was asked,
 * what the service would say and how sure it is. He sends the first {@link cn.yiqilai.handoff.Suggestion} with two words
 * changed, which is kept as a label. His browser dies; two and a half minutes later the contact stands in the queue where it
 * stood before, and his colleague takes it.
 *
 * <p><b>One floor.</b> Whoever changes a contact, or who is there, first holds the conversation (if one is spoken in) and then
 * the {@link cn.yiqilai.handoff.Switchboard}: one row that all replicas share. So two who take one contact are told apart by
 * the database, capacity is never exceeded, offers are made in the very transaction that makes them possible, and the numbers of
 * {@link cn.yiqilai.handoff.ContactEvent}s, by which desks follow, have no gap. It is held for milliseconds. Whoever holds it
 * may lock orders and the audit trail after it, never a conversation.
 *
 * <p><b>Presence</b> is a lease in the database, renewed by a sign of life ({@link cn.yiqilai.handoff.Attendance}): long enough
 * for the browser of a page in the background, which wakes once a minute, and the same on every replica without Redis. What
 * happens later (a ring that nobody heard, a lease that ended, a wait that is too long) is a timer, so it survives a process.
 *
 * <p><b>Three-way.</b> For a matter of the city's list ({@link cn.yiqilai.handoff.ThreeWayMatters}) at once, else with a reason why
 * the knowledge does not do, the agent brings in a specialist ({@link cn.yiqilai.handoff.Inviting}): an {@link
 * cn.yiqilai.handoff.Invitation} rings for twenty seconds at the first on duty for the topic, then at the next on the rota, and
 * where nobody comes an order is filed. Who comes ({@link cn.yiqilai.handoff.Joining}) reads a {@link
 * cn.yiqilai.handoff.Briefing} and speaks as 政策专员 of his department until he leaves or the contact is over; before and after,
 * and to everybody else, the conversation does not exist. {@link cn.yiqilai.handoff.ThreeWayGauges} measures how often that
 * happens and how often it succeeds: it warns and blocks nothing.
 *
 * <p><b>Capture.</b> When a contact is over, a timer takes what was asked and what a person answered into the drafts of the
 * knowledge, without anybody's data. A question that is known is joined to its entry, so that no second one is made ({@link
 * cn.yiqilai.handoff.CapturedAnswer}).
 *
 * <p>Nobody there, or out of hours: the contact is {@link cn.yiqilai.handoff.Contact.Missed} at once, the turn files the order
 * that the city's rules ask for, and the contact stands on the list of those to be called back.
 */
@NullMarked
package cn.yiqilai.handoff;

import org.jspecify.annotations.NullMarked;
