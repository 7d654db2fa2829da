package cn.yiqilai.directory;

import java.util.Optional;

/** Finds registration windows. */
public interface Windows {
    /** Inactive ones too: what was taken in there must still be readable. */
    Optional<RegistrationWindow> find(String id);
}
