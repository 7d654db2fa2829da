/**
 * What nobody answers live is filed, and from then on somebody owes the enterprise a reply in time.
 *
 * <p>In comes a {@link cn.yiqilai.workorder.FilingRequest}: what kind of matter, what about, whom to call back, and the
 * conversation it came from. {@link cn.yiqilai.workorder.Registration} gives it a number and writes the order, the first line
 * of its timeline and a line of the audit trail in one transaction; out goes a {@link cn.yiqilai.workorder.WorkOrder} in the
 * state {@link cn.yiqilai.workorder.Registered}. It always carries the tag 企业, by which the city's 12345 platform keeps
 * enterprises' matters apart.
 *
 * <p>Example: at nine in the evening an enterprise asks for a person. Nobody is there, so the hand-off files an order of the
 * kind CONSULT for message 5 of the conversation; its description are the enterprise's own words with their times and which
 * entries it was shown ({@link cn.yiqilai.workorder.ConversationSummary}). The enterprise reads "YQL-20260310-0007". When
 * the hand-off is tried again, because a replica died, it gets that same order: one order a message.
 *
 * <p>States are types. What an order can do depends on its state, so a step that a state forbids does not compile; the
 * states that follow (dispatched, signed, returned …) join {@code WorkOrder} as further records. The clocks start at
 * dispatch: until then the rule and calendar versions are empty and nothing is due.
 *
 * <p>The reporter of a 举报 is known to whoever must know and to nobody else: {@link
 * cn.yiqilai.workorder.Confidentiality} says who that is, for reading and for searching alike, and a reporter's data appear
 * in no log line and in no audit line.
 */
@NullMarked
package cn.yiqilai.workorder;

import org.jspecify.annotations.NullMarked;
