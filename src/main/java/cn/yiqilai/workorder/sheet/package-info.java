/**
 * 企业诉求办理情况汇总表 as an Excel workbook or CSV: eleven columns by their headings, in any order, none missing and none besides.
 * Opening a file safely is {@code platform.sheet}'s business.
 */
@NullMarked
package cn.yiqilai.workorder.sheet;

import org.jspecify.annotations.NullMarked;
