/**
 * A second look at what was done, and what follows from it: nothing here is ever changed once it was written.
 *
 * <p>A {@link cn.yiqilai.workorder.oversight.Programme} is a list of orders with a purpose and a day by which it is to be done.
 * They are drawn by chance from what a period has closed (a {@link cn.yiqilai.workorder.oversight.Draw} keeps its seed, so that
 * anybody can repeat it), or named one by one. What comes of each is a {@link cn.yiqilai.workorder.oversight.Result}:
 *
 * <pre>
 * QUALITY_CHECK   不定期检查、回访复核   Check       规范, 具体, 完整, 属实 and what the enterprise says
 * CALLBACK        定期回访              Called      reached or not, and how content
 * INSPECTION      督查项目              Concluded   what was found, settled or not
 * SPECIAL_REPORT  工作专报              Concluded   what became of it, 政府议题
 * </pre>
 *
 * <p>A check that finds something untrue or badly done puts an order that is still open under supervision at once, and counts
 * against the unit either way ({@link cn.yiqilai.workorder.oversight.UnitEvidence}). An archived order stays archived.
 *
 * <p>A {@link cn.yiqilai.workorder.oversight.Handover} gives a clue to an office that decides outside this service (督查室,
 * 纪检监察机关): which orders, which materials, its receipt, and what kind of sanction it has told us of. An {@link
 * cn.yiqilai.workorder.oversight.Inquiry} is what a unit has to answer by a day: to a congress, a newspaper, a bulletin.
 *
 * <p>Example: in April a supervisor draws 20 of the 412 orders that March has closed. The reply of one of them says that a
 * meter was set on the 12th; the enterprise, called again, has seen nobody. The check is not 属实: the order is put under
 * supervision, and the company has one untrue reply in its evidence.
 */
@NullMarked
package cn.yiqilai.workorder.oversight;

import org.jspecify.annotations.NullMarked;
