package cn.yiqilai.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yiqilai.conversation.UtteranceText.Outcome;
import cn.yiqilai.platform.StorableText;
import cn.yiqilai.understanding.Utterances;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class UtteranceTextPropertyTest {
    @Property
    void a_text_is_taken_as_it_is_or_refused_with_a_reason(@ForAll("any") String text) {
        switch (UtteranceText.check(text)) {
            case Outcome.Accepted(UtteranceText taken) -> {
                assertThat(taken.value()).isEqualTo(text.strip()).isNotEmpty();
                assertThat(StorableText.length(taken.value())).isLessThanOrEqualTo(UtteranceText.LONGEST);
                assertThat(UtteranceText.check(taken.value())).isEqualTo(new Outcome.Accepted(taken));
            }
            case Outcome.Refused(var error) -> {
                assertThat(error.field()).isEqualTo("text");
                assertThat(error.message()).isNotBlank();
            }
        }
    }

    @Property
    void what_is_taken_can_be_written_down_and_read_again(@ForAll("any") String text) {
        if (UtteranceText.check(text) instanceof Outcome.Accepted(UtteranceText taken)) {
            var bytes = taken.value().getBytes(StandardCharsets.UTF_8);

            assertThat(new String(bytes, StandardCharsets.UTF_8))
                    .isEqualTo(taken.value())
                    .doesNotContain("\0");
        }
    }

    @Provide
    Arbitrary<String> any() {
        return Utterances.any();
    }
}
