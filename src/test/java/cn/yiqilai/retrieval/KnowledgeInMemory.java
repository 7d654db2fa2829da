package cn.yiqilai.retrieval;

import cn.yiqilai.knowledge.Entry;
import cn.yiqilai.knowledge.EntryForm;
import cn.yiqilai.knowledge.EntryId;
import cn.yiqilai.knowledge.EntryRules;
import cn.yiqilai.knowledge.Intent;
import cn.yiqilai.knowledge.PublishedKnowledge;
import cn.yiqilai.knowledge.PublishedKnowledge.Change.Subject;
import cn.yiqilai.understanding.Language;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The published knowledge without a database; every change gets the next number. */
final class KnowledgeInMemory implements PublishedKnowledge {
    static final Path SMALL = Path.of("src/test/resources/kb-small");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<EntryId, Entry> entries = new LinkedHashMap<>();
    private final Map<String, Intent> intents = new LinkedHashMap<>();
    private final List<Change> changes = new ArrayList<>();
    private final Instant begun;
    private LanguageData language;

    private KnowledgeInMemory(LanguageData language, Instant begun) {
        this.language = language;
        this.begun = begun;
    }

    /** The dozen entries and the intents of {@code kb-small}. */
    static KnowledgeInMemory small() {
        return small(Instant.EPOCH);
    }

    /** @param begun its first change came a second later, the next one two */
    static KnowledgeInMemory small(Instant begun) {
        var knowledge = new KnowledgeInMemory(Language.of(SMALL), begun);
        for (var file : List.of("labor", "market", "tax")) {
            lines(SMALL.resolve("entries/" + file + ".jsonl")).forEach(line -> knowledge.publish(read(line)));
        }
        lines(SMALL.resolve("intents.jsonl")).forEach(line -> knowledge.publish(readIntent(line)));
        return knowledge;
    }

    /** A simple entry, valid everywhere and always. */
    static Entry entry(String id, String question, String... similar) {
        try {
            var fields = Map.of("id", id, "question", question, "similar", similar, "answer", "按规定办理。");
            return read(JSON.writeValueAsString(fields));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Entry read(String json) {
        try {
            return EntryRules.require(JSON.readValue(json, EntryForm.class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Intent readIntent(String json) {
        try {
            return JSON.readValue(json, Intent.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void publish(Entry entry) {
        entries.put(entry.id(), entry);
        touch(Subject.ENTRY, entry.id().value());
    }

    void publish(Intent intent) {
        intents.put(intent.id(), intent);
        touch(Subject.INTENT, intent.id());
    }

    void retire(String id) {
        entries.remove(new EntryId(id));
        touch(Subject.ENTRY, id);
    }

    void retireIntent(String id) {
        intents.remove(id);
        touch(Subject.INTENT, id);
    }

    void addSynonyms(String group) {
        var synonyms = new ArrayList<>(language.synonyms());
        synonyms.add(group);
        language = new LanguageData(synonyms, language.stopwords(), language.dictionary(), language.contrasts());
        touch(Subject.LANGUAGE, "synonyms");
    }

    void activateModel(long version) {
        touch(Subject.MODEL, Long.toString(version));
    }

    @Override
    public Snapshot snapshot() {
        return new Snapshot(changes.size(), List.copyOf(entries.values()), List.copyOf(intents.values()));
    }

    @Override
    public List<Change> changesAfter(long number, int limit) {
        return changes.stream()
                .filter(change -> change.number() > number)
                .limit(limit)
                .toList();
    }

    @Override
    public Optional<Instant> momentOf(long number) {
        return number < 1 || number > changes.size() ? Optional.empty() : Optional.of(begun.plusSeconds(number));
    }

    @Override
    public Optional<Entry> entry(EntryId id) {
        return Optional.ofNullable(entries.get(id));
    }

    @Override
    public Optional<Intent> intent(String id) {
        return Optional.ofNullable(intents.get(id));
    }

    @Override
    public LanguageData language() {
        return language;
    }

    private void touch(Subject subject, String id) {
        changes.add(new Change(changes.size() + 1L, subject, id));
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream()
                    .filter(line -> !line.isBlank())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
