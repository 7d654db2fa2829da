package cn.yiqilai.knowledge;

import cn.yiqilai.access.Actor;
import cn.yiqilai.access.AuditTrail;
import cn.yiqilai.knowledge.EntryVersion.Author;
import cn.yiqilai.platform.FieldChecks;
import cn.yiqilai.platform.Problem;
import cn.yiqilai.platform.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The deeds of editors and reviewers. Each is one transaction with its audit line, and the news of it goes out after the
 * commit when enterprises will be told something else.
 *
 * <p>Where a {@code version} is named it must be the present one (409 with the entry as it is); a deed that names none is
 * checked against the state alone.
 */
@ApplicationScoped
public class Curation {
    private static final int LONGEST_COMMENT = 500;

    private final Entries entries;
    private final KnowledgeNews news;
    private final AuditTrail audit;
    private final Clock clock;

    Curation(Entries entries, KnowledgeNews news, AuditTrail audit, Clock clock) {
        this.entries = entries;
        this.news = news;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    public CuratedEntry create(Entry content, Actor actor) {
        if (entries.find(content.id()).isPresent()) {
            throw taken(content.id());
        }
        var draft = CuratedEntry.draft(content, Author.byHand(actor), now());
        try {
            entries.save(List.of(draft));
        } catch (StaleEntryException e) {
            throw taken(content.id());
        }
        audit(actor, "create", draft);
        return draft;
    }

    /** The same content again changes nothing. */
    @Transactional
    public CuratedEntry edit(Entry content, long version, Actor actor) {
        return perform(content.id(), version, actor, "edit", entry -> {
            var edited = entry.edit(content, Author.byHand(actor), now());
            return content.equals(entry.content()) ? entry : edited;
        });
    }

    @Transactional
    public CuratedEntry submit(EntryId id, @Nullable Long version, Actor actor) {
        return perform(id, version, actor, "submit", entry -> entry.submit(now()));
    }

    @Transactional
    public CuratedEntry approve(EntryId id, @Nullable Long version, Actor actor) {
        return perform(id, version, actor, "approve", entry -> entry.approve(actor, now()));
    }

    /** @param comment what is to be changed, 2..500 code points */
    @Transactional
    public CuratedEntry sendBack(EntryId id, @Nullable Long version, @Nullable String comment, Actor actor) {
        var checks = new FieldChecks("knowledge.invalid");
        var why = checks.requiredText("comment", comment, 2, LONGEST_COMMENT);
        checks.throwIfAny();
        return perform(id, version, actor, "send-back", entry -> entry.sendBack(actor, why, now()));
    }

    @Transactional
    public CuratedEntry retire(EntryId id, @Nullable Long version, Actor actor) {
        return perform(id, version, actor, "retire", entry -> entry.retire(now()));
    }

    @Transactional
    public CuratedEntry restore(EntryId id, @Nullable Long version, Actor actor) {
        return perform(id, version, actor, "restore", entry -> entry.restore(Author.byHand(actor), now()));
    }

    /** Takes away what never was published; anything else is retired, and what is retired stays so. */
    @Transactional
    public void remove(EntryId id, @Nullable Long version, Actor actor) {
        var entry = entries.lock(id).orElseThrow(Curation::unknown);
        entry.requireVersion(version);
        if (!entry.everPublished()) {
            entries.remove(id);
            audit(actor, "remove", entry);
        } else if (entry.state() != EntryState.RETIRED) {
            retire(id, version, actor);
        }
    }

    public static ProblemException unknown() {
        return Problem.notFound("knowledge.unknown").asException();
    }

    private CuratedEntry perform(
            EntryId id, @Nullable Long version, Actor actor, String deed, UnaryOperator<CuratedEntry> step) {
        var before = entries.lock(id).orElseThrow(Curation::unknown);
        before.requireVersion(version);
        var after = step.apply(before);
        if (after.equals(before)) {
            return before;
        }
        entries.save(List.of(after));
        if (after.isToldDifferently(before)) {
            news.record(List.of(ChangeFeed.Touched.entry(id)));
        }
        audit(actor, deed, after);
        return after;
    }

    private void audit(Actor actor, String deed, CuratedEntry entry) {
        audit.record(
                actor,
                "knowledge." + deed,
                "entry",
                entry.id().value(),
                Map.of(
                        "version",
                        Long.toString(entry.version()),
                        "content",
                        Integer.toString(entry.latest().number())));
    }

    private static ProblemException taken(EntryId id) {
        return Problem.conflict("knowledge.id-taken", id.value()).asException();
    }

    /** As fine as the database keeps it, so that what is returned equals what is read later. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
