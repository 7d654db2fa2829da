/** Evaluations over HTTP, for those who answer for the hotline. */
@NullMarked
package cn.yiqilai.insight.web;

import org.jspecify.annotations.NullMarked;
