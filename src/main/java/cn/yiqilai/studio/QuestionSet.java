package cn.yiqilai.studio;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Labelled questions, read from files. */
public record QuestionSet(List<Labelled> questions, List<Dialogue> dialogues) {
    private static final ObjectMapper JSON = new ObjectMapper();

    public QuestionSet {
        questions = List.copyOf(questions);
        dialogues = List.copyOf(dialogues);
    }

    /** Where a row came from. */
    public enum Source {
        TEXT,
        /** As a recogniser wrote it. */
        SPEECH,
        /** The same, as it was said. */
        SPEECH_CLEAN
    }

    /**
     * @param gold facts or entries of which one must be met; empty: nobody may answer
     * @param kind of an unanswerable question, such as {@code near_miss}; empty otherwise
     * @param style such as {@code historic}; empty when not given
     * @param fit true when it may be fitted on
     */
    public record Labelled(String question, Set<String> gold, String kind, String style, boolean fit, Source source) {
        public boolean inScope() {
            return !gold.isEmpty();
        }

        public boolean historic() {
            return style.equals("historic");
        }
    }

    /** @param fit true when it may be looked at and tuned on */
    public record Dialogue(String id, boolean fit, List<Turn> turns) {
        public Dialogue {
            turns = List.copyOf(turns);
        }
    }

    /**
     * @param gold facts or entries of which one must be met by an answer
     * @param expect the kind of the reply, {@code ANSWER}, {@code CLARIFY}, {@code HANDOFF} …
     * @param pause how long the enterprise was silent before it said this
     */
    public record Turn(String user, Set<String> gold, String expect, Duration pause) {}

    /** @throws IllegalArgumentException for a line that is no row; the message names file and line */
    public static QuestionSet read(List<Path> files) {
        var questions = new ArrayList<Labelled>();
        var dialogues = new ArrayList<Dialogue>();
        for (var file : files) {
            try {
                var lines = Files.readAllLines(file);
                for (var number = 1; number <= lines.size(); number++) {
                    read(JSON.readTree(lines.get(number - 1)), file + " line " + number, questions, dialogues);
                }
            } catch (IOException e) {
                throw new UncheckedIOException("the question set cannot be read from " + file, e);
            }
        }
        return new QuestionSet(questions, dialogues);
    }

    private static void read(JsonNode row, String where, List<Labelled> questions, List<Dialogue> dialogues) {
        if (row.has("turns")) {
            dialogues.add(dialogue(row, where));
        } else if (row.has("q")) {
            questions.add(labelled(row, row.get("q").asText(), row.has("clean") ? Source.SPEECH : Source.TEXT));
            if (row.has("clean")) {
                questions.add(labelled(row, row.get("clean").asText(), Source.SPEECH_CLEAN));
            }
        } else if (!row.isMissingNode()) {
            throw new IllegalArgumentException(where + ": a row has q and gold, or turns");
        }
    }

    private static Labelled labelled(JsonNode row, String question, Source source) {
        return new Labelled(
                question,
                gold(row),
                row.path("kind").asText(""),
                row.path("style").asText(""),
                isFit(row),
                source);
    }

    private static boolean isFit(JsonNode row) {
        return row.path("split").asText("check").equals("fit");
    }

    private static Dialogue dialogue(JsonNode row, String where) {
        var turns = new ArrayList<Turn>();
        for (var turn : row.get("turns")) {
            if (!turn.has("user")) {
                throw new IllegalArgumentException(where + ": a turn has a user");
            }
            turns.add(new Turn(
                    turn.get("user").asText(),
                    gold(turn),
                    turn.path("expect").asText("ANSWER"),
                    Duration.ofMinutes(turn.path("pause").asLong(0))));
        }
        return new Dialogue(row.path("id").asText(), isFit(row), turns);
    }

    private static Set<String> gold(JsonNode row) {
        var gold = new HashSet<String>();
        row.path("gold").forEach(id -> gold.add(id.asText()));
        return gold;
    }
}
