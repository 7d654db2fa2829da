package cn.yiqilai.directory;

import java.util.Optional;

/** Finds filing codes. */
public interface FilingCodes {
    /** Inactive ones too: what was filed under them must still be readable. */
    Optional<FilingCode> find(String code);
}
