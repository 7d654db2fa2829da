package cn.yiqilai.turn;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yiqilai.knowledge.Intent;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UrgencyTest {
    private final Urgency urgency = new Urgency(() -> List.of(
            intent("WANTS_HUMAN", List.of("转人工", "？"), List.of("人工")),
            intent("EMERGENCY", List.of("着火了"), List.of()),
            intent("CHITCHAT", List.of("你好"), List.of("在吗"))));

    @ParameterizedTest
    @ValueSource(strings = {"转人工", "麻烦转 人工，谢谢", "人工", "人工！", "车间着火了怎么办"})
    void a_wish_for_a_person_and_a_danger_show_by_their_words(String utterance) {
        assertThat(urgency.speaksFrom(utterance)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"人工成本能加计扣除吗", "你好", "在吗", "社保怎么补缴？", "？"})
    void a_question_and_small_talk_do_not(String utterance) {
        assertThat(urgency.speaksFrom(utterance)).isFalse();
    }

    private static Intent intent(String reason, List<String> phrases, List<String> examples) {
        return new Intent("any", "任意", "HANDOFF", reason, null, null, "好的", phrases, examples, List.of());
    }
}
