package cn.yiqilai.studio;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

class QuestionSetFuzzTest {
    @TempDir
    static Path folder;

    @FuzzTest(maxDuration = "3m")
    void any_file_is_read_or_named_as_wrong(byte[] bytes) throws IOException {
        var file = Files.write(folder.resolve("questions.jsonl"), bytes);
        try {
            var set = QuestionSet.read(List.of(file));

            assertThat(set.questions()).allMatch(row -> row.question() != null);
            assertThat(set.dialogues()).allMatch(dialogue -> dialogue.turns() != null);
        } catch (IllegalArgumentException | UncheckedIOException refused) {
            assertThat(refused).hasMessageContaining("questions.jsonl");
        }
    }
}
