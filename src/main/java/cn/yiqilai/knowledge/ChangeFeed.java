package cn.yiqilai.knowledge;

import cn.yiqilai.knowledge.PublishedKnowledge.Change.Subject;
import java.util.List;

/** The numbered list of what changed; see {@link PublishedKnowledge#changesAfter}. */
public interface ChangeFeed {
    record Touched(Subject subject, String id) {
        static Touched entry(EntryId id) {
            return new Touched(Subject.ENTRY, id.value());
        }

        static Touched intent(String id) {
            return new Touched(Subject.INTENT, id);
        }

        static Touched language(LanguagePart part) {
            return new Touched(Subject.LANGUAGE, part.label());
        }
    }

    /**
     * Adds to the list; from here to the end of the transaction nobody else can. Rows of entries are locked before this is
     * called and audit lines written after, always in this order: two writers can then wait for each other, never both.
     *
     * @param touched at least one
     * @return the number of the last one
     */
    long append(List<Touched> touched);
}
