package cn.yiqilai.handoff;

import cn.yiqilai.conversation.ConversationId;
import cn.yiqilai.conversation.Speaker;

/** One side is writing at this moment. Fired asynchronously on every replica, never kept, and of no use a few seconds later. */
public record SomebodyTypes(ConversationId conversation, Speaker who) {}
