package cn.yiqilai.knowledge;

import cn.yiqilai.access.Actor;
import cn.yiqilai.access.AuditTrail;
import cn.yiqilai.knowledge.ChangeFeed.Touched;
import cn.yiqilai.platform.Problem;
import cn.yiqilai.platform.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Changes of intents, synonyms, stop words and the dictionary. They have no drafts: a change holds at once, and the news of
 * it goes out after the commit. A stale version is a 409 with the present state in {@code current}.
 */
@ApplicationScoped
public class LanguageEditing {
    private final Intents intents;
    private final LanguageTexts texts;
    private final KnowledgeNews news;
    private final AuditTrail audit;
    private final Clock clock;

    LanguageEditing(Intents intents, LanguageTexts texts, KnowledgeNews news, AuditTrail audit, Clock clock) {
        this.intents = intents;
        this.texts = texts;
        this.news = news;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    public StoredIntent create(Intent intent, Actor actor) {
        var stored = stamped(intent, 1);
        if (!intents.save(stored)) {
            throw Problem.conflict("knowledge.id-taken", intent.id()).asException();
        }
        tell(Touched.intent(intent.id()), actor, "intent-create", stored.version());
        return stored;
    }

    @Transactional
    public StoredIntent edit(Intent intent, long version, Actor actor) {
        var before = intents.find(intent.id()).orElseThrow(LanguageEditing::unknownIntent);
        var after = stamped(intent, version + 1);
        if (before.version() != version || !intents.save(after)) {
            throw stale(before.view());
        }
        tell(Touched.intent(intent.id()), actor, "intent-edit", after.version());
        return after;
    }

    /** @param version null = whatever it is */
    @Transactional
    public void remove(String id, @Nullable Long version, Actor actor) {
        var before = intents.find(id).orElseThrow(LanguageEditing::unknownIntent);
        if (version != null && version != before.version() || !intents.remove(id, before.version())) {
            throw stale(before.view());
        }
        tell(Touched.intent(id), actor, "intent-remove", before.version());
    }

    @Transactional
    public LanguageText write(LanguagePart part, String text, long version, Actor actor) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var after = new LanguageText(part, text, version + 1, now);
        if (!texts.save(after)) {
            throw stale(texts.get(part).view());
        }
        tell(Touched.language(part), actor, "language-edit", after.version());
        return after;
    }

    public static ProblemException unknownIntent() {
        return Problem.notFound("knowledge.intent.unknown").asException();
    }

    private StoredIntent stamped(Intent intent, long version) {
        return new StoredIntent(intent, version, clock.instant().truncatedTo(ChronoUnit.MICROS));
    }

    private void tell(Touched touched, Actor actor, String deed, long version) {
        news.record(List.of(touched));
        audit.record(
                actor,
                "knowledge." + deed,
                touched.subject().name().toLowerCase(Locale.ROOT),
                touched.id(),
                Map.of("version", Long.toString(version)));
    }

    private static ProblemException stale(Object current) {
        return Problem.conflict("knowledge.stale").with("current", current).asException();
    }
}
