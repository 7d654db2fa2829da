package cn.yiqilai.decision;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The fitted confidence model and its thresholds on disk. A file of the form that knew one threshold for everybody ({@code
 * "answer": 0.75}) is read as that threshold at every operating point, proved by nothing, and one without a
 * smallest option with the usual one.
 */
public final class ConfidenceFile {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    /** What the file holds. */
    public record Fitted(ConfidenceModel model, Thresholds thresholds) {}

    private ConfidenceFile() {}

    /** @throws UncheckedIOException when the file is missing or names an unknown cue */
    public static Fitted read(Path file) {
        try {
            var content = JSON.readTree(file.toFile());
            if (content.path("thresholds") instanceof ObjectNode thresholds) {
                withThresholdAPoint(thresholds);
                withSmallestOption(thresholds);
            }
            return JSON.treeToValue(content, Fitted.class);
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

    private static void withThresholdAPoint(ObjectNode thresholds) {
        if (!thresholds.path("answer").isNumber()) {
            return;
        }
        var from = thresholds.path("answer").doubleValue();
        var answer = thresholds.putObject("answer");
        for (var point : OperatingPoint.values()) {
            answer.set(point.name(), JSON.valueToTree(Threshold.unproved(from, point)));
        }
    }

    private static void withSmallestOption(ObjectNode thresholds) {
        if (!thresholds.has("option")) {
            thresholds.put("option", Thresholds.USUAL_OPTION);
        }
    }
}
