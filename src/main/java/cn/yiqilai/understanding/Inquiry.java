package cn.yiqilai.understanding;

import cn.yiqilai.understanding.Clause.Border;
import cn.yiqilai.understanding.Clause.Role;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What an utterance asks, told apart from what it tells besides: one question, several, or nothing that can be made out.
 *
 * @param clauses all of it, in order
 * @param asked the questions, in order; empty when no clause asks
 */
public record Inquiry(List<Clause> clauses, List<Asked> asked) {
    /** What the encoder reads of a text, in code points: 64 tokens, two of which are its own. */
    public static final int ENCODED = 62;

    /** A text up to here is as good as its question. */
    private static final int PLAIN = 30;

    private static final int MOST_READINGS = 2;

    /**
     * One question.
     *
     * @param words as they were said
     * @param announced as a further one, by 另外 or a number
     * @param readings one or two texts to look for, the more promising first, none longer than {@link #ENCODED}: the words with
     *     the facts that stand nearest, the words alone, or with the topic of the question before
     */
    public record Asked(String words, boolean announced, List<String> readings) {
        public Asked {
            readings = List.copyOf(readings);
        }
    }

    public Inquiry {
        clauses = List.copyOf(clauses);
        asked = List.copyOf(asked);
    }

    /** @param text in plain script, see {@link Analyzer#plain} */
    public static Inquiry of(String text) {
        var clauses = settled(Clauses.of(text));
        var groups = groups(clauses);
        var asked = IntStream.range(0, groups.size())
                .mapToObj(index -> asked(clauses, groups, index))
                .toList();
        return new Inquiry(clauses, asked);
    }

    /** True when it asks more than one thing, as far as its words tell. */
    public boolean hasParts() {
        return asked.size() > 1;
    }

    /** True when one question stands among so much else that it is worth reading by itself. */
    public boolean isSituational() {
        return asked.size() == 1 && length() > PLAIN && clauses.stream().anyMatch(clause -> !clause.is(Role.ASKING));
    }

    /** What was said beside the questions, as much as the encoder reads; absent when there is nothing, or nothing was asked. */
    public Optional<String> told() {
        var told = clauses.stream()
                .filter(clause -> !clause.is(Role.ASKING))
                .map(Clause::text)
                .collect(Collectors.joining(","));
        return asked.isEmpty() || told.isEmpty() ? Optional.empty() : Optional.of(cut(told));
    }

    /** Of all clauses, in code points. */
    public int length() {
        return clauses.stream().mapToInt(clause -> length(clause.text())).sum();
    }

    /** Who wonders, asks when nobody else does; who checks, asks when he checks what stands in the same sentence. */
    private static List<Clause> settled(List<Clause> heard) {
        var clauses = new ArrayList<>(heard);
        for (var i = 1; i < clauses.size(); i++) {
            if (checksItsSentence(clauses, i)) {
                clauses.set(i, clauses.get(i).as(Role.ASKING));
            }
        }
        clauses.replaceAll(clause -> isLedFurther(clause) ? clause.as(Role.ASKING) : clause);
        forgetTold(clauses);
        promote(clauses, Role.WONDERING);
        promote(clauses, Role.CHECKING);
        return clauses.stream()
                .map(clause -> clause.is(Role.WONDERING) ? clause.as(Role.FACT) : clause)
                .map(clause -> clause.is(Role.CHECKING) ? clause.as(Role.NOISE) : clause)
                .filter(clause -> !clause.text().isEmpty())
                .toList();
    }

    private static boolean checksItsSentence(List<Clause> clauses, int at) {
        var before = clauses.get(at - 1);
        return clauses.get(at).is(Role.CHECKING)
                && clauses.get(at).border() == Border.COMMA
                && (before.is(Role.FACT) || before.is(Role.WONDERING));
    }

    /** 另外想了解一下…: announced as a further question, whatever its words. */
    private static boolean isLedFurther(Clause clause) {
        return clause.is(Role.WONDERING) && clause.marked() && clause.border() == Border.ADDITION;
    }

    /** What sounds like a question in the middle of a story is part of it, when a marked question comes behind. */
    private static void forgetTold(List<Clause> clauses) {
        var marked = false;
        var apart = false;
        for (var i = clauses.size() - 1; i >= 0; i--) {
            var clause = clauses.get(i);
            if (!clause.is(Role.ASKING)) {
                apart |= marked;
            } else if (clause.marked()) {
                marked = true;
                apart = false;
            } else if (apart) {
                clauses.set(i, clause.as(Role.FACT));
            }
            apart |= marked && clause.border() != Border.COMMA;
        }
    }

