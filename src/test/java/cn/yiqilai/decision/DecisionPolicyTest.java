package cn.yiqilai.decision;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DecisionPolicyTest {
    private static final Place NATION = new Place("全国", null);
    private static final Place CITY = new Place("盐城市", NATION);
    private static final Place ELSEWHERE = new Place("苏州市", NATION);
    /** Sure exactly when the first hit is far ahead of the next. */
    private static final DecisionPolicy POLICY =
            new DecisionPolicy(new ConfidenceModel(-4, Map.of(Cue.MARGIN, 2.0)), new Thresholds(0.9, 0.2, 0.3, 0.6));

    @Test
    void an_entry_far_ahead_is_answered() {
        var decision = POLICY.decide(ranking(List.of(entry("a", 10), entry("b", 1)), List.of()));

        assertThat(decision).isInstanceOf(Decision.Answer.class);
        assertThat(decision.reason()).isEmpty();
        assertThat(decision.confidence().value()).isGreaterThan(0.99);
    }

    @Test
    void danger_comes_first_even_when_an_entry_is_far_ahead() {
        var decision = POLICY.decide(ranking(List.of(entry("a", 10)), List.of(intent("fire", "EMERGENCY", 9.5))));

        assertThat(decision).isInstanceOf(Decision.Decline.class);
        assertThat(decision.reason()).contains(Reason.EMERGENCY);
    }

    @Test
    void a_wish_that_holds_a_good_part_of_the_weight_is_acted_upon() {
        var decision = POLICY.decide(
                ranking(List.of(entry("a", 5), entry("b", 4.9)), List.of(intent("human", "WANTS_HUMAN", 6))));

        assertThat(decision).isInstanceOfSatisfying(Decision.Handoff.class, handoff -> {
            assertThat(handoff.why()).isEqualTo(Reason.WANTS_HUMAN);
            assertThat(handoff.intent()).contains("human");
            assertThat(handoff.suggestions()).hasSize(2);
        });
    }

    @Test
    void two_entries_close_together_are_offered_to_pick_from() {
        var decision = POLICY.decide(ranking(List.of(entry("a", 5), entry("b", 4.8), entry("c", -3)), List.of()));

        assertThat(decision).isInstanceOfSatisfying(Decision.Clarify.class, clarify -> assertThat(clarify.options())
                .extracting(hit -> hit.target().id())
                .containsExactly("a", "b"));
    }

    @Test
    void entries_that_rest_on_one_fact_are_one_option_and_no_rivals() {
        var twin = new Hit(Target.entry("twin"), 4.9, evidence(0.9), Set.of("fact-a"), null);

        var decision = POLICY.decide(ranking(List.of(entry("a", 5), twin, entry("b", 0)), List.of()));

        assertThat(decision).isInstanceOf(Decision.Answer.class);
    }

    @Test
    void never_more_than_four_options_are_offered() {
        var decision = POLICY.decide(
                ranking(List.of(entry("a", 5), entry("b", 5), entry("c", 5), entry("d", 5), entry("e", 5)), List.of()));

        assertThat(decision).isInstanceOfSatisfying(Decision.Clarify.class, clarify -> assertThat(clarify.options())
                .hasSize(4));
    }

    @Test
    void a_question_known_to_have_no_answer_goes_to_a_person() {
        var decision = POLICY.decide(
                ranking(List.of(entry("a", 5), entry("b", 4)), List.of(intent("uncovered", "LOW_CONFIDENCE", 8))));

        assertThat(decision).isInstanceOf(Decision.Handoff.class);
        assertThat(decision.reason()).contains(Reason.LOW_CONFIDENCE);
    }

    @Test
    void a_rule_that_ended_and_fits_best_is_named_as_ended() {
        var ended = new Withheld(entry("ended", 12), Why.EXPIRED);

        var decision = POLICY.decide(
                new Ranking(query(Set.of()), List.of(entry("a", 10), entry("b", 1)), List.of(), List.of(ended)));

        assertThat(decision.reason()).contains(Reason.EXPIRED_POLICY);
    }

    @Test
    void an_unsure_question_about_another_place_says_so() {
        var decision = POLICY.decide(new Ranking(
                query(Set.of(ELSEWHERE)),
                List.of(entry("a", 1), entry("b", 0.9)),
                List.of(intent("u", "LOW_CONFIDENCE", 6)),
                List.of()));

        assertThat(decision.reason()).contains(Reason.OTHER_REGION);
    }

    @Test
    void nothing_found_is_no_answer() {
        assertThat(POLICY.decide(ranking(List.of(), List.of())).reason()).contains(Reason.LOW_CONFIDENCE);
    }

    private static Ranking ranking(List<Hit> entries, List<Hit> intents) {
        return new Ranking(query(Set.of()), entries, intents, List.of());
    }

    private static Query query(Set<Place> places) {
        var entities = new Entities(Set.of(), places, Set.of(), Set.of(), false);
        var form = new Form("问题", "问题", "问题", List.of("问题"), Set.of("问"), Set.of("问"), Set.of("wen ti"), entities);
        return new Query(form, LocalDate.of(2026, 11, 20), CITY);
    }

    private static Hit entry(String id, double score) {
        return new Hit(Target.entry(id), score, evidence(0.9), Set.of("fact-" + id), null);
    }

    private static Hit intent(String id, @Nullable String reason, double score) {
        return new Hit(Target.intent(id), score, evidence(0.8), Set.of(), reason);
    }

    private static Evidence evidence(double cosine) {
        var values = new double[Signal.values().length];
        values[Signal.COSINE.ordinal()] = cosine;
        return new Evidence(values, "问题");
    }
}
