package cn.yiqilai.conversation;

/**
 * Something was said. Fired asynchronously ({@code @ObservesAsync}) after the transaction has committed, on this replica and
 * on the others.
 *
 * <p>Only a hint: it may be lost on its way to another replica, come late or out of order. Whoever follows a conversation
 * remembers how far it got and reads {@link Transcript#after}.
 */
public record MessageAppended(ConversationId conversation, int seq) {}
