package cn.yiqilai.city;

import java.time.Instant;
import java.util.Optional;

/** Where every version of the rules that was ever in use is kept. */
public interface RuleTexts {
    /** Does nothing when that version is there. */
    void keep(WrittenRules rules, Instant at);

    Optional<String> find(String version);
}
