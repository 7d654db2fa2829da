package cn.yiqilai.knowledge;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What may be said to an enterprise: the published version of each entry and the intents, with a sequence by which others
 * follow the changes. Drafts are not visible here.
 */
public interface PublishedKnowledge {
    /** Everything as it stands, and the change number it stands at. */
    Snapshot snapshot();

    /**
     * What changed after that number, oldest first, at most {@code limit}; one row an entry or intent touched. The caller
     * asks {@link #entry} or {@link #intent} for what it is now: absent means it is to be forgotten.
     */
    List<Change> changesAfter(long number, int limit);

    /**
     * When the change with that number was made, to the microsecond; absent when there is none. Two databases have changes of
     * the same number, but not of the same moment.
     */
    Optional<Instant> momentOf(long number);

    Optional<Entry> entry(EntryId id);

    Optional<Intent> intent(String id);

    /** Synonyms, stop words, the dictionary and contrasts, as they stand. */
    LanguageData language();

    record Snapshot(long number, List<Entry> entries, List<Intent> intents) {}

    /** @param id of the entry or intent; of the language data the name of its part; of a fitted model its version */
    record Change(long number, Subject subject, String id) {
        public enum Subject {
            ENTRY,
            INTENT,
            LANGUAGE,
            MODEL
        }
    }

    /**
     * @param synonyms one group a line, the official term first
     * @param stopwords one a line
     * @param dictionary {@code 词 词性 频次} a line
     * @param contrasts things easily taken for each other, a group a line
     */
    record LanguageData(
            List<String> synonyms, List<String> stopwords, List<String> dictionary, List<String> contrasts) {}
}
