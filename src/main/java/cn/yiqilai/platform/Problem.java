package cn.yiqilai.platform;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a caller reads when something cannot be done: RFC 9457 with Chinese words.
 *
 * @param status the HTTP status, 400..599
 * @param code the stable name of the problem, key of its sentence in {@code messages.properties}
 * @param detail one Chinese sentence for the person in front of it
 * @param errors one row a field that is wrong; empty unless the input was
 * @param extensions further members of the response, such as {@code current} (the state that won)
 */
public record Problem(int status, String code, String detail, List<FieldError> errors, Map<String, Object> extensions) {

    /** Name of the extension that holds seconds, see {@link #retryAfter}. */
    public static final String RETRY_AFTER = "retryAfter";

    /** One field of the input and what is wrong with it, in Chinese. */
    public record FieldError(String field, String message) {}

    public Problem {
        if (status < 400 || status > 599) {
            throw new IllegalArgumentException("not a status of a problem: " + status);
        }
        errors = List.copyOf(errors);
        extensions = Map.copyOf(extensions);
    }

    public static Problem of(int status, String code, Object... arguments) {
        return new Problem(status, code, Messages.of(code, arguments), List.of(), Map.of());
    }

    public static Problem invalid(String code, Object... arguments) {
        return of(400, code, arguments);
    }

    /** The input has a wrong field; {@code field} is its path in the request. */
    public static Problem invalidField(String field, String code, Object... arguments) {
        var message = Messages.of(code, arguments);
        return new Problem(400, code, message, List.of(new FieldError(field, message)), Map.of());
    }

    public static Problem notFound(String code, Object... arguments) {
        return of(404, code, arguments);
    }

    public static Problem conflict(String code, Object... arguments) {
        return of(409, code, arguments);
    }

    public Problem with(String name, Object value) {
        var more = new LinkedHashMap<>(extensions);
        more.put(name, value);
        return new Problem(status, code, detail, errors, more);
    }

    /** Tells when trying again makes sense; the door says it as {@code Retry-After}, too. */
    public Problem retryAfter(Duration time) {
        return with(RETRY_AFTER, time.toSeconds());
    }

    public Problem and(FieldError error) {
        var more = new ArrayList<>(errors);
        more.add(error);
        return new Problem(status, code, detail, more, extensions);
    }

    public ProblemException asException() {
        return new ProblemException(this);
    }
}
