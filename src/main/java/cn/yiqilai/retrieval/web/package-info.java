/** Health: whether this replica has taken the knowledge in. Until then it is alive and not ready. */
@NullMarked
package cn.yiqilai.retrieval.web;

import org.jspecify.annotations.NullMarked;
