package cn.yiqilai.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import cn.yiqilai.knowledge.sheet.SniffedFiles;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SeedFolderTest {
    private static final String SOUND = "{\"id\":\"a-1\",\"question\":\"问题一\",\"answer\":\"答案一\"}\n";

    private final ObjectMapper json = new ObjectMapper();
    private final SeedFolder seed = new SeedFolder(new SniffedFiles(json), json);

    @TempDir
    Path folder;

    @Test
    void a_folder_that_is_not_there_holds_nothing() {
        assertThat(seed.entries(folder.resolve("nowhere"))).isEmpty();
        assertThat(seed.intents(folder)).isEmpty();
        assertThat(seed.language(folder, LanguagePart.SYNONYMS)).isEmpty();
    }

    @Test
    void the_small_seed_is_sound() {
        var small = Path.of("src/test/resources/kb-small");

        assertThat(seed.entries(small.resolve("entries"))).hasSize(12);
        assertThat(seed.intents(small)).hasSize(8);
        assertThat(seed.language(small, LanguagePart.DICTIONARY)).contains("试用期");
    }

    @Test
    void a_wrong_line_stops_with_file_and_number_and_reason() throws IOException {
        Files.writeString(folder.resolve("tax.jsonl"), SOUND + "\n{\"id\":\"a-2\",\"question\":\"问题二\"}\n");

        assertThatIllegalStateException()
                .isThrownBy(() -> seed.entries(folder))
                .withMessageContaining("tax.jsonl:3: answer");
    }

    @Test
    void broken_json_stops_too() throws IOException {
        Files.writeString(folder.resolve("tax.jsonl"), SOUND + "{\"id\":");

        assertThatIllegalStateException().isThrownBy(() -> seed.entries(folder)).withMessageContaining("tax.jsonl:2");
    }

    @Test
    void one_id_in_two_files_stops() throws IOException {
        Files.writeString(folder.resolve("a.jsonl"), SOUND);
        Files.writeString(folder.resolve("b.jsonl"), SOUND);

        assertThatIllegalStateException()
                .isThrownBy(() -> seed.entries(folder))
                .withMessageContaining("b.jsonl:1")
                .withMessageContaining("a.jsonl:1");
    }

    @Test
    void wrong_intents_and_words_are_named() throws IOException {
        Files.writeString(folder.resolve("intents.jsonl"), "{\"id\":\"greeting\"}\n");
        Files.writeString(folder.resolve("dictionary.txt"), "试用期 n 1000\n试用期 n 很多\n");

        assertThatIllegalStateException()
                .isThrownBy(() -> seed.intents(folder))
                .withMessageContaining("intents.jsonl:1")
                .withMessageContaining("reply");
        assertThatIllegalStateException()
                .isThrownBy(() -> seed.language(folder, LanguagePart.DICTIONARY))
                .withMessageContaining("dictionary.txt")
                .withMessageContaining("text.2");
    }
}
