package cn.yiqilai.studio;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yiqilai.conversation.UtteranceText;
import cn.yiqilai.understanding.RawText;
import com.code_intelligence.jazzer.junit.FuzzTest;

class QuestionLinesFuzzTest {
    @FuzzTest(maxDuration = "3m")
    void any_lines_are_questions_or_say_what_is_wrong(byte[] bytes) {
        switch (QuestionLines.read(RawText.of(bytes))) {
            case QuestionLines.Outcome.Sound sound ->
                assertThat(sound.rows())
                        .isNotEmpty()
                        .allMatch(row -> UtteranceText.check(row.question()) instanceof UtteranceText.Outcome.Accepted);
            case QuestionLines.Outcome.Faulty faulty ->
                assertThat(faulty.errors())
                        .isNotEmpty()
                        .allMatch(error -> error.field().startsWith("lines")
                                && !error.message().isBlank());
        }
    }
}
