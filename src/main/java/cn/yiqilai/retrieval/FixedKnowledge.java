package cn.yiqilai.retrieval;

import cn.yiqilai.knowledge.Entry;
import cn.yiqilai.knowledge.EntryId;
import cn.yiqilai.knowledge.Intent;
import cn.yiqilai.knowledge.PublishedKnowledge;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Published for the length of a trial; nothing of it changes. */
record FixedKnowledge(List<Entry> entries, List<Intent> intents) implements PublishedKnowledge {
    @Override
    public Snapshot snapshot() {
        return new Snapshot(1, entries, intents);
    }

    @Override
    public List<Change> changesAfter(long number, int limit) {
        return List.of();
    }

    @Override
    public Optional<Instant> momentOf(long number) {
        return Optional.empty();
    }

    @Override
    public Optional<Entry> entry(EntryId id) {
        return entries.stream().filter(entry -> entry.id().equals(id)).findFirst();
    }

    @Override
    public Optional<Intent> intent(String id) {
        return intents.stream().filter(intent -> intent.id().equals(id)).findFirst();
    }

    @Override
    public LanguageData language() {
        return new LanguageData(List.of(), List.of(), List.of(), List.of());
    }
}
