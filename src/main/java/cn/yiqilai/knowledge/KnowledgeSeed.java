package cn.yiqilai.knowledge;

import cn.yiqilai.access.Actor;
import cn.yiqilai.access.AuditTrail;
import cn.yiqilai.knowledge.ChangeFeed.Touched;
import cn.yiqilai.knowledge.EntryVersion.Author;
import cn.yiqilai.platform.Settings;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;

/**
 * Fills an empty knowledge base at start, in one transaction, published by the system itself. Of several replicas that
 * start together one fills and the others find it done.
 *
 * <p>A folder that is not there means there is nothing to load; a line that is wrong stops the start and names itself.
 */
@ApplicationScoped
public class KnowledgeSeed {
    private static final Logger LOG = Logger.getLogger(KnowledgeSeed.class);

    private final Settings settings;
    private final SeedFolder folder;
    private final Entries entries;
    private final Intents intents;
    private final LanguageTexts texts;
    private final KnowledgeNews news;
    private final AuditTrail audit;
    private final Clock clock;

    KnowledgeSeed(
            Settings settings,
            SeedFolder folder,
            Entries entries,
            Intents intents,
            LanguageTexts texts,
            KnowledgeNews news,
            AuditTrail audit,
            Clock clock) {
        this.settings = settings;
        this.folder = folder;
        this.entries = entries;
        this.intents = intents;
        this.texts = texts;
        this.news = news;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    void atStart(@Observes @Priority(200) StartupEvent event) {
        if (!entries.awaitTurnToSeed()) {
            return;
        }
        var touched = new ArrayList<Touched>();
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        loadEntries(now, touched);
        loadIntents(now, touched);
        loadLanguage(now, touched);
        if (touched.isEmpty()) {
            LOG.warnf("The knowledge base is empty: nothing was found in %s", settings.knowledgeSeed());
            return;
        }
        news.record(touched);
        audit.record(
                Actor.SYSTEM, "knowledge.seed", "knowledge", "seed", Map.of("count", Integer.toString(touched.size())));
        LOG.infof("The knowledge base was filled with %d entries, intents and word lists", touched.size());
    }

    private void loadEntries(Instant now, List<Touched> touched) {
        var author = Author.byHand(Actor.SYSTEM);
        var loaded = folder.entries(settings.knowledgeSeed()).stream()
                .map(entry -> CuratedEntry.published(entry, author, now))
                .toList();
        entries.save(loaded);
        loaded.forEach(entry -> touched.add(Touched.entry(entry.id())));
    }

    private void loadIntents(Instant now, List<Touched> touched) {
        for (var intent : folder.intents(settings.seed())) {
            intents.save(new StoredIntent(intent, 1, now));
            touched.add(Touched.intent(intent.id()));
        }
    }

    private void loadLanguage(Instant now, List<Touched> touched) {
        for (var part : LanguagePart.values()) {
            var text = folder.language(settings.seed(), part);
            if (!text.isEmpty()) {
                texts.save(new LanguageText(part, text, 1, now));
                touched.add(Touched.language(part));
            }
        }
    }
}
