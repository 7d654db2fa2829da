package cn.yiqilai.studio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class UnheardQuestionsTest {
    private static final Set<String> KNOWN = Set.of("试用期最长可以约定多久？", "试用期最长可以约定多久", "注册资本几年内缴足", "社保？");

    @Test
    void each_lacks_one_character_of_a_known_question_and_is_none_itself() {
        var unheard = UnheardQuestions.unlike(KNOWN);

        assertThat(unheard).isNotEmpty().doesNotContainAnyElementsOf(KNOWN).allSatisfy(question -> assertThat(KNOWN)
                .anyMatch(known -> lacksOne(question, known)));
    }

    @Test
    void what_is_hardly_a_question_is_left_alone() {
        assertThat(UnheardQuestions.unlike(Set.of("社保？"))).isEmpty();
    }

    @Test
    void the_same_knowledge_gives_the_same_questions() {
        assertThat(UnheardQuestions.unlike(KNOWN)).isEqualTo(UnheardQuestions.unlike(KNOWN));
    }

    private static boolean lacksOne(String shorter, String longer) {
        return shorter.length() + 1 == longer.length()
                && Stream.iterate(0, i -> i < longer.length(), i -> i + 1)
                        .anyMatch(i -> (longer.substring(0, i) + longer.substring(i + 1)).equals(shorter));
    }
}
