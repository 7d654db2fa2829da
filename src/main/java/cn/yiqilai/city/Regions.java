package cn.yiqilai.city;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The tree of places and the names by which people call them. */
public final class Regions {
    public static final String NATION = "全国";

    private static final List<String> SUFFIXES =
            List.of("特别行政区", "维吾尔自治区", "壮族自治区", "回族自治区", "自治区", "省", "市", "县", "区", "州");
    private static final Map<String, String> SHORT = Map.of("内蒙古自治区", "内蒙古", "延边州", "延边");
    private static final int LONGEST_NAME = 14;

    private final Map<String, Place> byFullName = new HashMap<>();
    private final Map<String, Place> byCall = new HashMap<>();

    private Regions() {
        byFullName.put(NATION, new Place(NATION, null));
    }

    /**
     * @param file lines {@code 上级:下级,下级(别称|别称),全称!}; {@code #} begins a comment
     * @throws IllegalArgumentException for a line whose parent is unknown; the message names the line
     */
    public static Regions load(Path file) {
        try {
            var regions = new Regions();
            var lines = Files.readAllLines(file);
            for (var number = 1; number <= lines.size(); number++) {
                regions.read(lines.get(number - 1).strip(), file + " line " + number);
            }
            return regions;
        } catch (IOException e) {
            throw new UncheckedIOException("the regions cannot be read from " + file, e);
        }
    }

    /** The place of that name, in full or as people call it. */
    public Optional<Place> find(String name) {
        var full = byFullName.get(name);
        return Optional.ofNullable(full != null ? full : byCall.get(name));
    }

    /** @throws IllegalArgumentException when there is no such place */
    public Place place(String name) {
        return find(name).orElseThrow(() -> new IllegalArgumentException("no such place: " + name));
    }

    /** True when a rule made for {@code region} holds in {@code place}; an unknown region holds only where it is named so. */
    public boolean holds(String region, Place place) {
        return find(region).map(place::isWithin).orElse(region.equals(place.name()));
    }

    /** The places a sentence names, longest names first at each position, in order, each once. */
    public Set<Place> mentionedIn(String text) {
        var found = new LinkedHashSet<Place>();
        for (var start = 0; start < text.length(); ) {
            var length = longestAt(text, start);
            if (length > 0) {
                found.add(byCall.get(text.substring(start, start + length)));
            }
            start += Math.max(1, length);
        }
        return found;
    }

    private int longestAt(String text, int start) {
        for (var length = Math.min(LONGEST_NAME, text.length() - start); length >= 2; length--) {
            if (byCall.containsKey(text.substring(start, start + length))) {
                return length;
            }
        }
        return 0;
    }

    private void read(String line, String where) {
        if (line.isEmpty() || line.startsWith("#")) {
            return;
        }
        var colon = line.indexOf(':');
        var parent = colon < 0 ? null : byFullName.get(line.substring(0, colon));
        if (parent == null) {
            throw new IllegalArgumentException(where + ": its parent has not been named before");
        }
        for (var child : line.substring(colon + 1).split(",")) {
            add(child.strip(), parent);
        }
    }

    private void add(String text, Place parent) {
        var bracket = text.indexOf('(');
        var aliases = bracket < 0
                ? List.<String>of()
                : List.of(text.substring(bracket + 1, text.length() - 1).split("\\|"));
        var head = bracket < 0 ? text : text.substring(0, bracket);
        var fullOnly = head.endsWith("!");
        var name = fullOnly ? head.substring(0, head.length() - 1) : head;
        var place = new Place(name, parent);
        byFullName.put(name, place);
        calls(name, fullOnly, aliases).forEach(call -> byCall.putIfAbsent(call, place));
    }

    private static List<String> calls(String name, boolean fullOnly, List<String> aliases) {
        var calls = new ArrayList<>(aliases);
        calls.add(name);
        var brief = brief(name);
        if (!fullOnly && brief != null) {
            calls.add(brief);
        }
        return calls;
    }

    private static @Nullable String brief(String name) {
        if (SHORT.containsKey(name)) {
            return SHORT.get(name);
        }
        return SUFFIXES.stream()
                .filter(suffix -> name.endsWith(suffix) && name.length() - suffix.length() >= 2)
                .findFirst()
                .map(suffix -> name.substring(0, name.length() - suffix.length()))
                .orElse(null);
    }
}
