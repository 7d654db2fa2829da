package cn.yiqilai.turn;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yiqilai.decision.Decision;
import cn.yiqilai.decision.Reason;
import cn.yiqilai.turn.Thought.Part;
import cn.yiqilai.understanding.Context;
import cn.yiqilai.understanding.Inquiry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PartsTest {
    private static final String REPORT = "企业年报什么时候报";
    private static final String SEAL = "公章要自己刻吗";
    private static final String COMPLETED = "企业年报报,公章要自己刻吗";
    private static final Inquiry TWO = Inquiry.of(REPORT + "?" + SEAL + "?");
    private static final Inquiry ANNOUNCED = Inquiry.of(REPORT + "?另外" + SEAL);
    private static final Thought UNSURE = Thoughts.of("other", 0.3);

    private final Thoughts read = new Thoughts();

    @Test
    void both_are_answered_the_first_first() {
        read.knowing(REPORT, Thoughts.of("report", 0.95)).knowing(SEAL, Thoughts.of("seal", 0.99));

        var thought = Parts.of(TWO, UNSURE, read);

        assertThat(thought.parts()).extracting(Part::number).containsExactly(1, 2);
        assertThat(thought.parts()).extracting(Part::asked).containsExactly(REPORT, SEAL);
        assertThat(thought.decision()).isInstanceOf(Decision.Answer.class);
        assertThat(thought.decision().suggestions())
                .extracting(hit -> hit.target().id())
                .containsExactly("report", "seal");
        assertThat(thought.decision().confidence().value()).isEqualTo(0.95);
        assertThat(read.read).as("what is certain is read once").containsExactly(REPORT, SEAL);
    }

    @Test
    void the_next_question_may_refer_to_the_last_answer() {
        read.knowing(REPORT, Thoughts.of("report", 0.95)).knowing(SEAL, Thoughts.of("seal", 0.99));

        var after = Parts.of(TWO, UNSURE, read).contextAfter(Context.NONE);

        assertThat(after.entry()).contains("seal");
        assertThat(after.question()).contains("seal");
    }

    @Test
    void one_sure_and_one_unsure_is_the_sure_answer_with_its_number() {
        read.knowing(REPORT, Thoughts.of("report", 0.3)).knowing(SEAL, Thoughts.of("seal", 0.99));

        var thought = Parts.of(TWO, UNSURE, read);

        assertThat(thought.decision().suggestions().getFirst().target().id()).isEqualTo("seal");
        assertThat(thought.decision().confidence().value()).isEqualTo(0.99);
        assertThat(thought.parts()).extracting(Part::isAnswered).containsExactly(false, true);
    }

    @Test
    void without_a_sure_answer_the_message_is_what_it_is_as_a_whole() {
        read.knowing(REPORT, Thoughts.of("report", 0.3))
                .knowing(SEAL, Thoughts.of("seal", 0.3))
                .knowing(COMPLETED, Thoughts.of("seal", 0.4));

        assertThat(Parts.of(TWO, UNSURE, read)).isSameAs(UNSURE);
    }

    @Test
    void questions_that_find_the_same_answer_were_one() {
        read.knowing(REPORT, Thoughts.of("report", 0.95)).knowing(SEAL, Thoughts.of("report", 0.95));
        var whole = Thoughts.of("report", 0.8);

        assertThat(Parts.of(TWO, whole, read)).isSameAs(whole);
        assertThat(Parts.of(TWO, UNSURE, read).parts()).isEmpty();
        assertThat(Parts.of(TWO, UNSURE, read).decision()).isInstanceOf(Decision.Answer.class);
    }

    @Test
    void what_an_editor_put_down_as_one_question_is_one() {
        var whole = Thoughts.known("report");

        assertThat(Parts.of(TWO, whole, read)).isSameAs(whole);
        assertThat(read.read).isEmpty();
    }

    @Test
    void a_whole_that_is_sure_of_something_else_stands() {
        read.knowing(REPORT, Thoughts.of("report", 0.95))
                .knowing(SEAL, Thoughts.of("seal", 0.3))
                .knowing(COMPLETED, Thoughts.of("seal", 0.3));
        var whole = Thoughts.of("third", 0.9);

        assertThat(Parts.of(TWO, whole, read)).isSameAs(whole);
    }

    @Test
    void an_announced_question_is_not_taken_for_the_one_before_because_of_its_topic() {
        read.knowing(REPORT, Thoughts.of("report", 0.95))
                .knowing(SEAL, Thoughts.of("seal", 0.5))
                .knowing(COMPLETED, Thoughts.of("report", 0.99));

        assertThat(Parts.of(ANNOUNCED, UNSURE, read).parts())
                .extracting(Part::isAnswered)
                .containsExactly(true, false);
        assertThat(Parts.of(TWO, UNSURE, read).parts())
                .as("unannounced it was the same question")
                .isEmpty();
    }

    @Test
    void readings_that_disagree_leave_a_question_unanswered() {
        read.knowing(REPORT, Thoughts.of("report", 0.95))
                .knowing(SEAL, Thoughts.of("seal", 0.8))
                .knowing(COMPLETED, Thoughts.of("third", 0.8));

        assertThat(Parts.of(TWO, UNSURE, read).parts())
                .extracting(Part::isAnswered)
                .containsExactly(true, false);
    }

    @ParameterizedTest
    @EnumSource(names = {"EMERGENCY", "WANTS_HUMAN"})
    void danger_and_the_wish_for_a_person_come_first_wherever_they_stand(Reason reason) {
        var first = Thoughts.because(reason);

        assertThat(Parts.of(TWO, first, read)).isSameAs(first);
        read.knowing(REPORT, Thoughts.of("report", 0.95)).knowing(SEAL, first);
        assertThat(Parts.of(TWO, UNSURE, read)).isSameAs(first);
    }

    @Test
    void a_courtesy_is_no_question() {
        read.knowing(REPORT, Thoughts.of("report", 0.95))
                .knowing(SEAL, Thoughts.because(Reason.CHITCHAT))
                .knowing(COMPLETED, Thoughts.because(Reason.CHITCHAT));

        assertThat(Parts.of(TWO, UNSURE, read).parts()).isEmpty();
    }

    @Test
    void more_than_three_questions_are_not_all_read_and_that_is_known() {
        var many = Inquiry.of("企业年报什么时候报?注册商标有效期几年?契税税率多少?女职工产假多少天?专利年费从什么时候交?");
        many.asked().stream().limit(3).forEach(asked -> asked.readings()
                .forEach(text -> read.knowing(text, Thoughts.of(asked.words(), 0.95))));

        var thought = Parts.of(many, UNSURE, read);

        assertThat(thought.parts()).hasSize(3);
        assertThat(thought.more()).isTrue();
    }
}
