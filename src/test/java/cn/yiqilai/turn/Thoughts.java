package cn.yiqilai.turn;

import cn.yiqilai.city.Place;
import cn.yiqilai.decision.Confidence;
import cn.yiqilai.decision.ConfidenceModel;
import cn.yiqilai.decision.Decision;
import cn.yiqilai.decision.DecisionPolicy;
import cn.yiqilai.decision.FittedModel;
import cn.yiqilai.decision.OperatingPoint;
import cn.yiqilai.decision.Reason;
import cn.yiqilai.decision.Rule;
import cn.yiqilai.decision.Ruling;
import cn.yiqilai.decision.Thresholds;
import cn.yiqilai.retrieval.Evidence;
import cn.yiqilai.retrieval.Hit;
import cn.yiqilai.retrieval.Ranking;
import cn.yiqilai.retrieval.RankingModel;
import cn.yiqilai.retrieval.Signal;
import cn.yiqilai.retrieval.Target;
import cn.yiqilai.understanding.Entities;
import cn.yiqilai.understanding.Form;
import cn.yiqilai.understanding.Query;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Thoughts made by hand, and a reader that has them by text and counts what it is asked. */
final class Thoughts implements Reader {
    private static final FittedModel MODEL =
            new FittedModel(RankingModel.UNFITTED, ConfidenceModel.UNFITTED, new Thresholds(0.75, 0.2, 0.3, 2));

    private final Map<String, Thought> known = new HashMap<>();
    final List<String> read = new ArrayList<>();

    Thoughts knowing(String text, Thought thought) {
        known.put(text, thought);
        return this;
    }

    @Override
    public Thought read(String text) {
        read.add(text);
        var thought = known.get(text);
        if (thought == null) {
            throw new AssertionError("nobody should read: " + text);
        }
        return thought;
    }

    @Override
    public Ruling decide(Ranking ranking, Confidence confidence) {
        return decided(ranking, confidence);
    }

    private static Ruling decided(Ranking ranking, Confidence confidence) {
        return new DecisionPolicy(MODEL).decide(ranking, OperatingPoint.PUBLIC, confidence);
    }

    /** Sure or unsure of that entry, as its confidence says. */
    static Thought of(String entry, double confidence) {
        return of(entry, confidence, Map.of());
    }

    /** Word for word a question that an editor wrote. */
    static Thought known(String entry) {
        return of(entry, 0.99, Map.of(Signal.EXACT, 1.0));
    }

    static Thought because(Reason reason) {
        var ranking = ranking(List.of());
        var decision =
                switch (reason) {
                    case EMERGENCY, NOT_ACCEPTED, CITIZEN_MATTER ->
                        new Decision.Decline(reason, Optional.of("intent"), List.of(), Confidence.NONE);
                    case CHITCHAT -> new Decision.SmallTalk(Optional.of("intent"), List.of(), Confidence.NONE);
                    case WANTS_HUMAN, NEEDS_WORK_ORDER ->
                        new Decision.Handoff(reason, Optional.of("intent"), List.of(), Confidence.NONE);
                    case LOW_CONFIDENCE, EXPIRED_POLICY, OTHER_REGION, AMBIGUOUS ->
                        new Decision.Handoff(reason, Optional.empty(), List.of(), Confidence.NONE);
                };
        return new Thought(
                "", ranking.query(), ranking, new Ruling(decision, Rule.INTENT, MODEL, OperatingPoint.PUBLIC));
    }

    private static Thought of(String entry, double confidence, Map<Signal, Double> signals) {
        var values = new double[Signal.values().length];
        signals.forEach((signal, value) -> values[signal.ordinal()] = value);
        var hit = new Hit(Target.entry(entry), 1, new Evidence(values, entry), Set.of(), null);
        var ranking = ranking(List.of(hit));
        return new Thought(entry, ranking.query(), ranking, decided(ranking, new Confidence(confidence)));
    }

    private static Ranking ranking(List<Hit> hits) {
        var entities = new Entities(Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), false);
        var form = new Form("问", "问", "问", List.of(), Set.of(), Set.of(), Set.of(), entities);
        var query = new Query(form, LocalDate.of(2026, 11, 20), new Place("盐城市", null));
        return new Ranking(query, hits, List.of(), List.of());
    }
}
