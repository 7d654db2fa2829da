package cn.yiqilai.studio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.yiqilai.studio.QuestionSet.Source;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuestionSetTest {
    @TempDir
    Path folder;

    @Test
    void rows_turns_and_what_was_heard_are_read() throws IOException {
        var file = file(
                "{\"q\":\"问一\",\"gold\":[\"F1\",\"F2\"],\"split\":\"fit\",\"style\":\"historic\"}",
                "{\"q\":\"问二\",\"gold\":[],\"kind\":\"near_miss\"}",
                "{\"q\":\"文三\",\"clean\":\"问三\",\"gold\":[\"F3\"]}",
                "{\"id\":\"d1\",\"turns\":[{\"user\":\"问\",\"gold\":[\"F4\"]},{\"user\":\"那呢\",\"gold\":[],\"expect\":\"HANDOFF\"}]}");
        var set = QuestionSet.read(List.of(file));

        assertThat(set.questions()).extracting(QuestionSet.Labelled::question).containsExactly("问一", "问二", "文三", "问三");
        var first = set.questions().getFirst();
        assertThat(first.fit()).isTrue();
        assertThat(first.historic()).isTrue();
        assertThat(first.gold()).containsExactlyInAnyOrder("F1", "F2");
        assertThat(set.questions().get(1).inScope()).isFalse();
        // What is not said to be for fitting is kept for checking.
        assertThat(set.questions().get(1).fit()).isFalse();
        assertThat(set.questions())
                .extracting(QuestionSet.Labelled::source)
                .containsExactly(Source.TEXT, Source.TEXT, Source.SPEECH, Source.SPEECH_CLEAN);
        assertThat(set.dialogues().getFirst().turns())
                .extracting(QuestionSet.Turn::expect)
                .containsExactly("ANSWER", "HANDOFF");
    }

    @Test
    void a_turn_of_nobody_is_named() throws IOException {
        var file = file("{\"q\":\"问\",\"gold\":[]}", "{\"id\":\"d1\",\"turns\":[{\"gold\":[]}]}");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> QuestionSet.read(List.of(file)))
                .withMessageContaining("line 2");
    }

    @Test
    void a_line_that_is_no_row_is_named() throws IOException {
        var file = file("{\"q\":\"问\",\"gold\":[]}", "{\"question\":\"问\"}");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> QuestionSet.read(List.of(file)))
                .withMessageContaining("line 2");
        assertThatThrownBy(() -> QuestionSet.read(List.of(folder.resolve("nowhere.jsonl"))))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("nowhere.jsonl");
    }

    @Test
    void empty_lines_mean_nothing() throws IOException {
        assertThat(QuestionSet.read(List.of(file("{\"q\":\"问\",\"gold\":[]}", "", "  ")))
                        .questions())
                .hasSize(1);
    }

    private Path file(String... lines) throws IOException {
        return Files.write(folder.resolve("set.jsonl"), List.of(lines));
    }
}
