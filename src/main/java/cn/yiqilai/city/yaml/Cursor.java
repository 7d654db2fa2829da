package cn.yiqilai.city.yaml;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * A place in a file of rules: what stands there, and how to tell what is wrong with it. A list collects the faults of all its
 * elements, so that more than one is told at a time; what is asked for elsewhere throws the first.
 */
final class Cursor {
    private static final int LONGEST_TEXT = 2000;

    private final String file;
    private final String path;
    private final Node node;
    private final List<String> faults;
    private final Map<String, Node> fields;
    private final Set<String> asked = new HashSet<>();

    private Cursor(String file, String path, Node node, List<String> faults) {
        this.file = file;
        this.path = path;
        this.node = node;
        this.faults = faults;
        this.fields = node instanceof MappingNode mapping ? fields(mapping) : Map.of();
    }

    /** @param faults where those are written down that do not end the reading */
    static Cursor at(String file, Node root, List<String> faults) {
        return new Cursor(file, "", root, faults);
    }

    private Map<String, Node> fields(MappingNode mapping) {
        var found = new LinkedHashMap<String, Node>();
        for (var pair : mapping.getValue()) {
            if (!(pair.getKeyNode() instanceof ScalarNode key)) {
                throw fault("a key must be a word");
            }
            if (found.put(key.getValue(), pair.getValueNode()) != null) {
                throw fault("'" + key.getValue() + "' is said twice");
            }
        }
        return found;
    }

    Fault fault(String what) {
        return new Fault(where(), what);
    }

    private String where() {
        return file + ":" + (node.getStartMark().getLine() + 1) + (path.isEmpty() ? "" : " " + path);
    }

    /** Reads a mapping; keys that were not asked for are faults. */
    <T> T mapping(Function<Cursor, T> reader) {
        if (!(node instanceof MappingNode)) {
            throw fault("must be a mapping of keys");
        }
        var read = reader.apply(this);
        fields.keySet().stream()
                .filter(key -> !asked.contains(key))
                .forEach(key -> faults.add(fault("unknown key '" + key + "', known are "
                                + asked.stream().sorted().toList())
                        .getMessage()));
        return read;
    }

    /** What stands below that key, which must be there and not null. */
    Cursor at(String key) {
        var below = find(key);
        if (below == null) {
            throw fault("'" + key + "' is missing");
        }
        return below;
    }

    /** As {@link #at}; null when the key is absent or null. */
    @Nullable
    Cursor find(String key) {
        asked.add(key);
        var below = fields.get(key);
        return below == null || isNull(below) ? null : step(key, below);
    }

    /** What may be null, but must be said to be. */
    <T> @Nullable T said(String key, Function<Cursor, T> reader) {
        if (!fields.containsKey(key)) {
            asked.add(key);
            throw fault("'" + key + "' is missing; write null where the document is silent");
        }
        return optional(key, reader);
    }

    <T> @Nullable T optional(String key, Function<Cursor, T> reader) {
        var below = find(key);
        return below == null ? null : reader.apply(below);
    }

    @Nullable
    String optionalText(String key) {
        return optional(key, Cursor::text);
    }

    /** A list of texts; empty when absent. */
    List<String> texts(String key) {
        var below = find(key);
        return below == null ? List.of() : below.each(Cursor::text);
    }

    /** Every key with what stands below it. */
    Map<String, Cursor> entries() {
        if (!(node instanceof MappingNode)) {
            throw fault("must be a mapping of keys");
        }
        asked.addAll(fields.keySet());
        var entries = new LinkedHashMap<String, Cursor>();
        fields.forEach((key, below) -> entries.put(key, step(key, below)));
        return entries;
    }

    boolean isList() {
        return node instanceof SequenceNode;
    }

    <T> List<T> each(Function<Cursor, T> reader) {
        if (!(node instanceof SequenceNode sequence)) {
            throw fault("must be a list");
        }
        var read = new ArrayList<T>();
        var elements = sequence.getValue();
        for (var i = 0; i < elements.size(); i++) {
            try {
                read.add(reader.apply(new Cursor(file, path + "[" + i + "]", elements.get(i), faults)));
            } catch (Fault fault) {
                faults.add(fault.getMessage());
            }
        }
        return read;
    }

    String text() {
        if (!(node instanceof ScalarNode scalar) || isNull(node)) {
            throw fault("must be a text");
        }
        var text = scalar.getValue();
        if (text.isBlank() || text.length() > LONGEST_TEXT) {
            throw fault("must be a text of 1 to " + LONGEST_TEXT + " characters");
        }
        return text;
    }

    int count(int least, int most) {
        try {
            var count = Integer.parseInt(text());
            if (count >= least && count <= most) {
                return count;
            }
        } catch (NumberFormatException e) {
            // Told below, like a number out of bounds.
        }
        throw fault("must be a whole number from " + least + " to " + most + ", not '" + text() + "'");
    }

    BigDecimal number() {
        try {
            return new BigDecimal(text());
        } catch (NumberFormatException e) {
            throw fault("must be a number, not '" + text() + "'");
        }
    }

    boolean isTrue() {
        return switch (text()) {
            case "true" -> true;
            case "false" -> false;
            default -> throw fault("must be true or false, not '" + text() + "'");
        };
    }

    /** A name of the code, as it stands there. */
    <E extends Enum<E>> E one(Class<E> type) {
        return one(Arrays.asList(type.getEnumConstants()), Enum::name);
    }

    /** A name of the code in small letters: {@code working_day}. */
    <E extends Enum<E>> E oneInSmallLetters(Class<E> type) {
        return one(Arrays.asList(type.getEnumConstants()), name -> name.name().toLowerCase(Locale.ROOT));
    }

    <T> T one(List<T> known, Function<T, String> name) {
        var text = text();
        return known.stream()
                .filter(one -> name.apply(one).equals(text))
                .findFirst()
                .orElseThrow(() -> fault("unknown '" + text + "', known are "
                        + known.stream().map(name).toList()));
    }

    private Cursor step(String key, Node below) {
        return new Cursor(file, path.isEmpty() ? key : path + "." + key, below, faults);
    }

    private static boolean isNull(Node node) {
        return Tag.NULL.equals(node.getTag());
    }
}
