/** Fitted models as rows that are only ever added, and which of them was put in force, when and by whom. */
@NullMarked
package cn.yiqilai.decision.postgres;

import org.jspecify.annotations.NullMarked;
