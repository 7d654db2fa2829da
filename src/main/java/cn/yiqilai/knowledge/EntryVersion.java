package cn.yiqilai.knowledge;

import cn.yiqilai.access.Actor;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an entry said at one time. Content and author never change once written.
 *
 * @param number counted from 1 within the entry
 * @param reviewer who decided on it last
 * @param comment what the reviewer said when he sent it back
 * @param importId the import that brought it, null when a person wrote it
 * @param approvedAt when it was published, null when it never was
 */
public record EntryVersion(
        int number,
        Entry content,
        Actor author,
        @Nullable UUID importId,
        Instant writtenAt,
        @Nullable Actor reviewer,
        @Nullable String comment,
        @Nullable Instant approvedAt) {

    static EntryVersion draft(int number, Entry content, Author author, Instant now) {
        return new EntryVersion(number, content, author.actor(), author.importId(), now, null, null, null);
    }

    EntryVersion approvedBy(Actor by, Instant now) {
        return new EntryVersion(number, content, author, importId, writtenAt, by, null, now);
    }

    EntryVersion sentBackBy(Actor by, String why) {
        return new EntryVersion(number, content, author, importId, writtenAt, by, why, null);
    }

    /** Who writes: a person by hand, or by a file. */
    public record Author(Actor actor, @Nullable UUID importId) {
        public static Author byHand(Actor actor) {
            return new Author(actor, null);
        }
    }
}
