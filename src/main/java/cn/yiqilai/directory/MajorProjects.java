package cn.yiqilai.directory;

import java.util.Optional;
import java.util.UUID;

/** Finds major projects. */
public interface MajorProjects {
    /** Retired ones too: what refers to them must still be readable. */
    Optional<MajorProject> find(UUID id);
}
