/**
 * The sheets of the directory: units, leaders, duty contacts, filing codes, windows, as Excel workbooks and CSV.
 *
 * <p>Which column is which is told by its heading, in Chinese or by its name in the data; {@link
 * cn.yiqilai.directory.DirectoryPart} lists them. A heading nobody knows is an error, because a mistyped one would silently
 * lose a column. Opening the file safely is {@code platform.sheet}'s business.
 */
@NullMarked
package cn.yiqilai.directory.sheet;

import org.jspecify.annotations.NullMarked;
