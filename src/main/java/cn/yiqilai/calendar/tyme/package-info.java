/**
 * The traditional calendar by the library tyme4j (MIT): on which day 春节, 清明, 端午 and 中秋 fall.
 *
 * <p>Only needed for years whose notice is not out, and to notice what a notice forgot. Not its sister {@code cn.6tail:lunar},
 * whose table of holidays ends in 2023; tyme4j's own table of holidays serves a test as a cross-check and nothing else.
 */
@NullMarked
package cn.yiqilai.calendar.tyme;

import org.jspecify.annotations.NullMarked;
