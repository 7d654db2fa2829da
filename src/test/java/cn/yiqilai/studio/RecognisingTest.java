package cn.yiqilai.studio;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yiqilai.studio.Recognising.Case;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.DoubleFunction;
import org.junit.jupiter.api.Test;

class RecognisingTest {
    @Test
    void wishes_are_acted_upon_earlier_while_that_recognises_more() {
        var fitted = fit(wish -> wish > 0.2 ? cases(40, 10, 0, 0) : cases(45, 5, 1, 0));

        assertThat(fitted.intent()).isEqualTo(0.1);
        assertThat(fitted.recognised()).isEqualTo(45);
    }

    @Test
    void who_asks_a_proper_question_and_is_turned_away_costs_more_than_two_wishes_are_worth() {
        var fitted = fit(wish -> wish > 0.2 ? cases(40, 10, 0, 0) : cases(42, 8, 0, 1));

        assertThat(fitted.intent()).isEqualTo(0.35);
        assertThat(fitted.worth()).isEqualTo(40);
    }

    @Test
    void of_equal_thresholds_one_in_their_middle_is_taken() {
        assertThat(fit(wish -> cases(40, 0, 0, 0)))
                .extracting(Recognising.Outcome::emergency, Recognising.Outcome::intent)
                .containsExactly(0.25, 0.25);
    }

    @Test
    void a_handful_of_wishes_tells_nothing() {
        assertThat(fit(wish -> cases(10, 10, 0, 0)))
                .extracting(Recognising.Outcome::emergency, Recognising.Outcome::intent)
                .containsExactly(0.2, 0.3);
    }

    private static Recognising.Outcome fit(DoubleFunction<List<Case>> judge) {
        return Recognising.fit((danger, wish) -> judge.apply(wish), 0.2, 0.3);
    }

    private static List<Case> cases(int recognised, int missed, int mistaken, int turnedAway) {
        var cases = new ArrayList<Case>();
        cases.addAll(Collections.nCopies(recognised, Case.RECOGNISED));
        cases.addAll(Collections.nCopies(missed, Case.MISSED));
        cases.addAll(Collections.nCopies(mistaken, Case.MISTAKEN));
        cases.addAll(Collections.nCopies(turnedAway, Case.TURNED_AWAY));
        cases.addAll(Collections.nCopies(100, Case.NONE));
        return cases;
    }
}
