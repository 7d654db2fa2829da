package cn.yiqilai.directory;

import java.util.Optional;
import java.util.UUID;

/** Finds key enterprises. */
public interface KeyEnterprises {
    /** Retired ones too: what refers to them must still be readable. */
    Optional<KeyEnterprise> find(UUID id);
}
