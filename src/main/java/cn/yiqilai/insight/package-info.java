/**
 * How well the hotline serves, told from what the other rooms have written down. Nobody calls this room.
 *
 * <p><b>A figure is a fraction that explains itself.</b> An {@link cn.yiqilai.insight.Indicator} has a numerator, a denominator,
 * what it means in words, what was left out and why, the target of the city's plan beside it, and no value at all where there
 * is nothing to divide by. {@link cn.yiqilai.insight.Measures} is the one place that says what is counted.
 *
 * <p><b>A period counts what was closed in it</b> (江苏省管理办法 第二十一条): an order belongs to the month, the quarter and the
 * year of its closing instant in Shanghai's time, whatever is rated later (reading A12); what is open at the end is carried
 * over. Direct reports belong to the quarter in which the enterprise spoke (reading A14).
 *
 * <p><b>Published is fixed.</b> {@link cn.yiqilai.insight.Publishing} keeps the figures and the list of orders as they stand,
 * once, when the period is over. The same period asked for again is counted anew, with ratings that came since; what was
 * published stays what it was, with its date.
 *
 * <p>Example: an order is closed on 2026-03-31 at 17:50 and rated 不满意 on 1 April. March has one closed order, one rated, none
 * content: 满意率 0/1. The same order closed at midnight belongs to April.
 */
@NullMarked
package cn.yiqilai.insight;

import org.jspecify.annotations.NullMarked;
