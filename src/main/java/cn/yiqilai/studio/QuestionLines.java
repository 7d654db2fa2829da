package cn.yiqilai.studio;

import cn.yiqilai.conversation.UtteranceText;
import cn.yiqilai.platform.Messages;
import cn.yiqilai.platform.Problem;
import cn.yiqilai.platform.Problem.FieldError;
import cn.yiqilai.platform.StorableText;
import cn.yiqilai.studio.QuestionSet.Labelled;
import cn.yiqilai.studio.QuestionSet.Source;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads a question set that an editor sends: {@code {"q":"…","gold":["F0321"]}} a line, with {@code kind}, {@code style} and
 * {@code split} if he likes. All of it or nothing: a line that is wrong is told with its number and reason.
 */
final class QuestionLines {
    static final int MOST_ROWS = 2000;
    private static final int MOST_GOLD = 50;
    private static final int LONGEST_ID = 80;
    private static final int LONGEST_LABEL = 40;
    private static final int MOST_ERRORS = 100;
    private static final Set<String> SPLITS = Set.of("fit", "check");
    private static final ObjectReader JSON =
            new ObjectMapper().reader().with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final Set<String> fitSplits;
    private final List<Labelled> rows = new ArrayList<>();
    private final List<FieldError> errors = new ArrayList<>();

    private QuestionLines(Set<String> fitSplits) {
        this.fitSplits = fitSplits;
    }

    /** What comes of reading. */
    sealed interface Outcome {
        /** @param rows at least one */
        record Sound(List<Labelled> rows) implements Outcome {}

        /** @param errors at least one and at most {@value #MOST_ERRORS}; {@code lines.3.gold} is the field of a line from 1 */
        record Faulty(List<FieldError> errors) implements Outcome {}

        /** @throws cn.yiqilai.platform.ProblemException 400 with a row for each line that is wrong */
        default List<Labelled> require() {
            return switch (this) {
                case Sound sound -> sound.rows();
                case Faulty faulty ->
                    throw new Problem(
                                    400,
                                    "studio.lines.invalid",
                                    Messages.of("studio.lines.invalid"),
                                    faulty.errors(),
                                    Map.of())
                            .asException();
            };
        }
    }

    /** For measuring: what does not say that it is for fitting is not. */
    static Outcome read(String text) {
        return read(text, Set.of("fit"));
    }

    /** For fitting: what does not say that it is for checking is fitted on. */
    static Outcome readToFit(String text) {
        return read(text, Set.of("fit", ""));
    }

    private static Outcome read(String text, Set<String> fitSplits) {
        var lines = new QuestionLines(fitSplits);
        var number = 0;
        for (var line : (Iterable<String>) text.lines()::iterator) {
            number++;
            if (!line.isBlank()) {
                lines.take(number, line);
            }
            if (lines.errors.size() >= MOST_ERRORS || lines.rows.size() > MOST_ROWS) {
                break;
            }
        }
        return lines.outcome();
    }

    private Outcome outcome() {
        if (rows.size() > MOST_ROWS) {
            refuse("lines", "studio.lines.too-many", MOST_ROWS);
        } else if (rows.isEmpty() && errors.isEmpty()) {
            refuse("lines", "studio.lines.none");
        }
        return errors.isEmpty() ? new Outcome.Sound(List.copyOf(rows)) : new Outcome.Faulty(List.copyOf(errors));
    }

    private void take(int number, String line) {
        var field = "lines." + number;
        try {
            var row = JSON.readTree(line);
            if (!row.isObject()) {
                refuse(field, "studio.lines.no-object");
                return;
            }
            var before = errors.size();
            var labelled = labelled(field, row);
            if (errors.size() == before) {
                rows.add(labelled);
            }
        } catch (JsonProcessingException e) {
            refuse(field, "studio.lines.no-json");
        }
    }

    private Labelled labelled(String field, JsonNode row) {
        return new Labelled(
                question(field + ".q", row.path("q")),
                gold(field + ".gold", row.path("gold")),
                label(field + ".kind", row.path("kind")),
                label(field + ".style", row.path("style")),
                fitSplits.contains(split(field + ".split", row.path("split"))),
                Source.TEXT);
    }

    private String question(String field, JsonNode value) {
        if (!value.isTextual()) {
            refuse(field, "studio.lines.q");
            return "";
        }
        return switch (UtteranceText.check(value.asText())) {
            case UtteranceText.Outcome.Accepted accepted -> accepted.text().value();
            case UtteranceText.Outcome.Refused refused -> {
                errors.add(new FieldError(field, refused.error().message()));
                yield "";
            }
        };
    }

    private Set<String> gold(String field, JsonNode value) {
        var gold = new HashSet<String>();
        value.forEach(id -> text(id, LONGEST_ID).filter(one -> !one.isEmpty()).ifPresent(gold::add));
        if (!value.isArray() || value.size() > MOST_GOLD || gold.size() != value.size()) {
            refuse(field, "studio.lines.gold", MOST_GOLD, LONGEST_ID);
        }
        return gold;
    }

    private String label(String field, JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            return "";
        }
        return text(value, LONGEST_LABEL).orElseGet(() -> {
            refuse(field, "studio.lines.label", LONGEST_LABEL);
            return "";
        });
    }

    private String split(String field, JsonNode value) {
        var split = label(field, value);
        if (!split.isEmpty() && !SPLITS.contains(split)) {
            refuse(field, "studio.lines.split");
        }
        return split;
    }

    private static Optional<String> text(JsonNode value, int longest) {
        return Optional.of(value)
                .filter(JsonNode::isTextual)
                .map(one -> one.asText().strip())
                .filter(text -> StorableText.isStorable(text, longest));
    }

    private void refuse(String field, String code, Object... arguments) {
        errors.add(new FieldError(field, Messages.of(code, arguments)));
    }
}
