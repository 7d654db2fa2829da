/**
 * Tables that people send and fetch: Excel workbooks and CSV, as rows of texts.
 *
 * <p>In: {@link cn.yiqilai.platform.sheet.SheetFile} looks at the content of a file, never at its name, and gives one row after
 * the other to a {@link cn.yiqilai.platform.sheet.SheetTarget}, which knows what the columns mean. What is in a cell is a value
 * and never a formula; a workbook is measured before it is opened, so that a small file cannot unfold into a large one; more
 * than 100,000 rows, a cell of megabytes, a document type or a damaged file are said in Chinese and read no further.
 *
 * <p>Out: {@link cn.yiqilai.platform.sheet.SheetWriter} writes a workbook row by row. {@link cn.yiqilai.platform.sheet.Cells}
 * knows how lists and days stand in a cell, and keeps a text from becoming a formula.
 *
 * <p>Example: {@code SheetFile.open(upload).read(target)} passes over a title and empty rows, asks the target which row is the
 * header, then calls {@code target.row(4, List.of("市税务局", …))} for the fourth row of the sheet.
 */
@NullMarked
package cn.yiqilai.platform.sheet;

import org.jspecify.annotations.NullMarked;
