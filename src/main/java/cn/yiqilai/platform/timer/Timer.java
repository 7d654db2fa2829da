package cn.yiqilai.platform.timer;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Something that is to be done at an instant.
 *
 * @param task the name of the {@link TimerTask} that does it: lower-case words with dots and hyphens, {@code
 *     work-order.remind}, at most 80 characters
 * @param key what it is about; of a task and a key there is one timer at most. 1..200 visible ASCII characters
 * @param at kept to the microsecond; in the past: as soon as possible
 * @param payload what the task wants to know, ids and codes rather than people's data; together at most 4000 characters
 * @throws IllegalArgumentException when it keeps not to these bounds: a mistake in the program
 */
public record Timer(String task, String key, Instant at, Map<String, String> payload) {
    private static final Pattern TASK = Pattern.compile("[a-z][a-z0-9.-]{1,79}");
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7E]{1,200}");
    private static final int LONGEST_PAYLOAD = 4000;

    public Timer {
        requireTask(task);
        requireKey(key);
        at = at.truncatedTo(ChronoUnit.MICROS);
        payload = Map.copyOf(payload);
        if (length(payload) > LONGEST_PAYLOAD) {
            throw new IllegalArgumentException("the payload of timer " + task + " " + key + " is too long");
        }
    }

    static void requireTask(String task) {
        if (!TASK.matcher(task).matches()) {
            throw new IllegalArgumentException("not a name of a timer task: " + task);
        }
    }

    private static void requireKey(String key) {
        if (!KEY.matcher(key).matches()) {
            throw new IllegalArgumentException("not a key of a timer: " + key);
        }
    }

    private static int length(Map<String, String> payload) {
        return payload.entrySet().stream()
                .mapToInt(pair -> pair.getKey().length() + pair.getValue().length())
                .sum();
    }
}
