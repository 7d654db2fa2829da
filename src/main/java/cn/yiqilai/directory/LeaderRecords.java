package cn.yiqilai.directory;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Where those who sign are kept. */
public interface LeaderRecords {
    Optional<Leader> find(UUID id);

    /** Everybody who signs now, by unit and level. */
    List<Leader> inOffice();

    /** @throws TakenException when somebody of that name signs there at that level already */
    void save(Collection<Leader> leaders);
}
