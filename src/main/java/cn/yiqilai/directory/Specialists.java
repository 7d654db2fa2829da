package cn.yiqilai.directory;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Finds specialists. */
public interface Specialists {
    /** Retired ones too: what refers to them must still be readable. */
    Optional<Specialist> find(UUID id);

    /** The one in service who answers with that account. */
    Optional<Specialist> ofAccount(UUID account);

    /** Those in service who know about the topic, on duty or not, by unit and name. */
    List<Specialist> knowing(String topic);
}
