package cn.yiqilai.decision;

import cn.yiqilai.retrieval.Hit;
import cn.yiqilai.retrieval.Ranking;
import cn.yiqilai.retrieval.Ranking.Why;
import cn.yiqilai.retrieval.Signal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Decides. Pure. */
public final class DecisionPolicy {
    /** A withheld rule is named when it fits at least this well and better than anything that may be said. */
    public static final double WITHHELD_COSINE = 0.72;

    private static final int MOST_OPTIONS = 4;
    /** Below this cosine a sentence does not resemble an example at all. */
    private static final double INTENT_COSINE = 0.55;

    private final FittedModel model;
    private final Thresholds thresholds;

    public DecisionPolicy(FittedModel model) {
        this.model = model;
        this.thresholds = model.thresholds();
    }

    public FittedModel model() {
        return model;
    }

    /** For an enterprise that reads the reply by itself. */
    public Ruling decide(Ranking ranking) {
        return decide(ranking, OperatingPoint.PUBLIC);
    }

    /** @param point for whom; what is generous for one is precise for the other, in all else they are alike */
    public Ruling decide(Ranking ranking, OperatingPoint point) {
        return decide(ranking, point, model.confidence().of(ranking));
    }

    /** @param confidence what is known of the first entry beyond its own ranking, see {@link Consensus} */
    public Ruling decide(Ranking ranking, OperatingPoint point, Confidence confidence) {
        if (ranking.query().form().isEmpty()) {
            var nothing = new Decision.SmallTalk(Optional.empty(), ranking.entries(), Confidence.NONE);
            return ruling(point, Rule.NOTHING_SAID, nothing);
        }
        var masses = Masses.of(ranking);
        if (masses.share(Reason.EMERGENCY) >= thresholds.emergency() && resembles(ranking, Reason.EMERGENCY)) {
            var danger = new Decision.Decline(
                    Reason.EMERGENCY, best(ranking, Reason.EMERGENCY), ranking.entries(), confidence);
            return ruling(point, Rule.EMERGENCY, danger);
        }
        var withheld = withheld(ranking);
        if (withheld.isEmpty() && confidence.value() >= thresholds.answerFrom(point)) {
            return ruling(point, Rule.SURE, new Decision.Answer(ranking.entries(), confidence));
        }
        return intent(ranking, masses, confidence)
                .map(decision -> ruling(point, Rule.INTENT, decision))
                .or(() -> withheld.map(why -> ruling(
                        point,
                        Rule.WITHHELD,
                        new Decision.Handoff(reason(why), Optional.empty(), ranking.entries(), confidence))))
                .or(() -> clarify(masses, confidence).map(decision -> ruling(point, Rule.AMBIGUOUS, decision)))
                .orElseGet(() -> ruling(point, Rule.UNSURE, unsure(ranking, confidence)));
    }

    private Ruling ruling(OperatingPoint point, Rule rule, Decision decision) {
        return new Ruling(decision, rule, model, point);
    }

    public Thresholds thresholds() {
        return thresholds;
    }

    private Decision unsure(Ranking ranking, Confidence confidence) {
        var reason = ranking.query().namesElsewhere() ? Reason.OTHER_REGION : Reason.LOW_CONFIDENCE;
        return new Decision.Handoff(reason, Optional.empty(), ranking.entries(), confidence);
    }

    /** The reason that holds most weight, when it holds enough. */
    private Optional<Decision> intent(Ranking ranking, Masses masses, Confidence confidence) {
        return masses.reasons().entrySet().stream()
                .filter(pair -> pair.getKey() != Reason.LOW_CONFIDENCE)
                .filter(pair -> pair.getValue() >= thresholds.intent() && resembles(ranking, pair.getKey()))
                .max(Map.Entry.comparingByValue())
                .map(pair -> act(pair.getKey(), ranking, confidence));
    }

    private static Decision act(Reason reason, Ranking ranking, Confidence confidence) {
        var intent = best(ranking, reason);
        var suggestions = ranking.entries();
        return switch (reason) {
            case WANTS_HUMAN, NEEDS_WORK_ORDER, LOW_CONFIDENCE, EXPIRED_POLICY, OTHER_REGION ->
                new Decision.Handoff(reason, intent, suggestions, confidence);
            case EMERGENCY, NOT_ACCEPTED, CITIZEN_MATTER ->
                new Decision.Decline(reason, intent, suggestions, confidence);
            case CHITCHAT, AMBIGUOUS -> new Decision.SmallTalk(intent, suggestions, confidence);
        };
    }

    /** Asking is worth while when the right one is likely among the options, though none is sure by itself. */
    private Optional<Decision> clarify(Masses masses, Confidence confidence) {
        var options = masses.meanings().stream()
                .filter(meaning -> meaning.share() >= thresholds.option())
                .sorted(Comparator.comparingDouble(Masses.Meaning::share).reversed())
                .limit(MOST_OPTIONS)
                .toList();
        var held = options.stream().mapToDouble(Masses.Meaning::share).sum();
        if (options.size() < 2 || held < thresholds.clarify()) {
            return Optional.empty();
        }
        List<Hit> hits = options.stream().map(Masses.Meaning::best).toList();
        return Optional.of(new Decision.Clarify(hits, confidence));
    }

    private static Optional<Why> withheld(Ranking ranking) {
        var bestSaid = ranking.entries().isEmpty()
                ? Double.NEGATIVE_INFINITY
                : ranking.entries().getFirst().score();
        return ranking.withheld().stream()
                .filter(found -> found.hit().score() > bestSaid)
                .filter(found -> found.hit().evidence().of(Signal.COSINE) >= WITHHELD_COSINE)
                .map(Ranking.Withheld::why)
                .findFirst();
    }

    private static Reason reason(Why why) {
        return switch (why) {
            case EXPIRED, NOT_YET -> Reason.EXPIRED_POLICY;
            case OTHER_REGION -> Reason.OTHER_REGION;
        };
    }

    /** A share says which is nearest; of a lone letter something is nearest too, and nothing resembles it. */
    private static boolean resembles(Ranking ranking, Reason reason) {
        return ranking.intents().stream()
                .filter(hit -> reason.name().equals(hit.reason()))
                .map(Hit::evidence)
                .anyMatch(evidence -> evidence.of(Signal.COSINE) >= INTENT_COSINE || evidence.of(Signal.PHRASE) > 0);
    }

    private static Optional<String> best(Ranking ranking, Reason reason) {
        return ranking.intents().stream()
                .filter(hit -> reason.name().equals(hit.reason()))
                .findFirst()
                .map(hit -> hit.target().id());
    }
}
