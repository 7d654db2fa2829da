package cn.yiqilai.knowledge;

import cn.yiqilai.access.Actor;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where the progress and the reports of imports are kept. */
public interface Imports {
    Optional<ImportJob> find(UUID id);

    /** The import that was started with that key. */
    Optional<Keyed> findByKey(Actor actor, String key);

    /** @return false when the actor has used the key before */
    boolean create(ImportJob job, Actor actor, @Nullable String key, byte[] fingerprint);

    void save(ImportJob job);

    List<UUID> running();

    /** Marks an import as failed when the process that ran it is gone. */
    void failIfAbandoned(UUID id, String message);

    /** Shows the other processes, until closed, that this one is at work on the import; ends with the process too. */
    Lease hold(UUID id);

    record Keyed(ImportJob job, byte[] fingerprint) {}

    interface Lease extends AutoCloseable {
        @Override
        void close();
    }
}
