package cn.yiqilai.platform.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShortMessageTest {
    @ParameterizedTest
    @CsvSource({"5, 5", "１, 1", "' 4 ', 4", "3分, 3", "2。, 2", "'5!', 5", "'4 分。', 4"})
    void a_reply_that_is_nothing_but_a_grade_is_one(String text, int grade) {
        assertThat(reply(text).grade()).hasValue(grade);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "6", "55", "5 4", "满意", "5星好评", "-5", "五", "1.5", "退订", "第5"})
    void anything_else_is_no_grade(String text) {
        assertThat(reply(text).grade()).isEmpty();
    }

    @Test
    void a_number_is_kept_as_digits() {
        assertThat(new ShortMessage("k", "+86 515-1234 5678", "好", "s").to()).isEqualTo("8651512345678");
    }

    @Test
    void what_is_out_of_bounds_is_a_mistake_of_the_caller_that_tells_nothing_of_anybody() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ShortMessage("order/1", "0515-abc", "好", "s"))
                .withMessageNotContaining("0515");
        assertThatIllegalArgumentException().isThrownBy(() -> new ShortMessage("k", "12345678", " ", "s"));
        assertThatIllegalArgumentException().isThrownBy(() -> new ShortMessage("k", "12345678", "长".repeat(501), "s"));
        assertThat(new ShortMessage("k", "12345678", "请回复1到5", "s")).hasToString("ShortMessage[k]");
        assertThat(reply("5")).hasToString("ShortMessageReceived[id]");
    }

    private static ShortMessageReceived reply(String text) {
        return new ShortMessageReceived("id", "051512345678", text, Optional.empty(), Instant.EPOCH);
    }
}
