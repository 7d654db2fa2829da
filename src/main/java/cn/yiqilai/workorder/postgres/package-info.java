/**
 * Orders in PostgreSQL: one row an order, one a line of its timeline (insert-only by trigger), and one a day that counts its
 * numbers. The tag, the kinds and the one order a message are constraints, so that no path around the code breaks them.
 */
@NullMarked
package cn.yiqilai.workorder.postgres;

import org.jspecify.annotations.NullMarked;
