package cn.yiqilai.conversation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import java.util.UUID;

/** Names a conversation. Knowing it opens nothing: that takes the token. */
public record ConversationId(@JsonValue UUID value) {
    private static final int TEXT_LENGTH = 36;

    @JsonCreator
    public ConversationId {}

    public static ConversationId random() {
        return new ConversationId(UUID.randomUUID());
    }

    /** Empty when the text is not a UUID in its usual form of 36 characters. */
    public static Optional<ConversationId> parse(String text) {
        if (text.length() != TEXT_LENGTH) {
            return Optional.empty();
        }
        try {
            return Optional.of(new ConversationId(UUID.fromString(text)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
