package cn.yiqilai.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import cn.yiqilai.conversation.UtteranceText.Outcome;
import cn.yiqilai.platform.Problem.FieldError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class UtteranceTextTest {
    @ParameterizedTest
    @ValueSource(strings = {"开票9万要交税吗", "😀👨‍👩‍👧", "𠮷野家𰻞", "\u202Eabc\u202C", "a", "。"})
    void what_can_be_read_is_taken_as_it_is(String text) {
        assertThat(UtteranceText.check(text)).isEqualTo(new Outcome.Accepted(new UtteranceText(text)));
    }

    @Test
    void blanks_around_it_are_taken_away() {
        assertThat(UtteranceText.check("\u3000 你好 \n")).isEqualTo(new Outcome.Accepted(new UtteranceText("你好")));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  \n", "\u200B\u200E", "\u3000"})
    void nothing_to_see_is_empty(String text) {
        assertThat(UtteranceText.check(text)).isEqualTo(refused("请输入内容。"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\0b", "\uD83D", "a\uDE00b"})
    void nul_and_half_of_a_pair_are_refused(String text) {
        assertThat(UtteranceText.check(text)).isEqualTo(refused("内容含有无法保存的字符，请修改后重发。"));
    }

    @Test
    void length_is_counted_in_code_points_after_stripping() {
        assertThat(UtteranceText.check(" " + "😀".repeat(500) + " ")).isInstanceOf(Outcome.Accepted.class);
        assertThat(UtteranceText.check("😀".repeat(501))).isEqualTo(refused("一条消息不超过 500 个字，请分几条发送。"));
    }

    @Test
    void no_way_leads_around_the_check() {
        assertThatIllegalArgumentException().isThrownBy(() -> new UtteranceText(" a"));
        assertThatIllegalArgumentException().isThrownBy(() -> new UtteranceText(""));
    }

    private static Outcome refused(String message) {
        return new Outcome.Refused(new FieldError("text", message));
    }
}
