/** Versions of the rules and the operator's decisions on fallbacks, as rows that are only ever added. */
@NullMarked
package cn.yiqilai.city.postgres;

import org.jspecify.annotations.NullMarked;
