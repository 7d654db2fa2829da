package cn.yiqilai.conversation;

import org.jspecify.annotations.Nullable;

/**
 * What an {@link Answering} makes of an utterance.
 *
 * @param reply null when nothing is to be said: a person has the conversation, and no machine talks over people
 * @param evidence a JSON object that tells why, kept beside the message; null for none
 */
public record Response(@Nullable Reply reply, @Nullable String evidence) {
    public static Response saying(String text, String payload, @Nullable String evidence) {
        return new Response(new Reply(text, payload), evidence);
    }

    public static Response silence(@Nullable String evidence) {
        return new Response(null, evidence);
    }
}
