package cn.yiqilai.knowledge.postgres;

import cn.yiqilai.knowledge.Entry;
import cn.yiqilai.knowledge.EntryId;
import cn.yiqilai.knowledge.Intent;
import cn.yiqilai.knowledge.Intents;
import cn.yiqilai.knowledge.LanguagePart;
import cn.yiqilai.knowledge.LanguageTexts;
import cn.yiqilai.knowledge.PublishedKnowledge;
import cn.yiqilai.knowledge.StoredIntent;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** What may be said to enterprises, read as it is committed. */
@ApplicationScoped
class PublishedTables implements PublishedKnowledge {
    static final String PUBLISHED = """
            SELECT content.content::text AS content
            FROM knowledge_entry entry
            JOIN knowledge_entry_version content
              ON content.entry_id = entry.id AND content.number = entry.published_number
            """;

    private final Jdbi jdbi;
    private final EntryJson json;
    private final Intents intents;
    private final LanguageTexts texts;

    PublishedTables(Jdbi jdbi, EntryJson json, Intents intents, LanguageTexts texts) {
        this.jdbi = jdbi;
        this.json = json;
        this.intents = intents;
        this.texts = texts;
    }

    /**
     * The number is read first: what is committed between the two reads is in the entries already and comes once more as a
     * change, which does no harm; the other way round it would be missed.
     */
    @Override
    public Snapshot snapshot() {
        var number = jdbi.withHandle(handle -> handle.createQuery("SELECT number FROM knowledge_change_end")
                .mapTo(Long.class)
                .one());
        var entries = jdbi.withHandle(handle -> handle.createQuery(PUBLISHED + "ORDER BY entry.id")
                .map((row, context) -> json.entry(row.getString("content")))
                .list());
        return new Snapshot(
                number,
                entries,
                intents.all().stream().map(StoredIntent::intent).toList());
    }

    @Override
    public List<Change> changesAfter(long number, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT number, subject, id FROM knowledge_change WHERE number > :number
                        ORDER BY number LIMIT :limit""")
                .bind("number", number)
                .bind("limit", limit)
                .map((row, context) -> new Change(
                        row.getLong("number"), Change.Subject.valueOf(row.getString("subject")), row.getString("id")))
                .list());
    }

    @Override
    public Optional<Instant> momentOf(long number) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT at FROM knowledge_change WHERE number = :number")
                .bind("number", number)
                .mapTo(Instant.class)
                .findOne());
    }

    @Override
    public Optional<Entry> entry(EntryId id) {
        return jdbi.withHandle(handle -> handle.createQuery(PUBLISHED + "WHERE entry.id = :id")
                .bind("id", id.value())
                .map((row, context) -> json.entry(row.getString("content")))
                .findOne());
    }

    @Override
    public Optional<Intent> intent(String id) {
        return intents.find(id).map(StoredIntent::intent);
    }

    @Override
    public LanguageData language() {
        return new LanguageData(
                texts.get(LanguagePart.SYNONYMS).lines(),
                texts.get(LanguagePart.STOPWORDS).lines(),
                texts.get(LanguagePart.DICTIONARY).lines(),
                texts.get(LanguagePart.CONTRASTS).lines());
    }
}
