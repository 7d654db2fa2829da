package cn.yiqilai.turn;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConsentTest {
    @ParameterizedTest
    @ValueSource(strings = {"好", "好的。", "可以", "要", "需要，谢谢", "嗯嗯", "OK", "转人工", "好的，请转人工", "请帮我接通一下吧"})
    void a_short_yes_is_consent(String text) {
        assertThat(Consent.isGivenBy(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"不用", "不要", "不好", "好像不是这个问题", "要交多少税", "可以抵扣吗", "谢谢", "。", "是小规模纳税人"})
    void anything_else_is_not(String text) {
        assertThat(Consent.isGivenBy(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"不用", "不用了，谢谢", "算了", "先不用吧", "不需要转人工"})
    void a_short_no_is_a_refusal(String text) {
        assertThat(Consent.isRefusedBy(text)).isTrue();
        assertThat(Consent.isGivenBy(text)).isFalse();
    }
}
