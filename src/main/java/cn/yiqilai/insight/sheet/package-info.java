/**
 * An evaluation as an Excel workbook: the figures, what each of them means, the units, the direct reports, and the orders that
 * were counted without personal data.
 */
@NullMarked
package cn.yiqilai.insight.sheet;

import org.jspecify.annotations.NullMarked;
