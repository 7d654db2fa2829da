package cn.yiqilai.knowledge;

import cn.yiqilai.access.Actor;
import cn.yiqilai.knowledge.EntryVersion.Author;
import cn.yiqilai.platform.Messages;
import cn.yiqilai.platform.Problem;
import cn.yiqilai.platform.ProblemException;
import cn.yiqilai.platform.Shanghai;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An entry on its way from draft to answer. Immutable: each verb gives the entry as it is afterwards, one {@link #version}
 * further, or refuses with a 409 that names the state.
 *
 * <pre>
 *   DRAFT --submit--> IN_REVIEW --approve (somebody else)--> PUBLISHED --retire--> RETIRED
 *     ^                   |                                      |                    |
 *     +----send back------+          edit: a newer DRAFT, the    |                    |
 *     +------------------------------published version stays ----+                    |
 *     +------------------------------restore: a DRAFT of the last content ------------+
 * </pre>
 *
 * @param version counts every change of the entry; whoever changes it names the one he saw
 * @param latest the newest content
 * @param publishedNumber which content enterprises are told, null for none
 * @param firstPublishedAt null while it never was published; only then can it be removed
 */
public record CuratedEntry(
        EntryState state,
        long version,
        EntryVersion latest,
        @Nullable Integer publishedNumber,
        @Nullable Instant firstPublishedAt,
        Instant createdAt,
        Instant updatedAt) {

    public static CuratedEntry draft(Entry content, Author author, Instant now) {
        return new CuratedEntry(EntryState.DRAFT, 1, EntryVersion.draft(1, content, author, now), null, null, now, now);
    }

    /** Published at once, without a second person: for the seed and for imports by those who may publish. */
    public static CuratedEntry published(Entry content, Author author, Instant now) {
        var version = EntryVersion.draft(1, content, author, now).approvedBy(author.actor(), now);
        return new CuratedEntry(EntryState.PUBLISHED, 1, version, 1, now, now, now);
    }

    public EntryId id() {
        return latest.content().id();
    }

    public Entry content() {
        return latest.content();
    }

    public boolean everPublished() {
        return firstPublishedAt != null;
    }

    /** A newer draft; what is published stays. */
    public CuratedEntry edit(Entry content, Author author, Instant now) {
        return switch (state) {
            case DRAFT, PUBLISHED -> to(EntryState.DRAFT, newer(content, author, now), publishedNumber, now);
            case IN_REVIEW, RETIRED -> throw illegal("edit");
        };
    }

    /** Newer content that is published at once. */
    public CuratedEntry replace(Entry content, Author author, Instant now) {
        return switch (state) {
            case DRAFT, PUBLISHED -> publish(newer(content, author, now).approvedBy(author.actor(), now), now);
            case IN_REVIEW, RETIRED -> throw illegal("edit");
        };
    }

    public CuratedEntry submit(Instant now) {
        return switch (state) {
            case DRAFT -> to(EntryState.IN_REVIEW, latest, publishedNumber, now);
            case IN_REVIEW, PUBLISHED, RETIRED -> throw illegal("submit");
        };
    }

    /** By somebody else than the author: two people stand for every answer. */
    public CuratedEntry approve(Actor reviewer, Instant now) {
        return switch (state) {
            case IN_REVIEW -> {
                if (reviewer.equals(latest.author())) {
                    throw Problem.of(403, "knowledge.own-version").asException();
                }
                yield publish(latest.approvedBy(reviewer, now), now);
            }
            case DRAFT, PUBLISHED, RETIRED -> throw illegal("approve");
        };
    }

    public CuratedEntry sendBack(Actor reviewer, String why, Instant now) {
        return switch (state) {
            case IN_REVIEW -> to(EntryState.DRAFT, latest.sentBackBy(reviewer, why), publishedNumber, now);
            case DRAFT, PUBLISHED, RETIRED -> throw illegal("send-back");
        };
    }

    /** Nothing of it is answered any more; a draft in work is kept as the last content. */
    public CuratedEntry retire(Instant now) {
        if (!everPublished() || state == EntryState.RETIRED) {
            throw illegal("retire");
        }
        return to(EntryState.RETIRED, latest, null, now);
    }

    public CuratedEntry restore(Author author, Instant now) {
        return switch (state) {
            case RETIRED -> to(EntryState.DRAFT, newer(content(), author, now), null, now);
            case DRAFT, IN_REVIEW, PUBLISHED -> throw illegal("restore");
        };
    }

    /** @throws ProblemException 409 with the entry as it is, unless {@code seen} is its version or was not given */
    public void requireVersion(@Nullable Long seen) {
        if (seen != null && seen != version) {
            throw Problem.conflict("knowledge.stale").with("current", view()).asException();
        }
    }

    /** Whether the two differ in what enterprises are told. */
    public boolean isToldDifferently(CuratedEntry before) {
        return !Objects.equals(publishedNumber, before.publishedNumber);
    }

    public EntryView view() {
        return new EntryView(content(), state, version, publishedNumber, latest.comment(), Shanghai.format(updatedAt));
    }

    private CuratedEntry publish(EntryVersion approved, Instant now) {
        return new CuratedEntry(
                EntryState.PUBLISHED,
                version + 1,
                approved,
                approved.number(),
                firstPublishedAt == null ? now : firstPublishedAt,
                createdAt,
                now);
    }

    private CuratedEntry to(EntryState next, EntryVersion content, @Nullable Integer published, Instant now) {
        return new CuratedEntry(next, version + 1, content, published, firstPublishedAt, createdAt, now);
    }

    private EntryVersion newer(Entry content, Author author, Instant now) {
        return EntryVersion.draft(latest.number() + 1, content, author, now);
    }

    private ProblemException illegal(String deed) {
        return Problem.conflict("knowledge.wrong-state", state.title(), Messages.of("knowledge.deed." + deed))
                .with("state", state)
                .with("current", view())
                .asException();
    }
}
