package cn.yiqilai.conversation;

import cn.yiqilai.platform.Problem;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An utterance on its way in.
 *
 * @param clientMessageId the sender's own name for it, 1..128 visible ASCII characters, so that sending it again is no new
 *     message; null when the sender has none
 */
public record Incoming(UtteranceText text, @Nullable String clientMessageId) {
    private static final Pattern CLIENT_MESSAGE_ID = Pattern.compile("[\\x21-\\x7E]{1,128}");

    public Incoming {
        if (clientMessageId != null
                && !CLIENT_MESSAGE_ID.matcher(clientMessageId).matches()) {
            throw Problem.invalidField("clientMessageId", "conversation.client-message-id")
                    .asException();
        }
    }
}
