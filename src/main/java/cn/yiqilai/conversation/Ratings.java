package cn.yiqilai.conversation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The ratings that conversations were given. An enterprise may change its mind; every rating is kept, the latest counts. */
public interface Ratings {
    record Given(Rating rating, Instant at) {}

    Given rate(ConversationId conversation, Rating rating);

    /** Oldest first. */
    List<Given> of(ConversationId conversation);

    default Optional<Given> latest(ConversationId conversation) {
        return of(conversation).stream().reduce((earlier, later) -> later);
    }
}
