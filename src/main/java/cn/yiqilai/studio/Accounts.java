package cn.yiqilai.studio;

import cn.yiqilai.decision.DecisionPolicy;
import cn.yiqilai.decision.OperatingPoint;
import cn.yiqilai.decision.Rule;
import cn.yiqilai.decision.Thresholds;
import cn.yiqilai.knowledge.Entry;
import cn.yiqilai.platform.Messages;
import cn.yiqilai.retrieval.Signal;
import cn.yiqilai.studio.Explainer.Rival;
import cn.yiqilai.studio.Explanation.Decided;
import cn.yiqilai.studio.Explanation.Piece;
import cn.yiqilai.studio.Explanation.Threshold;
import cn.yiqilai.turn.Reply;
import cn.yiqilai.turn.TurnEvidence;
import cn.yiqilai.turn.TurnEvidence.Seen;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says in words what the numbers of an explanation mean. */
final class Accounts {
    private static final int REASONS_NAMED = 3;
    private static final double WORTH_NAMING = 0.005;

    private final Names names;

    Accounts(Names names) {
        this.names = names;
    }

    /** Why a candidate won or lost: 比第一名少 2.31 分：与最近问法的语义相似度 −1.20，金额、数量相符的程度 −0.80。 */
    String candidate(Seen one, List<Piece> evidence, Optional<Rival> rival) {
        return rival.map(other -> compared(one, evidence, other)).orElseGet(() -> Messages.of("studio.explain.alone"));
    }

    private static String compared(Seen one, List<Piece> evidence, Rival rival) {
        var difference = score(one) - score(rival.seen());
        var parts = differences(evidence, rival.evidence(), difference < 0);
        return Messages.of(
                difference < 0 ? "studio.explain.behind" : "studio.explain.ahead",
                place(one, rival.seen(), difference),
                number(Math.abs(difference)),
                parts.isEmpty() ? "" : Messages.of("studio.explain.because", parts));
    }

    /** Entries are compared among each other, intents with the entry that leads. */
    private static String place(Seen one, Seen rival, double difference) {
        if (isIntent(one) != isIntent(rival)) {
            return Messages.of(isIntent(rival) ? "studio.explain.first-intent" : "studio.explain.first-entry");
        }
        return Messages.of(difference < 0 ? "studio.explain.first" : "studio.explain.second");
    }

    private static boolean isIntent(Seen seen) {
        return seen.reason() != null;
    }

    /** What made most of the difference, in its direction. */
    private static String differences(List<Piece> own, List<Piece> other, boolean behind) {
        var labels = new HashMap<String, String>();
        var differences = new HashMap<String, Double>();
        own.forEach(piece -> add(piece, 1, labels, differences));
        other.forEach(piece -> add(piece, -1, labels, differences));
        Comparator<Map.Entry<String, Double>> ascending = Map.Entry.comparingByValue();
        return differences.entrySet().stream()
                .filter(pair -> behind ? pair.getValue() <= -WORTH_NAMING : pair.getValue() >= WORTH_NAMING)
                .sorted((behind ? ascending : ascending.reversed()).thenComparing(Map.Entry.comparingByKey()))
                .limit(REASONS_NAMED)
                .map(pair -> labels.get(pair.getKey()) + " " + signed(pair.getValue()))
                .collect(Collectors.joining("，"));
    }

    private static void add(Piece piece, int sign, Map<String, String> labels, Map<String, Double> differences) {
        labels.put(piece.code(), piece.label());
        var contribution = piece.contribution();
        if (contribution != null) {
            differences.merge(piece.code(), sign * contribution, Double::sum);
        }
    }

    String withheld(Seen one, TurnEvidence turn) {
        var why = unsayable(one);
        var score = one.score();
        if (score == null || turn.entries().isEmpty()) {
            return Messages.of("studio.explain.withheld", why);
        }
        var difference = score - score(turn.entries().getFirst());
        return Messages.of(
                difference > 0 ? "studio.explain.withheld-ahead" : "studio.explain.withheld-behind",
                why,
                number(Math.abs(difference)));
    }

    private String unsayable(Seen one) {
        var entry = names.known(one.id());
        return switch (Objects.requireNonNull(one.why())) {
            case EXPIRED -> dated("studio.explain.expired", entry.map(Entry::validUntil));
            case NOT_YET -> dated("studio.explain.not-yet", entry.map(Entry::validFrom));
            case OTHER_REGION ->
                entry.map(known -> Messages.of("studio.explain.other-region", known.place()))
                        .orElseGet(() -> Messages.of("studio.explain.elsewhere"));
        };
    }

