package cn.yiqilai.understanding;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Replaces in a question what a follow-up names another of: 一般纳税人的税率是多少 and 那小规模呢 make 小规模纳税人的税率是多少. Which words
 * can stand for each other is told by the classes in {@code slots.txt}; years, places and amounts of one unit always can.
 *
 * <p>Example: {@code slots.replace(form("合同签1年,试用期最长多久"), form("3年"))} gives 合同签3年,试用期最长多久.
 */
public final class Slots {
    private static final Pattern YEAR = Pattern.compile("20[0-4][0-9]年?|今年|去年|前年|明年|本年|上年");
    private static final Pattern AMOUNT =
            Pattern.compile("([0-9]+(?:\\.[0-9]+)?)(个工作日|工作日|个月|平方米|年|月|天|日|人|元|%|吨|次|岁|户|家|台)");
    /** A rest shorter than this says nothing of its own. */
    private static final int TELLING = 2;

    /** By how it is said, the member it stands for in each class. */
    private final Map<String, Map<String, String>> members = new HashMap<>();

    private int longest;

    private Slots() {}

    /** Something named in a text. */
    private record Mention(int start, int end, Map<String, String> memberByClass) {}

    /** The classes that are delivered. */
    public static Slots load() {
        try (var reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Slots.class.getResourceAsStream("slots.txt"), "slots.txt is missing"),
                StandardCharsets.UTF_8))) {
            return of(reader.lines().toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param lines {@code 类名: 成员|别称, 成员}; {@code #} begins a comment */
    static Slots of(List<String> lines) {
        var slots = new Slots();
        lines.stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .forEach(line -> slots.read(line.split(":", 2)));
        return slots;
    }

    private void read(String[] line) {
        for (var member : line[1].split(",")) {
            var names = member.strip().split("\\|");
            for (var name : names) {
                members.computeIfAbsent(name, unknown -> new LinkedHashMap<>()).putIfAbsent(line[0], names[0]);
                longest = Math.max(longest, name.length());
            }
        }
    }

    /** @return the question with what the follow-up names in place of what it replaces; empty when it replaces nothing */
    public Optional<String> replace(Form question, Form followUp) {
        var asked = question.normal();
        var core = Ellipsis.core(followUp.normal());
        var rest = core;
        var changed = asked;
        for (var swap : swaps(question, followUp, core)) {
            changed = changed.replace(swap.old(), swap.by());
            rest = rest.replace(swap.said(), "");
        }
        if (changed.equals(asked)) {
            return Optional.empty();
        }
        return Optional.of(rest.replace(",", "").length() < TELLING ? changed : changed + "," + core);
    }

    /**
     * @param old what is said in the question
     * @param said what is said in the follow-up
     * @param by what takes the place of {@code old}
     */
    private record Swap(String old, String said, String by) {}

    private List<Swap> swaps(Form question, Form followUp, String core) {
        var swaps = new ArrayList<Swap>();
        swaps.addAll(members(question.normal(), core));
        swaps.addAll(years(question.normal(), core));
        swaps.addAll(amounts(question.normal(), core));
        swaps.addAll(places(question, followUp));
        return swaps;
    }

    private List<Swap> members(String asked, String core) {
        var before = mentions(asked);
        var swaps = new ArrayList<Swap>();
        for (var mention : mentions(core)) {
            before.stream()
                    .flatMap(old -> swap(asked, core, old, mention).stream())
                    .min(Comparator.comparingInt(swap -> asked.indexOf(swap.old())))
                    .ifPresent(swaps::add);
        }
        return swaps;
    }

    private static Optional<Swap> swap(String asked, String core, Mention old, Mention now) {
        return now.memberByClass().entrySet().stream()
                .filter(pair -> {
                    var other = old.memberByClass().get(pair.getKey());
                    return other != null && !other.equals(pair.getValue());
                })
                .findFirst()
                .map(pair -> new Swap(
                        asked.substring(old.start(), old.end()),
                        core.substring(now.start(), now.end()),
                        pair.getValue()));
    }

    /** Longest first at each position. */
    private List<Mention> mentions(String text) {
        var found = new ArrayList<Mention>();
        for (var start = 0; start < text.length(); ) {
            var length = longestAt(text, start);
            if (length > 0) {
                found.add(new Mention(
                        start,
                        start + length,
                        Objects.requireNonNull(members.get(text.substring(start, start + length)))));
            }
            start += Math.max(1, length);
        }
        return found;
    }

    private int longestAt(String text, int start) {
        for (var length = Math.min(longest, text.length() - start); length > 0; length--) {
            if (members.containsKey(text.substring(start, start + length))) {
                return length;
            }
        }
        return 0;
    }

    private static List<Swap> years(String asked, String core) {
        var old = YEAR.matcher(asked);
        var now = YEAR.matcher(core);
        return old.find() && now.find() && !old.group().equals(now.group())
                ? List.of(new Swap(old.group(), now.group(), now.group()))
                : List.of();
    }

    private static List<Swap> amounts(String asked, String core) {
        var withoutYears = YEAR.matcher(core).replaceAll("");
        var now = AMOUNT.matcher(withoutYears);
        if (!now.find()) {
            return List.of();
        }
        var old = AMOUNT.matcher(asked);
        while (old.find()) {
            if (old.group(2).equals(now.group(2))
                    && !old.group(1).equals(now.group(1))
                    && !YEAR.matcher(old.group()).matches()) {
                return List.of(new Swap(old.group(), now.group(), now.group()));
            }
        }
        return List.of();
    }

    private static List<Swap> places(Form question, Form followUp) {
        var old = firstPlace(question);
        var now = firstPlace(followUp);
        return old.isEmpty() || now.isEmpty() || old.equals(now)
                ? List.of()
                : List.of(new Swap(old.get(), now.get(), now.get()));
    }

    /** The place that is named first, as it is called in the text. */
    private static Optional<String> firstPlace(Form form) {
        return form.entities().places().stream()
                .flatMap(place -> Stream.of(place.name(), brief(place.name())))
                .filter(name -> name.length() > 1 && form.normal().contains(name))
                .min(Comparator.comparingInt((String name) -> form.normal().indexOf(name))
                        .thenComparing(Comparator.comparingInt(String::length).reversed()));
    }

    /** 泰州市 → 泰州. */
    private static String brief(String name) {
        return name.substring(0, name.length() - 1);
    }
}
