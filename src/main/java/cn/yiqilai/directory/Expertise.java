package cn.yiqilai.directory;

import cn.yiqilai.platform.FieldChecks;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a specialist knows about (优势业务领域): topics as the knowledge has them, paths from the general to the particular. Who knows
 * about 增值税 knows about 增值税/小规模纳税人.
 */
public final class Expertise {
    static final int LONGEST_TOPIC = 60;
    private static final int MOST_TOPICS = 30;
    private static final Pattern PATH = Pattern.compile("[^/\\s][^/]*(?:/[^/]+)*");
    private static final Pattern MARKS = Pattern.compile("[|,，、;；\\n]+");

    private Expertise() {}

    /** Whether the topic is that field or lies below it. */
    public static boolean covers(String field, String topic) {
        return topic.equals(field) || topic.startsWith(field + "/");
    }

    static boolean covers(List<String> fields, String topic) {
        return fields.stream().anyMatch(field -> covers(field, topic));
    }

    static List<String> fields(FieldChecks checks, @Nullable List<@Nullable String> raw) {
        var fields = checks.list("topics", raw, 1, LONGEST_TOPIC, MOST_TOPICS);
        for (var field : fields) {
            if (!field.isEmpty() && !isTopic(field)) {
                checks.refuse("topics", "directory.topic");
            }
        }
        return fields;
    }

    static String topic(FieldChecks checks, @Nullable String raw) {
        var topic = checks.required("topic", raw, 1, LONGEST_TOPIC);
        if (!topic.isEmpty() && !isTopic(topic)) {
            checks.refuse("topic", "directory.topic");
        }
        return topic;
    }

    /** How people separate them in a cell. */
    static @Nullable List<@Nullable String> read(@Nullable String cell) {
        return cell == null
                ? null
                : new ArrayList<>(Arrays.stream(MARKS.split(cell))
                        .map(String::strip)
                        .filter(part -> !part.isEmpty())
                        .toList());
    }

    private static boolean isTopic(String text) {
        return PATH.matcher(text).matches();
    }
}
