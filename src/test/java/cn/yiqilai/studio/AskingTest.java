package cn.yiqilai.studio;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yiqilai.studio.Asking.Case;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AskingTest {
    private static final int ASKABLE = 200;

    @Test
    void asking_more_is_worth_more_while_it_finds_the_right_entry() {
        // From 0.6 down twenty are asked back, nineteen of them find theirs.
        var fitted = Asking.fit((clarify, option) -> clarify > 0.6 ? cases(10, 10, 0) : cases(20, 19, 0));

        assertThat(fitted).hasValueSatisfying(outcome -> {
            assertThat(outcome.clarify()).isEqualTo(0.6);
            assertThat(outcome.found()).isEqualTo(19);
            assertThat(outcome.askable()).isEqualTo(ASKABLE);
        });
    }

    @Test
    void asking_those_who_have_no_answer_costs_as_much_as_it_is_worth() {
        var fitted = Asking.fit((clarify, option) -> option < 0.1 ? cases(20, 19, 9) : cases(14, 13, 0));

        assertThat(fitted).hasValueSatisfying(outcome -> {
            assertThat(outcome.option()).isEqualTo(0.1);
            assertThat(outcome.worth()).isEqualTo(12);
        });
    }

    @Test
    void nobody_is_asked_too_often_or_offered_the_wrong_ones_too_often() {
        assertThat(Asking.fit((clarify, option) -> cases(21, 21, 0))).isEmpty();
        assertThat(Asking.fit((clarify, option) -> cases(20, 15, 0))).isEmpty();
        assertThat(Asking.fit((clarify, option) -> cases(20, 16, 0))).isPresent();
    }

    @Test
    void a_handful_tells_nothing() {
        assertThat(Asking.fit((clarify, option) -> cases(9, 9, 0))).isEmpty();
    }

    @Test
    void of_equal_ones_the_stricter_is_taken() {
        assertThat(Asking.fit((clarify, option) -> cases(12, 11, 1)))
                .hasValueSatisfying(outcome -> assertThat(outcome.clarify()).isEqualTo(0.95));
    }

    /** As many in scope are asked back, so many of them with the right entry; and as many that have no answer. */
    private static List<Case> cases(int asked, int found, int inVain) {
        var cases = new ArrayList<Case>();
        for (var i = 0; i < ASKABLE; i++) {
            cases.add(new Case(i < asked, i < found, true));
        }
        for (var i = 0; i < 50; i++) {
            cases.add(new Case(i < inVain, false, false));
        }
        return cases;
    }
}
