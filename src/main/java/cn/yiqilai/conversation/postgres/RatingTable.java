package cn.yiqilai.conversation.postgres;

import cn.yiqilai.conversation.ConversationId;
import cn.yiqilai.conversation.Rating;
import cn.yiqilai.conversation.Ratings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** One row a rating, in the order in which they were given. */
@ApplicationScoped
class RatingTable implements Ratings {
    private final Jdbi jdbi;
    private final Clock clock;

    RatingTable(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Given rate(ConversationId conversation, Rating rating) {
        var at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO conversation_rating (conversation_id, grade, comment, at)
                        VALUES (:id, :grade, :comment, :at)""")
                .bind("id", conversation.value())
                .bind("grade", rating.grade())
                .bind("comment", rating.comment())
                .bind("at", at)
                .execute());
        return new Given(rating, at);
    }

    @Override
    public List<Given> of(ConversationId conversation) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT * FROM conversation_rating WHERE conversation_id = :id ORDER BY id")
                .bind("id", conversation.value())
                .map((row, context) -> new Given(
                        new Rating(row.getInt("grade"), row.getString("comment")),
                        row.getTimestamp("at").toInstant()))
                .list());
    }
}
