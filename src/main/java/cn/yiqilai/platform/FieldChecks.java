package cn.yiqilai.platform;

import cn.yiqilai.platform.Problem.FieldError;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the fields of one form and gathers everything that is wrong with them, one sentence a problem. A field that is
 * wrong reads as empty, so that the rest can be checked too; nothing read may be used while {@link #errors()} has one.
 */
public final class FieldChecks {
    private static final int LONGEST_LIST = 100;
    private static final int LONGEST_NAME = 40;
    private static final int EARLIEST_YEAR = 1900;
    private static final int LATEST_YEAR = 2999;
    private static final Set<String> SCHEMES = Set.of("http", "https");

    private final String problem;
    private final List<FieldError> errors = new ArrayList<>();

    /** @param problem the name of the problem as a whole, in {@code messages.properties}: {@code knowledge.invalid} */
    public FieldChecks(String problem) {
        this.problem = problem;
    }

    public List<FieldError> errors() {
        return List.copyOf(errors);
    }

    public void refuse(String field, String code, Object... arguments) {
        errors.add(new FieldError(field, Messages.of(code, arguments)));
    }

    /**
     * A form that knows nothing beside some fields: one that is misspelt would look as if it had been heeded.
     *
     * @param path what stands before each name: {@code events.0.}
     */
    public void refuseUnknown(String path, Iterator<String> names, List<String> known) {
        names.forEachRemaining(name -> {
            if (!known.contains(name)) {
                refuse(path + shown(name), "field.unknown", String.join(Messages.of("list.or"), known));
            }
        });
    }

    /** A name that somebody sent, no longer than it needs to be to be found. */
    private static String shown(String name) {
        var plain = name.replaceAll("\\p{Cntrl}|\\p{Cs}", "?");
        return plain.codePointCount(0, plain.length()) <= LONGEST_NAME
                ? plain
                : plain.substring(0, plain.offsetByCodePoints(0, LONGEST_NAME)) + "…";
    }

    /** @throws cn.yiqilai.platform.ProblemException with every problem, when there is one */
    public void throwIfAny() {
        if (!errors.isEmpty()) {
            throw problem(problem, errors).asException();
        }
    }

    /** A 400 with one row a problem. */
    public static Problem problem(String name, List<FieldError> errors) {
        return new Problem(400, name, Messages.of(name), errors, Map.of());
    }

    /** A line of text, 1 or more code points. */
    public String required(String field, @Nullable String raw, int shortest, int longest) {
        return present(field, raw, shortest, longest, false);
    }

    /** As {@link #required}, with line breaks and tabs allowed. */
    public String requiredText(String field, @Nullable String raw, int shortest, int longest) {
        return present(field, raw, shortest, longest, true);
    }

    /** A line of text; null when there is none. */
    public @Nullable String optional(String field, @Nullable String raw, int longest) {
        return bounded(field, clean(raw), 1, longest, false);
    }

    /** As {@link #optional}, with line breaks and tabs allowed. */
    public @Nullable String optionalText(String field, @Nullable String raw, int longest) {
        return bounded(field, clean(raw), 1, longest, true);
    }

    /** Elements are named {@code field.0}, {@code field.1} …; one that is there twice is kept once. */
    public List<String> list(String field, @Nullable List<@Nullable String> raw, int shortest, int longest) {
        return list(field, raw, shortest, longest, LONGEST_LIST);
    }

    public List<String> list(String field, @Nullable List<@Nullable String> raw, int shortest, int longest, int most) {
        if (raw == null) {
            return List.of();
        }
        if (raw.size() > most) {
            refuse(field, "field.list-too-long", String.valueOf(most));
            return List.of();
        }
        var elements = new LinkedHashSet<String>();
        for (var i = 0; i < raw.size(); i++) {
            elements.add(required(field + "." + i, raw.get(i), shortest, longest));
        }
        return List.copyOf(elements);
    }

    /** {@code 2026-01-30}, of the years 1900 to 2999. */
    public @Nullable LocalDate day(String field, @Nullable String raw) {
        var text = clean(raw);
        if (text == null) {
            return null;
        }
        try {
            var day = LocalDate.parse(text);
            if (day.getYear() >= EARLIEST_YEAR && day.getYear() <= LATEST_YEAR) {
                return day;
            }
        } catch (DateTimeParseException e) {
            // Said below, in the reader's words.
        }
        refuse(field, "field.day");
        return null;
    }

    /** {@code http} or {@code https}. */
    public @Nullable String address(String field, @Nullable String raw, int longest) {
        var text = optional(field, raw, longest);
        if (text == null || isWebAddress(text)) {
            return text;
        }
        refuse(field, "field.url");
        return null;
    }

    private static boolean isWebAddress(String text) {
        try {
            var address = new URI(text);
            return address.getScheme() != null
                    && SCHEMES.contains(address.getScheme().toLowerCase(Locale.ROOT))
                    && address.getRawAuthority() != null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    /**
     * One of the constants, by its name or by what people call it.
     *
     * @param calls their Chinese names; a sheet has these
     * @return null when there is none, or when it was refused
     */
    public <E extends Enum<E>> @Nullable E constant(
            String field, @Nullable String raw, Class<E> type, Map<String, E> calls) {
        var text = clean(raw);
        if (text == null) {
            return null;
        }
        var found = Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(text))
                .findFirst()
                .orElse(calls.get(text));
        if (found == null) {
            refuse(field, "field.one-of", names(type, calls));
        }
        return found;
    }

    private static <E extends Enum<E>> String names(Class<E> type, Map<String, E> calls) {
        var names = Arrays.stream(type.getEnumConstants()).map(Enum::name);
        return Stream.concat(calls.keySet().stream().sorted(), names)
                .collect(Collectors.joining(Messages.of("list.or")));
    }

    private String present(String field, @Nullable String raw, int shortest, int longest, boolean lines) {
        var text = clean(raw);
        if (text == null) {
            refuse(field, "field.required");
            return "";
        }
        var checked = bounded(field, text, shortest, longest, lines);
        return checked == null ? "" : checked;
    }

    private @Nullable String bounded(String field, @Nullable String text, int shortest, int longest, boolean lines) {
        if (text == null) {
            return null;
        }
        var length = text.codePointCount(0, text.length());
        if (length < shortest || length > longest) {
            refuse(field, "field.length", String.valueOf(shortest), String.valueOf(longest), String.valueOf(length));
            return null;
        }
        if (!isPlain(text, lines)) {
            refuse(field, lines ? "field.characters" : "field.characters-in-line");
            return null;
        }
        return text;
    }

    /** No control characters and no half of a surrogate pair: neither can be shown, the first cannot even be stored. */
    private static boolean isPlain(String text, boolean lines) {
        return text.codePoints()
                .allMatch(point -> lines && (point == '\n' || point == '\t')
                        || !Character.isISOControl(point)
                                && !(point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE));
    }

    private static @Nullable String clean(@Nullable String raw) {
        if (raw == null) {
            return null;
        }
        var text = raw.strip().replace("\r\n", "\n").replace('\r', '\n');
        return text.isEmpty() ? null : text;
    }
}
