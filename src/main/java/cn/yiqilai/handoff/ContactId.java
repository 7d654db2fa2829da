package cn.yiqilai.handoff;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import java.util.UUID;

/** Names a contact. */
public record ContactId(@JsonValue UUID value) {
    private static final int TEXT_LENGTH = 36;

    @JsonCreator
    public ContactId {}

    public static ContactId random() {
        return new ContactId(UUID.randomUUID());
    }

    /** Empty when the text is not a UUID in its usual form of 36 characters. */
    public static Optional<ContactId> parse(String text) {
        if (text.length() != TEXT_LENGTH) {
            return Optional.empty();
        }
        try {
            return Optional.of(new ContactId(UUID.fromString(text)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
