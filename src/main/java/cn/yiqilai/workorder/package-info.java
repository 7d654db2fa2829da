/**
 * What nobody answers live is filed, and from then on somebody owes the enterprise a reply in time.
 *
 * <p><b>States are types.</b> {@link cn.yiqilai.workorder.WorkOrder} is sealed, and each of its seventeen states is a record:
 * the {@link cn.yiqilai.workorder.Dossier}, which every state has, and what only this one knows. A step is a method of the
 * states that have it and gives the next state, or a {@link cn.yiqilai.workorder.Transition} where a guard may refuse. What
 * a state forbids does not compile: {@code Dispatched} can be signed, {@code Archived} can be nothing. Families of states
 * are sealed interfaces, named by what can be done: {@link cn.yiqilai.workorder.Returnable}, {@link
 * cn.yiqilai.workorder.Answerable}, {@link cn.yiqilai.workorder.Archivable}.
 *
 * <pre>
 * Registered → AwaitingDispatch → Dispatched → InProgress → UnderApproval → UnderReview → Closed → … → Archived
 *     登记          待派             待签收        办理中        单位审签        答复认定       办结        归档
 * </pre>
 *
 * <p><b>One way to change.</b> A use case ({@link cn.yiqilai.workorder.Dispatching}, {@link cn.yiqilai.workorder.Signing},
 * {@link cn.yiqilai.workorder.Returning} …) says what becomes of the order and what is written down of it: a {@code Move}.
 * {@code Transitions} does the rest in one transaction: who may ({@link cn.yiqilai.workorder.Operation} is the one table of
 * roles and states), the version that was seen, the clocks, the timeline, the audit trail, timers and news. Two who change
 * an order at once are told apart by the database; the loser is shown what is there ({@link
 * cn.yiqilai.workorder.ConflictException}).
 *
 * <p><b>Clocks</b> are counted by {@link cn.yiqilai.workorder.clock} from the events of the order, each time anew, and what
 * comes out is kept as versions: a due time that moves leaves the old one standing, with the rules and the calendar of
 * each. The first dispatch decides by which rules an order is counted for good; a notice that is loaded counts what still
 * runs anew ({@code Recounting}). What the rules make follow, supervision above all, follows in the same transaction.
 *
 * <p><b>Example.</b> A complaint is dispatched to the power company on Tuesday. It signs by name and calls; asks for two more
 * working days before its ten are over, and gets them, so that the timeline shows the old due time and the new; fills in the
 * city's template ({@link cn.yiqilai.workorder.reply}); the deputy signs, because no flag asks for more; the platform finds
 * it not specific and sends it back, within the old limit; the second version passes. That is the closing, whatever is
 * rated later. The enterprise reads the reply in its conversation, is called, is not content; the company mends it, the
 * enterprise is called again, and the order is archived with both ratings.
 *
 * <p><b>A second look.</b> {@link cn.yiqilai.workorder.oversight} draws orders and checks them, calls back regularly, inspects,
 * hands clues over and has units answer for themselves; it changes an order only by putting it under supervision.
 *
 * <p><b>Who sees what.</b> The platform sees every order, a unit those that it leads or helps with. The reporter of a 举报 is
 * known to whoever must know and to nobody else, the handling unit included: {@link
 * cn.yiqilai.workorder.Confidentiality} says who that is, for reading and for searching alike, and a reporter's data appear
 * in no log line and in no audit line.
 */
@NullMarked
package cn.yiqilai.workorder;

import org.jspecify.annotations.NullMarked;
