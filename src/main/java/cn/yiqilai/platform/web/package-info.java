/**
 * What every HTTP operation has in common.
 *
 * <p>{@link cn.yiqilai.platform.web.ProblemMappers} turns whatever goes wrong into {@code application/problem+json} with a
 * Chinese sentence and no trace of the inside; {@link cn.yiqilai.platform.web.Idempotency} makes a repeated creating call
 * return its first result; {@link cn.yiqilai.platform.web.RequestGuard} refuses oversized bodies before they are read and
 * gives each request the number under which the log speaks of it.
 *
 * <p>The operator's own operations are here too: {@link cn.yiqilai.platform.web.OutboxResource} and {@link
 * cn.yiqilai.platform.web.WebhookResource}; and {@link cn.yiqilai.platform.web.ShortMessageResource}, the door for replies by
 * short message, which nobody logs in for: it believes a signature.
 *
 * <p>The published description ({@code /q/openapi}) is finished here while the application is built: {@link
 * cn.yiqilai.platform.web.BodySchemas} says of every field whether it is always there, {@link
 * cn.yiqilai.platform.web.OperationDescriptions} adds what all operations share. Whoever adds a body names its record with
 * {@code @Schema(name = …)} and puts an example into {@code src/main/resources/openapi/examples}; the build tells if not.
 */
@NullMarked
package cn.yiqilai.platform.web;

import org.jspecify.annotations.NullMarked;
