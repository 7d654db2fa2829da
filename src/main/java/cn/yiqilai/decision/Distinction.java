package cn.yiqilai.decision;

import cn.yiqilai.knowledge.Entry;
import cn.yiqilai.platform.Messages;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * By what candidates differ so cleanly that one short question splits them all: each candidate has its own word for it and no
 * two share one. Asked in this order, because who somebody is he knows best.
 */
enum Distinction {
    /** 小规模纳税人 or 一般纳税人; the same is asked of each. */
    PARTY {
        @Override
        Optional<List<String>> labels(List<Entry> candidates) {
            return alike(candidates) ? ownWords(candidates, PARTIES) : Optional.empty();
        }

        @Override
        String question(String said, List<Entry> candidates, List<String> labels) {
            var asker = IntStream.range(0, labels.size())
                    .allMatch(i -> candidates.get(i).audience().contains(labels.get(i)));
            return Messages.of(asker ? "clarify.party" : "clarify.thing", either(labels));
        }
    },
    /** 首次办理, 变更 or 注销. */
    STAGE {
        @Override
        Optional<List<String>> labels(List<Entry> candidates) {
            return alike(candidates) ? ownWords(candidates, STAGES) : Optional.empty();
        }

        @Override
        String question(String said, List<Entry> candidates, List<String> labels) {
            return Messages.of("clarify.stage", either(labels));
        }
    },
    /** One rule of several places. */
    PLACE {
        @Override
        Optional<List<String>> labels(List<Entry> candidates) {
            return nearlyEqual(candidates)
                    ? distinct(candidates.stream().map(Entry::place).toList())
                    : Optional.empty();
        }

        @Override
        String question(String said, List<Entry> candidates, List<String> labels) {
            return Messages.of("clarify.place", either(labels));
        }
    },
    /** One rule of several years. */
    YEAR {
        @Override
        Optional<List<String>> labels(List<Entry> candidates) {
            return nearlyEqual(candidates) ? ownWords(candidates, YEARS) : Optional.empty();
        }

        @Override
        String question(String said, List<Entry> candidates, List<String> labels) {
            return Messages.of("clarify.thing", either(labels));
        }
    },
    /** The same is asked of several things: how long a trade mark lasts, how long a licence does. */
    THING {
        @Override
        Optional<List<String>> labels(List<Entry> candidates) {
            if (!alike(candidates)) {
                return Optional.empty();
            }
            var common = Wording.common(candidates);
            return Optional.of(candidates.stream()
                            .map(entry -> Wording.thingBefore(common, entry.question()))
                            .flatMap(Optional::stream)
                            .toList())
                    .filter(things -> things.size() == candidates.size())
                    .flatMap(Distinction::distinct);
        }

        @Override
        String question(String said, List<Entry> candidates, List<String> labels) {
            return Messages.of("clarify.thing", either(labels));
        }
    },
    /** Several things are asked of the same: the conditions, or how long it takes. */
    FACET {
        @Override
        Optional<List<String>> labels(List<Entry> candidates) {
            var facets =
                    candidates.stream().map(entry -> Facet.of(entry.question())).toList();
            var own = new ArrayList<String>();
            for (var facet : facets) {
                facet.stream()
                        .filter(one ->
                                facets.stream().filter(all -> all.contains(one)).count() == 1)
                        .findFirst()
                        .map(Facet::label)
                        .ifPresent(own::add);
            }
            return own.size() == candidates.size() ? Optional.of(own) : Optional.empty();
        }

        @Override
        String question(String said, List<Entry> candidates, List<String> labels) {
            return Wording.subject(said, candidates)
                    .map(subject -> Messages.of("clarify.facet-of", subject, either(labels)))
                    .orElseGet(() -> Messages.of("clarify.facet", either(labels)));
        }
    };

    private static final Pattern PARTIES =
            Pattern.compile("小规模纳税人|一般纳税人|个体工商户|个人独资企业|合伙企业|外商投资企业|小型微利企业|小微企业|高新技术企业|科技型中小企业|大型企业|中小企业"
                    + "|机关、事业单位|劳务派遣单位|用工单位|灵活就业人员|有限责任公司|股份有限公司|分公司|子公司|自然人|个人|职工|单位");

    private static final Pattern STAGES = Pattern.compile("首次|新办|设立|变更|延续|续展|补办|注销|转让|换发");
    private static final Pattern YEARS = Pattern.compile("20\\d\\d年");
    /** Share of common pairs of characters from which two questions are one but for a name. */
    private static final double NEARLY_EQUAL = 0.5;

    /** A label for each candidate, in their order; empty when it does not split them cleanly. */
    abstract Optional<List<String>> labels(List<Entry> candidates);

    /**
     * The question back.
     *
     * @param said what was not clear
     * @param labels one a candidate
     */
    abstract String question(String said, List<Entry> candidates, List<String> labels);

    /** Every candidate names exactly one such word, each its own. */
    private static Optional<List<String>> ownWords(List<Entry> candidates, Pattern words) {
        var own = candidates.stream()
                .map(entry -> onlyWord(entry.question(), words))
                .toList();
        return own.stream().anyMatch(Objects::isNull)
                ? Optional.empty()
                : distinct(own.stream().map(Objects::requireNonNull).toList());
    }

    private static @Nullable String onlyWord(String question, Pattern words) {
        var found = new HashSet<String>();
        var matcher = words.matcher(question);
        while (matcher.find()) {
            found.add(matcher.group());
        }
        return found.size() == 1 ? found.iterator().next() : null;
    }

    /** No label is another one or part of it. */
    private static Optional<List<String>> distinct(List<String> labels) {
        for (var i = 0; i < labels.size(); i++) {
            for (var j = 0; j < labels.size(); j++) {
                if (i != j && labels.get(i).contains(labels.get(j))) {
                    return Optional.empty();
                }
            }
        }
        return Optional.of(labels);
    }

    /** The same is asked of each, as far as can be told. */
    private static boolean alike(List<Entry> candidates) {
        Set<Facet> shared = new HashSet<>(List.of(Facet.values()));
        candidates.forEach(entry -> shared.retainAll(Facet.of(entry.question())));
        return !shared.isEmpty();
    }

    private static boolean nearlyEqual(List<Entry> candidates) {
        var first = candidates.getFirst().question();
        return candidates.stream().allMatch(entry -> Wording.likeness(first, entry.question()) >= NEARLY_EQUAL);
    }

    /** 甲，还是乙; 甲、乙，还是丙. */
    private static String either(List<String> labels) {
        return Messages.of("clarify.either", String.join("、", labels.subList(0, labels.size() - 1)), labels.getLast());
    }
}
