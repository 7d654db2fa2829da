package cn.yiqilai.knowledge;

import java.util.List;
import java.util.Optional;

/** Where intents are kept. */
public interface Intents {
    /** By id. */
    List<StoredIntent> all();

    Optional<StoredIntent> find(String id);

    /** @return false when {@code intent.version()} is not one further than what is kept (0 = nothing) */
    boolean save(StoredIntent intent);

    /** @return false when that version is not what is kept */
    boolean remove(String id, long version);
}