    private static String dated(String code, Optional<?> day) {
        return day.map(known -> Messages.of(code + "-on", known.toString())).orElseGet(() -> Messages.of(code));
    }

    /** The cues speak for one reading; several readings of one message decide together. */
    String confidence(TurnEvidence turn, @Nullable Double byCues) {
        if (byCues == null) {
            return "";
        }
        return Math.abs(byCues - turn.confidence()) < WORTH_NAMING
                ? Messages.of("studio.explain.by-cues")
                : Messages.of("studio.explain.by-readings", number(byCues), number(turn.confidence()));
    }

    Decided decision(TurnEvidence turn) {
        var thresholds = turn.thresholds() == null ? Map.<String, Double>of() : turn.thresholds();
        return new Decided(
                kind(turn.decision()),
                turn.reason(),
                turn.point(),
                turn.rule(),
                turn.rule() == null ? "" : why(turn, turn.rule(), thresholds),
                thresholds.entrySet().stream()
                        .map(pair -> new Threshold(
                                pair.getKey(), Messages.of("studio.threshold." + pair.getKey()), pair.getValue()))
                        .toList());
    }

    private static Reply.Kind kind(String decision) {
        return Arrays.stream(Reply.Kind.values())
                .filter(kind -> kind.name().replace("_", "").equalsIgnoreCase(decision))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no such decision: " + decision));
    }

    private String why(TurnEvidence turn, Rule rule, Map<String, Double> thresholds) {
        var confidence = number(turn.confidence());
        var point = turn.point() == null ? OperatingPoint.PUBLIC : turn.point();
        var answer = number(thresholds.getOrDefault(Thresholds.answerName(point), 1.0));
        return switch (rule) {
            case NOTHING_SAID -> Messages.of("studio.rule.nothing-said");
            case EMERGENCY, INTENT -> intent(turn, rule, thresholds);
            case SURE -> Messages.of("studio.rule.sure", confidence, answer);
            case WITHHELD -> Messages.of("studio.rule.withheld", blocking(turn));
            case AMBIGUOUS ->
                Messages.of(
                        "studio.rule.ambiguous", confidence, answer, percent(thresholds.getOrDefault("CLARIFY", 1.0)));
            case ASKED_BEFORE -> Messages.of("studio.rule.asked-before", confidence, answer);
            case PICKED -> Messages.of("studio.rule.picked");
            case REFUSED -> Messages.of("studio.rule.refused");
            case UNGROUNDED -> Messages.of("studio.rule.ungrounded", confidence, answer);
            case COURTESY -> Messages.of("studio.rule.courtesy");
            case UNSURE -> Messages.of("studio.rule.unsure", confidence, answer);
        };
    }

    private String intent(TurnEvidence turn, Rule rule, Map<String, Double> thresholds) {
        Predicate<Seen> ofReason =
                seen -> turn.reason() != null && turn.reason().name().equals(seen.reason());
        var share = turn.intents().stream()
                .filter(ofReason)
                .mapToDouble(seen -> zeroIfNull(seen.share()))
                .sum();
        var title = turn.intents().stream()
                .filter(ofReason)
                .findFirst()
                .map(seen -> names.intent(seen.id()).orElse(seen.id()))
                .orElse("");
        return rule == Rule.EMERGENCY
                ? Messages.of(
                        "studio.rule.emergency",
                        title,
                        percent(share),
                        percent(thresholds.getOrDefault("EMERGENCY", 0.0)))
                : Messages.of(
                        "studio.rule.intent", title, percent(share), percent(thresholds.getOrDefault("INTENT", 0.0)));
    }

    /** The first that fits well enough is the one that decided. */
    private String blocking(TurnEvidence turn) {
        return turn.withheld().stream()
                .filter(Accounts::fitsWell)
                .findFirst()
                .map(seen -> Messages.of(
                        "studio.explain.named", names.entry(seen.id()).orElse(seen.id()), unsayable(seen)))
                .orElse("");
    }

    private static boolean fitsWell(Seen seen) {
        var signals = seen.signals();
        return signals != null && signals.getOrDefault(Signal.COSINE.name(), 0.0) >= DecisionPolicy.WITHHELD_COSINE;
    }

    private static double score(Seen seen) {
        return zeroIfNull(seen.score());
    }

    private static double zeroIfNull(@Nullable Double value) {
        return value == null ? 0 : value;
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f%%", share * 100);
    }

    /** With a true minus sign, as people write it. */
    private static String signed(double value) {
        return (value < 0 ? "−" : "+") + number(Math.abs(value));
    }
}
