package cn.yiqilai.studio;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yiqilai.decision.Reason;
import cn.yiqilai.retrieval.Evidence;
import cn.yiqilai.retrieval.Hit;
import cn.yiqilai.retrieval.Signal;
import cn.yiqilai.retrieval.Target;
import cn.yiqilai.studio.QuestionSet.Labelled;
import cn.yiqilai.studio.QuestionSet.Source;
import java.util.Set;
import org.junit.jupiter.api.Test;

class JudgementTest {
    private static final Evidence NONE = new Evidence(new double[Signal.values().length], "问");

    @Test
    void an_entry_is_right_by_its_facts_or_by_its_name() {
        var hit = new Hit(Target.entry("a"), 1, NONE, Set.of("F1"), null);

        assertThat(Judgement.isRight(row(Set.of("F1", "F9"), ""), hit)).isTrue();
        assertThat(Judgement.isRight(row(Set.of("a"), ""), hit)).isTrue();
        assertThat(Judgement.isRight(row(Set.of("F2"), ""), hit)).isFalse();
    }

    @Test
    void where_nothing_answers_the_reason_must_fit() {
        var human = new Hit(Target.intent("h"), 1, NONE, Set.of(), "WANTS_HUMAN");
        var entry = new Hit(Target.entry("a"), 1, NONE, Set.of("F1"), null);

        assertThat(Judgement.isRight(row(Set.of(), "wants_human"), human)).isTrue();
        assertThat(Judgement.isRight(row(Set.of(), "chitchat"), human)).isFalse();
        assertThat(Judgement.isRight(row(Set.of(), "near_miss"), entry)).isFalse();
        assertThat(Judgement.isRight(row(Set.of(), "never heard of"), human)).isFalse();
        assertThat(Judgement.isRight(row(Set.of("h"), ""), human)).isFalse();
    }

    @Test
    void every_kind_has_its_reason() {
        assertThat(Judgement.reasonOf("emergency")).contains(Reason.EMERGENCY);
        assertThat(Judgement.reasonOf("")).isEmpty();
    }

    private static Labelled row(Set<String> gold, String kind) {
        return new Labelled("问", gold, kind, "", false, Source.TEXT);
    }
}
