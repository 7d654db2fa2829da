/**
 * Which unit should get an order: three at most are proposed, a person decides, and how often the two agree is measured.
 *
 * <p>What is known of an order is a {@link cn.yiqilai.workorder.proposal.Request}: its words, its place, its codes. Several
 * {@link cn.yiqilai.workorder.proposal.Advocate}s look at it, each from one side ({@link
 * cn.yiqilai.workorder.proposal.Ground}): the knowledge that fits the words has a department, the filing code has a unit, the
 * window is somebody's, a unit's duties name the matter (谁主管、谁负责), similar orders went somewhere. Each speaks in {@link
 * cn.yiqilai.workorder.proposal.Argument}s, with a weight and a reason that a person can check. {@link
 * cn.yiqilai.workorder.proposal.Territory} hands a department's matter on to its office in the place (属地管理、分级负责), and
 * {@link cn.yiqilai.workorder.proposal.Weighing} adds up.
 *
 * <p>Example: 厂里十二月的发票开不出来 in 东台市, filed under 发票. The code speaks for 市税务局 with 3, two entries with 1.4, its
 * keyword 发票 with 0.5, and the platform of 东台市 is the nearest with 0.5: 4.9 of 6.4 (5.4 and the 1 kept back for whoever
 * was not thought of) make 0.77.
 *
 * <p><b>The confidence is a share of the weight</b> and says so wherever it is shown: it is no measured chance. What came of
 * it is: each dispatch keeps what was proposed and who got the order ({@link
 * cn.yiqilai.workorder.proposal.KeptProposals}), and {@link cn.yiqilai.workorder.proposal.Agreement} tells how often the first
 * and how often any of the three was chosen, band by band of the confidence. Where nothing speaks for anybody nothing is
 * proposed.
 */
@NullMarked
package cn.yiqilai.workorder.proposal;

import org.jspecify.annotations.NullMarked;
