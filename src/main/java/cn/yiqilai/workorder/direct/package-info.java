/**
 * 直报: requests that departments hear of by themselves, on visits, at their contact points and at their windows (苏州市方案 二(一),
 * 附件1).
 *
 * <p>Two paths, told apart by one question. What the department has <b>settled</b> is gathered: an order that is archived the
 * moment it is filed, one by one or by the quarterly sheet of eleven columns (附件3). What it has <b>not</b> settled becomes an
 * ordinary order at once and goes the way of every other, from 登记 on, at the platform that answers for the place.
 *
 * <pre>
 * DirectFiling ──settled──▶ DirectlyReported ▶ Archived      counted in the calendar quarter of 诉求时间 (reading A14)
 *        └─────not settled▶ Registered ▶ …                   counted as any order
 * </pre>
 *
 * <p>A department files for itself alone and needs the right to, which is given on application (附件2, {@link
 * cn.yiqilai.workorder.direct.ReportingRights}). The same request comes in once, however often it is sent: {@link
 * cn.yiqilai.workorder.direct.DirectFiling#identity} tells. A sheet is taken as a whole or not at all ({@link
 * cn.yiqilai.workorder.direct.DirectReportImport}), with a reason for every row that cannot be.
 *
 * <p>Example: the tax office was asked on a visit on 2026-02-11 how to refund a deposit, and paid it back the same week. Row 3
 * of its sheet for 2026-Q1 becomes order YQL-20260402-0031, archived, with the result word for word.
 */
@NullMarked
package cn.yiqilai.workorder.direct;

import org.jspecify.annotations.NullMarked;
