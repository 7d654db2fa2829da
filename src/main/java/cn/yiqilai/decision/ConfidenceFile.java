package cn.yiqilai.decision;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The fitted confidence model and its thresholds on disk. */
public final class ConfidenceFile {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    /** What the file holds. */
    public record Fitted(ConfidenceModel model, Thresholds thresholds) {}

    private ConfidenceFile() {}

    /** @throws UncheckedIOException when the file is missing or names an unknown cue */
    public static Fitted read(Path file) {
        try {
            return JSON.readValue(file.toFile(), Fitted.class);
        } catch (IOException e) {
            throw new UncheckedIOException("the confidence model cannot be read from " + file, e);
        }
    }

    public static void write(Path file, Fitted fitted) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            JSON.writeValue(file.toFile(), fitted);
        } catch (IOException e) {
            throw new UncheckedIOException("the confidence model cannot be written to " + file, e);
        }
    }
}
