package cn.yiqilai.retrieval;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The fitted ranking weights on disk: {@code {"entries":{"COSINE":7.4,…},"intents":{…}}}. */
public final class ModelFile {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private ModelFile() {}

    /** @throws UncheckedIOException when the file is missing or names an unknown signal */
    public static RankingModel read(Path file) {
        try {
            var weights = JSON.readValue(file.toFile(), new TypeReference<Map<String, Map<Signal, Double>>>() {});
            return new RankingModel(
                    weights.getOrDefault("entries", Map.of()), weights.getOrDefault("intents", Map.of()));
        } catch (IOException e) {
            throw new UncheckedIOException("the ranking model cannot be read from " + file, e);
        }
    }

    public static void write(Path file, RankingModel model) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            JSON.writeValue(
                    file.toFile(), Map.of("entries", rounded(model.entries()), "intents", rounded(model.intents())));
        } catch (IOException e) {
            throw new UncheckedIOException("the ranking model cannot be written to " + file, e);
        }
    }

    private static Map<Signal, Double> rounded(Map<Signal, Double> weights) {
        var rounded = new java.util.EnumMap<Signal, Double>(Signal.class);
        weights.forEach((signal, weight) -> rounded.put(signal, Math.round(weight * 1e4) / 1e4));
        return rounded;
    }
}
