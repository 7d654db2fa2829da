/**
 * Notices and office hours in PostgreSQL: rows are added and never changed, the last version counts.
 *
 * <p>Every insert advances the one row of {@link cn.yiqilai.calendar.postgres.RevisionTable} by a trigger. Whoever wants a
 * calendar looks at that number first, so that a replica notices a change at its next use, without being told; whoever
 * changes something locks the row first, so that checks against the other notices hold until the commit.
 */
@NullMarked
package cn.yiqilai.calendar.postgres;

import org.jspecify.annotations.NullMarked;
