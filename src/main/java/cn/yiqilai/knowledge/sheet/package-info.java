/**
 * The files that entries travel in: JSON lines, CSV and Excel, in and out.
 *
 * <p>In: {@link cn.yiqilai.knowledge.sheet.SniffedFiles} looks at the content, never at the name, and hands out one row after
 * the other. A sheet is understood by its header: our own column names, or the six of 附件2. What is in a cell is a value and
 * never a formula; a workbook is measured before it is opened, so that a small file cannot unfold into a large one.
 *
 * <p>Out: {@link cn.yiqilai.knowledge.sheet.EntryWorkbook} writes the published entries; a cell that begins like a formula gets
 * an apostrophe in front, which reading takes away again.
 *
 * <p>Example: the row {@code id=vat-1 | question=要交吗 | similar=要不要交|交不交} is one entry with two similar questions; a bar
 * that belongs to a text is written {@code \|}.
 */
@NullMarked
package cn.yiqilai.knowledge.sheet;

import org.jspecify.annotations.NullMarked;
