/**
 * Reads what the other rooms keep (orders, timelines, clocks, ratings, conversations) and never writes there; keeps what was
 * published.
 */
@NullMarked
package cn.yiqilai.insight.postgres;

import org.jspecify.annotations.NullMarked;
