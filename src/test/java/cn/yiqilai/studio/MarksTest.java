package cn.yiqilai.studio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cn.yiqilai.studio.Baselines.Baseline;
import cn.yiqilai.studio.QuestionSet.Labelled;
import cn.yiqilai.studio.QuestionSet.Source;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MarksTest {
    private static final Labelled IN_SCOPE = row(Set.of("F1"), "", "", Source.TEXT);
    private static final Labelled NEAR_MISS = row(Set.of(), "near_miss", "", Source.TEXT);
    private static final Labelled CHAT = row(Set.of(), "chitchat", "", Source.TEXT);
    private static final Labelled HISTORIC = row(Set.of("F1"), "", "historic", Source.TEXT);
    private static final Labelled HEARD = row(Set.of("F1"), "", "", Source.SPEECH);
    private static final Labelled SAID = row(Set.of("F1"), "", "", Source.SPEECH_CLEAN);

    @Test
    void an_answer_out_of_scope_counts_against_precision_and_not_against_coverage() {
        var marks = Marks.of(List.of(
                verdict(IN_SCOPE, 1, true),
                verdict(IN_SCOPE, 2, true),
                verdict(IN_SCOPE, 1, false),
                verdict(IN_SCOPE, 0, false),
                verdict(NEAR_MISS, 0, true),
                verdict(CHAT, 0, false)));

        assertThat(marks.hitAt1().value()).isCloseTo(0.5, within(1e-9));
        assertThat(marks.hitAt3().value()).isCloseTo(0.75, within(1e-9));
        assertThat(marks.precision().value()).isCloseTo(1 / 3.0, within(1e-9));
        assertThat(marks.precision().count()).isEqualTo(3);
        assertThat(marks.coverage().value()).isCloseTo(0.25, within(1e-9));
        assertThat(marks.outOfScopeNotAnswered().value()).isCloseTo(0.5, within(1e-9));
        assertThat(marks.nearMissesNotAnswered().value()).isZero();
        assertThat(marks.points()).hasSize(6);
    }

    @Test
    void historic_and_spoken_questions_are_counted_apart() {
        var marks = Marks.of(List.of(
                verdict(IN_SCOPE, 1, true),
                verdict(HISTORIC, 0, false),
                verdict(SAID, 1, true),
                verdict(HEARD, 0, false),
                verdict(SAID, 1, true),
                verdict(HEARD, 1, false)));

        assertThat(marks.hitAt1().count()).isEqualTo(1);
        assertThat(marks.historic()).hasSize(1);
        assertThat(marks.saidHitAt1().value()).isEqualTo(1);
        assertThat(marks.heardHitAt1().value()).isCloseTo(0.5, within(1e-9));
        assertThat(marks.lostToNoise().value()).isCloseTo(0.5, within(1e-9));
        assertThat(marks.lostToNoise().count()).isEqualTo(2);
    }

    @Test
    void errors_are_compared_with_those_of_the_best_simpler_ranking() {
        var ours = List.of(
                verdict(IN_SCOPE, 2, false),
                verdict(CHAT, 0, false),
                verdict(IN_SCOPE, 1, true),
                verdict(IN_SCOPE, 1, true));
        var poor = List.of(
                verdict(IN_SCOPE, 0, false),
                verdict(CHAT, 0, false),
                verdict(IN_SCOPE, 0, true),
                verdict(IN_SCOPE, 3, true));
        var better = List.of(
                verdict(IN_SCOPE, 1, false),
                verdict(CHAT, 0, false),
                verdict(IN_SCOPE, 2, true),
                verdict(IN_SCOPE, 2, true));
        var errors = Baselines.errors(ours, List.of(new Baseline("poor", poor), new Baseline("better", better)));

        assertThat(errors.value()).isCloseTo(2, within(1e-9));
        assertThat(errors.count()).isEqualTo(3);
        assertThat(errors.met()).isTrue();
    }

    private static Verdict verdict(Labelled row, int rank, boolean answered) {
        return new Verdict(row, rank, answered, answered ? 0.9 : 0.1);
    }

    private static Labelled row(Set<String> gold, String kind, String style, Source source) {
        return new Labelled("问", gold, kind, style, false, source);
    }
}
