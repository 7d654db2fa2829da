package cn.yiqilai.knowledge;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** Starts the application on the dozen entries under {@code src/test/resources/kb-small}. */
public final class SmallKnowledge implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "yiqilai.seed", "src/test/resources/kb-small",
                "yiqilai.knowledge-seed", "src/test/resources/kb-small/entries");
    }
}
