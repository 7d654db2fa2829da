package cn.yiqilai.channel.chat;

import cn.yiqilai.decision.ConfidenceFile;
import cn.yiqilai.decision.ConfidenceFile.Fitted;
import cn.yiqilai.decision.ConfidenceModel;
import cn.yiqilai.decision.Cue;
import cn.yiqilai.decision.Thresholds;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The dozen entries of the small knowledge with a model by which the share of the first meaning is its confidence. */
public final class FittedKnowledge implements QuarkusTestProfile {
    private static final Path SMALL = Path.of("src/test/resources/kb-small");
    private static final Path RANKING = Path.of("kb-seed/model/ranking.json");
    private static final Fitted SHARE =
            new Fitted(new ConfidenceModel(0, Map.of(Cue.MASS, 1.0)), new Thresholds(0.9, 0.2, 0.3, 0.5));

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "yiqilai.seed",
                seed().toString(),
                "yiqilai.knowledge-seed",
                SMALL.resolve("entries").toString());
    }

    private static Path seed() {
        try {
            var seed = Files.createTempDirectory(Files.createDirectories(Path.of("target/test-data")), "fitted-");
            try (var files = Files.list(SMALL)) {
                for (var file : files.filter(Files::isRegularFile).toList()) {
                    Files.copy(file, seed.resolve(file.getFileName()));
                }
            }
            ConfidenceFile.write(seed.resolve("model/confidence.json"), SHARE);
            Files.copy(RANKING, seed.resolve("model/ranking.json"));
            return seed;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
