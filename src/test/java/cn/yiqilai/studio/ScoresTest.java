package cn.yiqilai.studio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cn.yiqilai.city.Place;
import cn.yiqilai.decision.Confidence;
import cn.yiqilai.decision.ConfidenceModel;
import cn.yiqilai.decision.Decision;
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
import cn.yiqilai.studio.Evaluation.Outcome;
import cn.yiqilai.studio.EvaluationResult.Kind;
import cn.yiqilai.studio.EvaluationResult.Miss;
import cn.yiqilai.studio.QuestionSet.Labelled;
import cn.yiqilai.studio.QuestionSet.Source;
import cn.yiqilai.turn.Reply;
import cn.yiqilai.turn.Thought;
import cn.yiqilai.understanding.Entities;
import cn.yiqilai.understanding.Form;
import cn.yiqilai.understanding.Query;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ScoresTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 20);
    private static final FittedModel MODEL =
            new FittedModel(RankingModel.UNFITTED, ConfidenceModel.UNFITTED, new Thresholds(0.7, 0.2, 0.3, 0.6));

    private final List<Outcome> outcomes = new ArrayList<>();

    @Test
    void ranks_become_shares() {
        answered(0.9, "a", "a", "b");
        handedOver(0.5, "b", "a", "b");
        handedOver(0.4, "d", "a", "b", "c", "d");
        handedOver(0.3, "z", "a");

        var result = result(0.95);

        assertThat(result.hitAt1().value()).isEqualTo(0.25);
        assertThat(result.hitAt3().value()).isEqualTo(0.5);
        assertThat(result.meanReciprocalRank()).isCloseTo((1 + 0.5 + 0.25) / 4, within(1e-4));
        assertThat(result.hitAt1().low()).isLessThan(0.25);
        assertThat(result.inScope()).isEqualTo(4);
        assertThat(result.model()).isEqualTo(MODEL.fingerprint());
    }

    @Test
    void the_operating_point_counts_what_was_given() {
        answered(0.9, "a", "a");
        answered(0.8, "a", "b");
        answered(0.8, "", "a");
        handedOver(0.5, "a", "a");

        var point = result(0.95).operatingPoints().getFirst();

        assertThat(point.threshold()).isEqualTo(0.7);
        assertThat(point.precision().value()).isEqualTo(0.3333);
        assertThat(point.precision().count()).isEqualTo(3);
        assertThat(point.coverage().value()).isEqualTo(0.3333);
        assertThat(result(0.95).operatingPoints())
                .extracting(EvaluationResult.AtPoint::point)
                .containsExactly(OperatingPoint.values());
    }

    @Test
    void the_widest_coverage_at_the_wanted_precision_is_found() {
        for (var i = 0; i < 9; i++) {
            handedOver(0.99 - i * 0.01, "a", "a");
        }
        handedOver(0.5, "", "a");
        handedOver(0.4, "a", "b");

        assertThat(result(0.9).atWantedPrecision()).isEqualTo(new EvaluationResult.Step(0.91, 1, 0.9, 9));
        assertThat(result(0.8).atWantedPrecision().answered()).isEqualTo(9);
        assertThat(result(0.9).certified()).isNull();
        assertThat(result(0.7).certified().answered()).isEqualTo(9);
    }

    @Test
    void a_precision_that_is_never_reached_covers_nothing() {
        handedOver(0.9, "a", "b");

        assertThat(result(0.95).atWantedPrecision()).isNull();
        assertThat(result(0.95).riskCoverage()).hasSize(1);
    }

    @Test
    void every_miss_says_what_came_first_instead() {
        answered(0.91239, "a", "a");
        answered(0.9, "b", "a", "b");
        handedOver(0.6, "c", "a", "c");
        handedOver(0.6, "a", "a");
        answered(0.8, "", "a");
        handedOver(0.2, "");
        unrecognised();

        var result = result(0.95);

        assertThat(result.misses())
                .extracting(Miss::kind)
                .containsExactly(
                        Kind.ANSWERED_WRONGLY,
                        Kind.NOT_FOUND,
                        Kind.HELD_BACK,
                        Kind.SHOULD_NOT_BE_ANSWERED,
                        Kind.NOT_RECOGNISED);
        var wrong = result.misses().getFirst();
        assertThat(wrong.gold()).containsExactly("b");
        assertThat(wrong.first()).isEqualTo(new EvaluationResult.First("a", null, List.of("F-a")));
        assertThat(wrong.rank()).isEqualTo(2);
        assertThat(wrong.decision()).isEqualTo(Reply.Kind.ANSWER);
        assertThat(result.misses().get(1).reason()).isEqualTo(Reason.LOW_CONFIDENCE);
        assertThat(result.misses().getLast().first()).isNull();
    }

    @Test
    void gold_may_name_facts() {
        answered(0.9, "F-a", "a");

        assertThat(result(0.95).hitAt1().value()).isEqualTo(1);
        assertThat(result(0.95).misses()).isEmpty();
    }

    private EvaluationResult result(double precision) {
        return new Scores(outcomes, id -> Optional.empty()).result(DAY, MODEL, precision, List.of());
    }

    private void answered(double confidence, String gold, String... found) {
        outcomes.add(outcome(gold, "", new Decision.Answer(hits(found), new Confidence(confidence))));
    }

    private void handedOver(double confidence, String gold, String... found) {
        outcomes.add(outcome(gold, "", handoff(confidence, found)));
    }

    private void unrecognised() {
        outcomes.add(outcome("", "emergency", handoff(0.1)));
    }

    private static Decision handoff(double confidence, String... found) {
        return new Decision.Handoff(Reason.LOW_CONFIDENCE, Optional.empty(), hits(found), new Confidence(confidence));
    }

    private static Outcome outcome(String gold, String kind, Decision decision) {
        var row = new Labelled("问", gold.isEmpty() ? Set.of() : Set.of(gold), kind, "", false, Source.TEXT);
        var entities = new Entities(Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), false);
        var form = new Form("问", "问", "问", List.of(), Set.of(), Set.of(), Set.of(), entities);
        var ranking =
                new Ranking(new Query(form, DAY, new Place("盐城市", null)), decision.suggestions(), List.of(), List.of());
        return new Outcome(
                row,
                new Thought(
                        "问",
                        ranking.query(),
                        ranking,
                        new Ruling(decision, Rule.UNSURE, MODEL, OperatingPoint.PUBLIC)));
    }

    private static List<Hit> hits(String... ids) {
        var evidence = new Evidence(new double[Signal.values().length], "问");
        return Stream.of(ids)
                .map(id -> new Hit(Target.entry(id), 1, evidence, Set.of("F-" + id), null))
                .toList();
    }
}
