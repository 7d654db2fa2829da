package cn.yiqilai.conversation;

import org.jspecify.annotations.Nullable;

/**
 * An utterance and the reply to it.
 *
 * @param reply null when nothing was said because a person has the conversation
 * @param repeated true when the utterance had come before and this is what was said then
 */
public record Exchange(Message question, @Nullable Message reply, boolean repeated) {}
