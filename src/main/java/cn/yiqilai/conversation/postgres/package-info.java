/**
 * Conversations in PostgreSQL.
 *
 * <p>One row a conversation, which also counts its messages; messages, evidence and ratings are rows that refuse change by
 * trigger. Payload, evidence and context are of the type {@code json}, not {@code jsonb}: it keeps the text as it was
 * written, so that a repeated message gets its first reply to the letter.
 */
@NullMarked
package cn.yiqilai.conversation.postgres;

import org.jspecify.annotations.NullMarked;
