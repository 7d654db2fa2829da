package cn.yiqilai.decision;

import cn.yiqilai.city.Place;
import cn.yiqilai.retrieval.Evidence;
import cn.yiqilai.retrieval.Hit;
import cn.yiqilai.retrieval.Ranking;
import cn.yiqilai.retrieval.Ranking.Why;
import cn.yiqilai.retrieval.Ranking.Withheld;
import cn.yiqilai.retrieval.Signal;
import cn.yiqilai.retrieval.Target;
import cn.yiqilai.understanding.Entities;
import cn.yiqilai.understanding.Form;
import cn.yiqilai.understanding.Query;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Rankings made by hand. */
final class Rankings {
    private static final Place NATION = new Place("全国", null);
    private static final Place YANCHENG = new Place("盐城市", NATION);
    private static final Place SUZHOU = new Place("苏州市", NATION);

    private final List<Hit> entries = new ArrayList<>();
    private final List<Hit> intents = new ArrayList<>();
    private final List<Withheld> withheld = new ArrayList<>();
    private String text = "试用期多久";
    private Set<Place> places = Set.of();

    static Rankings ranking() {
        return new Rankings();
    }

    Rankings saidNothing() {
        text = "";
        return this;
    }

    Rankings askedAboutSuzhou() {
        places = Set.of(SUZHOU);
        return this;
    }

    Rankings entry(String id, double score, String... basis) {
        entries.add(new Hit(Target.entry(id), score, evidence(Map.of()), Set.of(basis), null));
        return this;
    }

    Rankings intent(String id, double score, Reason reason) {
        var signals = reason == Reason.LOW_CONFIDENCE
                ? Map.of(Signal.COSINE, 0.8, Signal.UNCOVERED, 1.0)
                : Map.of(Signal.COSINE, 0.8);
        intents.add(new Hit(Target.intent(id), score, evidence(signals), Set.of(), reason.name()));
        return this;
    }

    Rankings withheld(String id, double score, double cosine, Why why) {
        var hit = new Hit(Target.entry(id), score, evidence(Map.of(Signal.COSINE, cosine)), Set.of(), null);
        withheld.add(new Withheld(hit, why));
        return this;
    }

    Ranking done() {
        var bestFirst = Comparator.comparingDouble(Hit::score).reversed();
        return new Ranking(
                query(),
                entries.stream().sorted(bestFirst).toList(),
                intents.stream().sorted(bestFirst).toList(),
                withheld.stream()
                        .sorted(Comparator.comparing(Withheld::hit, bestFirst))
                        .toList());
    }

    private Query query() {
        var entities = new Entities(Set.of(), places, Set.of(), Set.of(), Set.of(), false);
        var form = new Form(text, text, text, List.of(), Set.of(), Set.of(), Set.of(), entities);
        return new Query(form, LocalDate.of(2026, 3, 20), YANCHENG);
    }

    static Evidence evidence(Map<Signal, Double> signals) {
        var values = new double[Signal.values().length];
        signals.forEach((signal, value) -> values[signal.ordinal()] = value);
        return new Evidence(values, "一个问法");
    }
}
