/**
 * Orders in PostgreSQL. One row an order: columns for what every state has and for what lists are narrowed by, a JSON column
 * for what only this state knows ({@code Standing}). Beside it, insert-only by trigger: the timeline, the events that the
 * clocks are counted from, every version of every deadline, every rating, every reminder. The tag, the kinds, the states and
 * the one order a message are constraints, so that no path around the code breaks them.
 */
@NullMarked
package cn.yiqilai.workorder.postgres;

import org.jspecify.annotations.NullMarked;
