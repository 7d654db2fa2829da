package cn.yiqilai.channel.chat;

import cn.yiqilai.access.Token;
import cn.yiqilai.conversation.Conversation;
import cn.yiqilai.conversation.ConversationId;
import cn.yiqilai.conversation.Conversations;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the conversation of whoever shows its token. */
@ApplicationScoped
class Holder {
    private static final String BEARER = "Bearer ";
    private static final int LONGEST_TOKEN = 200;

    private final Conversations conversations;

    Holder(Conversations conversations) {
        this.conversations = conversations;
    }

    /** @param authorization the header's value */
    Optional<Conversation> byHeader(String id, @Nullable String authorization) {
        return authorization != null && authorization.startsWith(BEARER)
                ? byToken(id, authorization.substring(BEARER.length()))
                : Optional.empty();
    }

    Optional<Conversation> byToken(String id, @Nullable String token) {
        if (token == null || !token.startsWith(Token.CONVERSATION) || token.length() > LONGEST_TOKEN) {
            return Optional.empty();
        }
        return ConversationId.parse(id).flatMap(found -> conversations.find(found, new Token(token)));
    }
}
