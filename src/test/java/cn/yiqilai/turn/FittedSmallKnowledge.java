package cn.yiqilai.turn;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;

/** The dozen entries of {@code kb-small} with the models that are delivered, so that something is sure enough to be answered. */
public final class FittedSmallKnowledge implements QuarkusTestProfile {
    private static final Path SMALL = Path.of("src/test/resources/kb-small");
    private static final Path MODELS = Path.of("kb-seed/model");

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
            var folder = Path.of("target/test-data/fitted-small");
            copy(SMALL, folder);
            copy(MODELS, folder.resolve("model"));
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (var files = Files.list(from)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, to.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }
}
