package cn.yiqilai.workorder;

import cn.yiqilai.conversation.ConversationId;
import org.jspecify.annotations.Nullable;

/**
 * Where an order came from.
 *
 * @param messageSeq the message that could not be answered live; such a message has one order. Null when the order is about
 *     the conversation as a whole, which may have several
 */
public record Source(ConversationId conversation, @Nullable Integer messageSeq) {}