    private static void promote(List<Clause> clauses, Role role) {
        if (clauses.stream().noneMatch(clause -> clause.is(Role.ASKING))) {
            clauses.replaceAll(clause -> clause.is(role) ? clause.as(Role.ASKING) : clause);
        }
    }

    /** From the first to the last clause of a question, both included. */
    private record Group(int first, int last) {
        boolean contains(int at) {
            return first <= at && at <= last;
        }

        int distance(int at) {
            return at < first ? first - at : at - last;
        }
    }

    private static List<Group> groups(List<Clause> clauses) {
        var groups = new ArrayList<Group>();
        for (var i = 0; i < clauses.size(); i++) {
            if (!clauses.get(i).is(Role.ASKING)) {
                continue;
            }
            if (!groups.isEmpty() && asksTheSame(clauses, groups.getLast(), i)) {
                groups.set(groups.size() - 1, new Group(groups.getLast().first(), i));
            } else {
                groups.add(new Group(i, i));
            }
        }
        return groups;
    }

    private static boolean asksTheSame(List<Clause> clauses, Group group, int at) {
        var clause = clauses.get(at);
        var before = words(clauses, group);
        if (clause.border() == Border.ADDITION) {
            return false;
        }
        if (Gist.own(before).isEmpty() || Gist.restates(clause.text(), before)) {
            return true;
        }
        var sentenceEnds = clauses.subList(group.last() + 1, at + 1).stream()
                .anyMatch(between -> between.border() != Border.COMMA);
        return !sentenceEnds && !Gist.asksForAnother(clause.text(), before);
    }

    private static Asked asked(List<Clause> clauses, List<Group> groups, int index) {
        var group = groups.get(index);
        var words = words(clauses, group);
        var sentence = withCondition(clauses, group);
        var from = index == 0 ? 0 : groups.get(index - 1).last() + 1;
        var to = index == groups.size() - 1 ? clauses.size() : group.last() + 1;
        var full = withFacts(clauses, group, from, to);
        var readings = index == 0
                ? List.of(full, sentence)
                : furtherReadings(words, full, words(clauses, groups.get(index - 1)));
        return new Asked(
                sentence,
                index > 0 && clauses.get(group.first()).border() == Border.ADDITION,
                readings.stream()
                        .map(Inquiry::cut)
                        .distinct()
                        .limit(MOST_READINGS)
                        .toList());
    }

    private static List<String> furtherReadings(String words, String full, String before) {
        if (Gist.continues(words)) {
            return List.of(before + "," + words);
        }
        var completed = Gist.topic(before) + "," + full;
        return Gist.leans(words) ? List.of(completed, full) : List.of(full, completed);
    }

    /** The question with as many facts as there is room for, the nearest, in the order in which they were said. */
    private static String withFacts(List<Clause> clauses, Group group, int from, int to) {
        var kept = new TreeSet<Integer>();
        IntStream.rangeClosed(group.first(), group.last())
                .filter(i -> !clauses.get(i).is(Role.NOISE))
                .forEach(kept::add);
        var facts = IntStream.range(from, to)
                .filter(i -> clauses.get(i).is(Role.FACT) && !group.contains(i))
                .boxed()
                .sorted(Comparator.comparingInt(group::distance))
                .toList();
        var room = ENCODED
                - kept.stream().mapToInt(i -> length(clauses.get(i).text()) + 1).sum();
        for (var fact : facts) {
            room -= length(clauses.get(fact).text()) + 1;
            if (room < 0) {
                break;
            }
            kept.add(fact);
        }
        return kept.stream().map(i -> clauses.get(i).text()).collect(Collectors.joining(","));
    }

    private static String words(List<Clause> clauses, Group group) {
        var start = group.first();
        // What is checked stands before it.
        var first = start > 0 && Speech.isCheck(clauses.get(start).text()) ? start - 1 : start;
        return clauses.subList(first, group.last() + 1).stream()
                .filter(one -> !one.is(Role.NOISE))
                .map(Clause::text)
                .collect(Collectors.joining(","));
    }

    /** 没有许可证，罚多少钱: with what stands before it in a sentence of two clauses. */
    private static String withCondition(List<Clause> clauses, Group group) {
        var words = words(clauses, group);
        if (group.first() == 0 || clauses.get(group.first()).border() != Border.COMMA) {
            return words;
        }
        var before = clauses.get(group.first() - 1);
        return before.is(Role.FACT) && before.border() != Border.COMMA && !words.startsWith(before.text())
                ? before.text() + "," + words
                : words;
    }

    private static String cut(String text) {
        return length(text) <= ENCODED ? text : text.substring(0, text.offsetByCodePoints(0, ENCODED));
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
