/**
 * The files that entries travel in: JSON lines, CSV and Excel, in and out.
 *
 * <p>In: {@link cn.yiqilai.knowledge.sheet.SniffedFiles} hands out one row after the other. A sheet is understood by its header:
 * our own column names, or the six of 附件2. How a file is opened safely is {@code platform.sheet}'s business.
 *
 * <p>Out: {@link cn.yiqilai.knowledge.sheet.EntryWorkbook} writes the published entries.
 *
 * <p>Example: the row {@code id=vat-1 | question=要交吗 | similar=要不要交|交不交} is one entry with two similar questions; a bar
 * that belongs to a text is written {@code \|}.
 */
@NullMarked
package cn.yiqilai.knowledge.sheet;

import org.jspecify.annotations.NullMarked;
