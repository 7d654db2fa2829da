package cn.yiqilai.knowledge;

import cn.yiqilai.platform.Page;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where entries are kept. Whoever writes does so in a transaction of his own. */
public interface Entries {
    Optional<CuratedEntry> find(EntryId id);

    /** As {@link #find}; nobody else changes it until this transaction ends. */
    Optional<CuratedEntry> lock(EntryId id);

    Map<EntryId, CuratedEntry> findAll(Collection<EntryId> ids);

    /** As {@link #findAll}, kept from change until this transaction ends; one such batch at a time. */
    Map<EntryId, CuratedEntry> lockAll(Collection<EntryId> ids);

    /** What enterprises are told of those entries. */
    Map<EntryId, Entry> published(Collection<EntryId> ids);

    /** The published entries behind {@code after} by id, at most {@code limit}: for whoever wants all of them in pieces. */
    List<Entry> publishedAfter(@Nullable EntryId after, int limit);

    /** The one that changed last comes first. */
    Page<CuratedEntry> list(EntryFilter filter, Page.Request page);

    /** Newest first. */
    List<StoredVersion> versions(EntryId id);

    /**
     * Keeps the entries as they are now, new ones and changed ones.
     *
     * @throws StaleEntryException when one is no longer at the version before, or a new one's id is taken
     */
    void save(List<CuratedEntry> entries);

    /** Takes an entry away that never was published. */
    void remove(EntryId id);

    /** Waits for another process that fills the knowledge base; true when there is nothing in it yet. */
    boolean awaitTurnToSeed();

    /** @param state {@code REPLACED} when a newer version took its place, else that of the entry */
    record StoredVersion(EntryVersion version, String state) {}
}
