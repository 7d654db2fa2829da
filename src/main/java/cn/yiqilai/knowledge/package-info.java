/**
 * Curated entries: one question, one approved answer, and everything that makes the question found.
 */
@NullMarked
package cn.yiqilai.knowledge;

import org.jspecify.annotations.NullMarked;
