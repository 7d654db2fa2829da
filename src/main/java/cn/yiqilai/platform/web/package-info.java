/**
 * What every HTTP operation has in common.
 *
 * <p>{@link cn.yiqilai.platform.web.ProblemMappers} turns whatever goes wrong into {@code application/problem+json} with a
 * Chinese sentence and no trace of the inside; {@link cn.yiqilai.platform.web.Idempotency} makes a repeated creating call
 * return its first result; {@link cn.yiqilai.platform.web.RequestGuard} refuses oversized bodies before they are read and
 * gives each request the number under which the log speaks of it.
 */
@NullMarked
package cn.yiqilai.platform.web;

import org.jspecify.annotations.NullMarked;
