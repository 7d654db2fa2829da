package cn.yiqilai.directory;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where the rota is kept. */
public interface RotaRecords {
    Optional<Shift> find(UUID id);

    /** All in service, by begin, topic and rank. */
    List<Shift> inService();

    /**
     * Those in service that touch {@code [from, until)}, by begin, topic and rank.
     *
     * @param topic of exactly that topic; null = of any
     */
    List<Shift> between(@Nullable String topic, Instant from, Instant until);

    void save(Collection<Shift> shifts);
}
