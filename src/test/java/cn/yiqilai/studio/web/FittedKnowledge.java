package cn.yiqilai.studio.web;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;

/** The dozen entries of {@code kb-small} with the models that are delivered: small enough to start, fitted enough to answer. */
public final class FittedKnowledge implements QuarkusTestProfile {
    private static final Path SMALL = Path.of("src/test/resources/kb-small");
    private static final Path MODELS = Path.of("kb-seed/model");

    @Override
    public Map<String, String> getConfigOverrides() {
        var seed = Path.of("target/test-data/kb-fitted");
        copy(SMALL, seed);
        copy(MODELS, seed.resolve("model"));
        return Map.of(
                "yiqilai.seed", seed.toString(),
                "yiqilai.knowledge-seed", seed.resolve("entries").toString());
    }

    private static void copy(Path from, Path to) {
        try (var files = Files.walk(from)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var copy = to.resolve(from.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
