package cn.yiqilai.decision;

import static cn.yiqilai.decision.Rankings.ranking;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import cn.yiqilai.decision.Decision.Answer;
import cn.yiqilai.decision.Decision.Clarify;
import cn.yiqilai.decision.Decision.Decline;
import cn.yiqilai.decision.Decision.Handoff;
import cn.yiqilai.decision.Decision.SmallTalk;
import cn.yiqilai.retrieval.Ranking;
import cn.yiqilai.retrieval.Ranking.Why;
import cn.yiqilai.retrieval.RankingModel;
import cn.yiqilai.retrieval.Target;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DecisionPolicyTest {
    private static final Thresholds THRESHOLDS = new Thresholds(0.9, 0.2, 0.3, 0.6);

    /** The share of weight of the first meaning is its confidence. */
    private static final ConfidenceModel SHARE = new ConfidenceModel(0, Map.of(Cue.MASS, 1.0));

    private final DecisionPolicy policy = policy(SHARE, THRESHOLDS);

    @Test
    void a_sure_answer_is_given_with_its_rivals_behind_it() {
        var decision = decide(ranking().entry("a", 8).entry("b", 2).done());

        assertThat(decision).isInstanceOf(Answer.class);
        assertThat(ids(decision)).containsExactly("a", "b");
        assertThat(decision.confidence().value()).isCloseTo(1 / (1 + Math.exp(-6)), within(1e-9));
        assertThat(decision.reason()).isEmpty();
    }

    @Test
    void what_is_not_sure_enough_for_the_public_is_suggested_to_an_agent() {
        var generous = policy(
                SHARE,
                new Thresholds(
                        Map.of(
                                OperatingPoint.PUBLIC, Threshold.unproved(0.9, OperatingPoint.PUBLIC),
                                OperatingPoint.AGENT, Threshold.unproved(0.6, OperatingPoint.AGENT)),
                        0.2,
                        0.3,
                        0.6,
                        0.08));
        var ranking = ranking().entry("a", 3).entry("b", 2).done();

        assertThat(generous.decide(ranking).decision()).isInstanceOf(Clarify.class);
        assertThat(generous.decide(ranking, OperatingPoint.AGENT).decision()).isInstanceOf(Answer.class);
        var danger = ranking().entry("a", 5).intent("fire", 4, Reason.EMERGENCY).done();
        assertThat(generous.decide(danger, OperatingPoint.AGENT).decision()).isInstanceOf(Decline.class);
    }

    @Test
    void danger_comes_before_a_sure_answer_and_at_a_low_share() {
        var decision = decide(
                ranking().entry("a", 5).intent("fire", 4, Reason.EMERGENCY).done());

        assertThat(decision).isInstanceOfSatisfying(Decline.class, decline -> {
            assertThat(decline.why()).isEqualTo(Reason.EMERGENCY);
            assertThat(decline.intent()).contains("fire");
        });
    }

    @Test
    void the_dangers_of_several_intents_add_up() {
        var danger =
                ranking().entry("a", 5).intent("fire", 3.2, Reason.EMERGENCY).intent("gas", 3.2, Reason.EMERGENCY);

        assertThat(decide(danger.done())).isInstanceOf(Decline.class);
        assertThat(decide(ranking()
                        .entry("a", 5)
                        .intent("fire", 3.2, Reason.EMERGENCY)
                        .done()))
                .isNotInstanceOf(Decline.class);
    }

    @Test
    void a_sure_answer_comes_before_a_weaker_wish() {
        assertThat(decide(ranking()
                        .entry("a", 8)
                        .intent("human", 3, Reason.WANTS_HUMAN)
                        .done()))
                .isInstanceOf(Answer.class);
    }

    @ParameterizedTest
    @CsvSource({
        "WANTS_HUMAN,Handoff",
        "NEEDS_WORK_ORDER,Handoff",
        "NOT_ACCEPTED,Decline",
        "CITIZEN_MATTER,Decline",
        "CHITCHAT,SmallTalk"
    })
    void a_wish_that_holds_enough_is_acted_upon(Reason reason, String kind) {
        var decision = decide(ranking().entry("a", 2).intent("wish", 4, reason).done());

        assertThat(decision.getClass().getSimpleName()).isEqualTo(kind);
        assertThat(decision.reason()).contains(reason);
        assertThat(ids(decision)).containsExactly("a");
    }

    @Test
    void of_several_wishes_the_heaviest_kind_is_acted_upon_by_its_best_intent() {
        var decision = decide(ranking()
                .entry("a", 1)
                .intent("human", 3.0, Reason.WANTS_HUMAN)
                .intent("complain", 2.8, Reason.NEEDS_WORK_ORDER)
                .intent("report", 2.7, Reason.NEEDS_WORK_ORDER)
                .done());

        assertThat(decision).isInstanceOfSatisfying(Handoff.class, handoff -> {
            assertThat(handoff.why()).isEqualTo(Reason.NEEDS_WORK_ORDER);
            assertThat(handoff.intent()).contains("complain");
        });
    }

    @Test
    void a_question_known_to_have_no_answer_goes_to_a_person_without_a_wish() {
        var decision = decide(
                ranking().entry("a", 2).intent("gap", 4, Reason.LOW_CONFIDENCE).done());

        assertThat(decision).isInstanceOfSatisfying(Handoff.class, handoff -> {
            assertThat(handoff.why()).isEqualTo(Reason.LOW_CONFIDENCE);
            assertThat(handoff.intent()).isEmpty();
        });
    }

    @ParameterizedTest
    @CsvSource({"EXPIRED,EXPIRED_POLICY", "NOT_YET,EXPIRED_POLICY", "OTHER_REGION,OTHER_REGION"})
    void a_withheld_rule_that_fits_better_is_named_and_nothing_else_answered(Why why, Reason reason) {
        var decision =
                decide(ranking().entry("a", 6).withheld("old", 7, 0.9, why).done());

        assertThat(decision).isInstanceOfSatisfying(Handoff.class, handoff -> {
            assertThat(handoff.why()).isEqualTo(reason);
            assertThat(handoff.intent()).isEmpty();
            assertThat(ids(handoff)).containsExactly("a");
        });
    }

    @Test
    void a_withheld_rule_that_fits_worse_or_only_somewhat_hinders_nothing() {
        assertThat(decide(ranking()
                        .entry("a", 6)
                        .withheld("old", 5, 0.9, Why.EXPIRED)
                        .done()))
                .isInstanceOf(Answer.class);
        assertThat(decide(ranking()
                        .entry("a", 6)
                        .withheld("old", 7, 0.7, Why.EXPIRED)
                        .done()))
                .isInstanceOf(Answer.class);
    }

    @Test
    void a_withheld_rule_is_named_even_when_nothing_else_is_there() {
        assertThat(decide(ranking().withheld("old", 5, 0.9, Why.OTHER_REGION).done())
                        .reason())
                .contains(Reason.OTHER_REGION);
    }

    @Test
    void two_to_four_that_hold_nearly_all_are_asked_back() {
        for (var count = 2; count <= 6; count++) {
            var ranking = ranking();
            for (var i = 0; i < count; i++) {
                ranking.entry("e" + i, 3);
            }
            var decision = decide(ranking.done());
            assertThat(decision).isInstanceOf(Clarify.class);
            assertThat(ids(decision)).hasSize(Math.min(4, count));
            assertThat(decision.reason()).contains(Reason.AMBIGUOUS);
        }
    }

    @Test
    void options_that_hold_too_little_together_are_not_offered() {
        var ranking = ranking();
        for (var i = 0; i < 8; i++) {
            ranking.entry("e" + i, 3);
        }

        assertThat(decide(ranking.done()).reason()).contains(Reason.LOW_CONFIDENCE);
    }

    @Test
    void an_option_nobody_would_mean_is_not_offered() {
        var decision =
                decide(ranking().entry("a", 3).entry("b", 2.5).entry("c", 0).done());

        assertThat(ids(decision)).containsExactly("a", "b");
    }

    @Test
    void what_says_the_same_is_one_option_and_one_answer() {
        var same = ranking().entry("a", 3, "F1").entry("b", 3, "F1", "F2").entry("c", 2.4, "F9");
        assertThat(ids(decide(same.done()))).containsExactly("a", "c");

        var alone = decide(ranking().entry("a", 3, "F1").entry("b", 3, "F1").done());
        assertThat(alone).isInstanceOf(Answer.class);
    }

    @Test
    void else_a_person_is_needed() {
        var decision = decide(
                ranking().entry("a", 2).intent("gap", 3, Reason.LOW_CONFIDENCE).done());

        assertThat(decision.reason()).contains(Reason.LOW_CONFIDENCE);
        assertThat(ids(decision)).containsExactly("a");
    }

    @Test
    void what_is_asked_about_another_place_is_called_so_when_nothing_is_sure() {
        var decision = decide(ranking()
                .askedAboutSuzhou()
                .entry("a", 2)
                .intent("gap", 3, Reason.LOW_CONFIDENCE)
                .done());

        assertThat(decision.reason()).contains(Reason.OTHER_REGION);
    }

    @Test
    void where_nothing_was_found_nothing_is_believed() {
        var decision = decide(ranking().done());

        assertThat(decision.confidence()).isEqualTo(Confidence.NONE);
        assertThat(decision.reason()).contains(Reason.LOW_CONFIDENCE);
    }

    @Test
    void where_nothing_was_said_courtesy_answers() {
        assertThat(decide(ranking().saidNothing().done())).isInstanceOfSatisfying(SmallTalk.class, talk -> {
            assertThat(talk.intent()).isEmpty();
            assertThat(talk.confidence()).isEqualTo(Confidence.NONE);
        });
    }

    @Test
    void unfitted_it_answers_nothing_and_still_sees_danger() {
        var unfitted = policy(ConfidenceModel.UNFITTED, Thresholds.NEVER);

        assertThat(unfitted.decide(ranking().entry("a", 20).entry("b", 1).done())
                        .decision())
                .isInstanceOf(Handoff.class);
        assertThat(unfitted.decide(ranking()
                                .entry("a", 5)
                                .intent("fire", 5, Reason.EMERGENCY)
                                .done())
                        .decision())
                .isInstanceOf(Decline.class);
    }

    @Test
    void it_says_which_rule_it_went_by() {
        assertThat(rule(ranking().saidNothing())).isEqualTo(Rule.NOTHING_SAID);
        assertThat(rule(ranking().entry("a", 5).intent("fire", 5, Reason.EMERGENCY)))
                .isEqualTo(Rule.EMERGENCY);
        assertThat(rule(ranking().entry("a", 8).entry("b", 2))).isEqualTo(Rule.SURE);
        assertThat(rule(ranking().entry("a", 2).intent("human", 4, Reason.WANTS_HUMAN)))
                .isEqualTo(Rule.INTENT);
        assertThat(rule(ranking().entry("a", 6).withheld("old", 7, 0.9, Why.EXPIRED)))
                .isEqualTo(Rule.WITHHELD);
        assertThat(rule(ranking().entry("a", 3).entry("b", 2.5).entry("c", 0))).isEqualTo(Rule.AMBIGUOUS);
        assertThat(rule(ranking())).isEqualTo(Rule.UNSURE);
    }

    @Test
    void shares_of_single_hits_add_up_to_everything() {
        var shares = Masses.shares(ranking()
                .entry("a", 2)
                .entry("b", 1)
                .intent("human", 1, Reason.WANTS_HUMAN)
                .done());

        assertThat(shares.values().stream().mapToDouble(share -> share).sum()).isCloseTo(1, within(1e-9));
        assertThat(shares.get(Target.entry("a")) / shares.get(Target.entry("b")))
                .isCloseTo(Math.E, within(1e-9));
        assertThat(Masses.shares(ranking().done())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Reason.class)
    void every_reason_that_an_intent_can_have_leads_somewhere(Reason reason) {
        assertThat(decide(ranking().entry("a", 0).intent("it", 5, reason).done())
                        .confidence()
                        .value())
                .isLessThan(0.1);
    }

    @Test
    void enormous_scores_are_weighed_too() {
        assertThat(decide(ranking().entry("a", 5000).entry("b", 4000).done())).isInstanceOf(Answer.class);
        assertThat(decide(ranking().entry("a", -5000).entry("b", -5000).done())).isInstanceOf(Clarify.class);
    }

    @Test
    void a_question_back_has_two_to_four_options() {
        var hits = ranking()
                .entry("a", 1)
                .entry("b", 1)
                .entry("c", 1)
                .entry("d", 1)
                .entry("e", 1)
                .done()
                .entries();

        assertThatIllegalArgumentException().isThrownBy(() -> new Clarify(hits, Confidence.NONE));
        assertThatIllegalArgumentException().isThrownBy(() -> new Clarify(hits.subList(0, 1), Confidence.NONE));
    }

    private Decision decide(Ranking ranking) {
        var ruling = policy.decide(ranking);
        assertThat(policy.decide(ranking)).isEqualTo(ruling);
        return ruling.decision();
    }

    private Rule rule(Rankings ranking) {
        return policy.decide(ranking.done()).rule();
    }

    private static DecisionPolicy policy(ConfidenceModel confidence, Thresholds thresholds) {
        return new DecisionPolicy(new FittedModel(RankingModel.UNFITTED, confidence, thresholds));
    }

    private static List<String> ids(Decision decision) {
        return decision.suggestions().stream().map(hit -> hit.target().id()).toList();
    }
}
