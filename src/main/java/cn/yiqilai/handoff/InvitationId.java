package cn.yiqilai.handoff;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import java.util.UUID;

/** Names an invitation. */
public record InvitationId(@JsonValue UUID value) {
    @JsonCreator
    public InvitationId {}

    public static InvitationId random() {
        return new InvitationId(UUID.randomUUID());
    }

    /** Empty when the text is not a UUID in its usual form of 36 characters. */
    public static Optional<InvitationId> parse(String text) {
        return ContactId.parse(text).map(id -> new InvitationId(id.value()));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
