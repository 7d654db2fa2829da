package cn.yiqilai.conversation;

/** Inside the transaction that appends; the world hears of it as {@link MessageAppended} once it has committed. */
record Appended(ConversationId conversation, int seq) {}
