package cn.yiqilai.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Properties;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class MessagesTest {
    @Test
    void a_sentence_has_its_places_filled() {
        assertThat(Messages.of("page.size", 200)).isEqualTo("size 须在 1 到 200 之间。");
    }

    @Test
    void what_is_filled_in_is_never_read_as_a_place() {
        assertThat(Messages.of("command.unknown", "{1} it's")).contains("{1} it's");
    }

    @Test
    void a_sentence_nobody_wrote_is_a_mistake() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Messages.of("no.such.sentence"))
                .withMessageContaining("no.such.sentence");
    }

    @Test
    void every_sentence_can_be_filled() throws IOException {
        assertThat(sentences()).allSatisfy((name, value) -> {
            var sentence = value.toString();
            assertThat(sentence).isNotBlank();
            if (sentence.contains("{0")) {
                // One apostrophe would quote what stands behind it.
                assertThat(sentence.replace("''", "")).doesNotContain("'");
                assertThat(new MessageFormat(sentence, Locale.ROOT).format(new Object[] {1, 2, 3, 4}))
                        .doesNotContain("{");
            }
        });
    }

    @Test
    void no_name_is_given_twice() throws IOException {
        var names = new ArrayList<String>();
        for (var line : Files.readAllLines(Path.of("src/main/resources/messages.properties"))) {
            if (!line.isBlank() && !line.startsWith("#")) {
                names.add(line.substring(0, line.indexOf('=')).strip());
            }
        }
        assertThat(names).doesNotHaveDuplicates();
    }

    /** Every name that the program spells out; names that are put together are tested where they are. */
    @Test
    void every_name_in_the_program_has_its_sentence() throws IOException {
        var named = Pattern.compile(
                "(?:Messages\\.of|Problem\\.(?:invalid|notFound|conflict))\\(\\s*\"([a-z0-9.-]+)\"\\s*[,)]");
        var known = sentences().stringPropertyNames();
        try (var files = Files.walk(Path.of("src/main/java"))) {
            for (var file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                var matcher = named.matcher(Files.readString(file));
                while (matcher.find()) {
                    assertThat(known).as(file.toString()).contains(matcher.group(1));
                }
            }
        }
    }

    private static Properties sentences() throws IOException {
        var sentences = new Properties();
        try (var stream = MessagesTest.class.getResourceAsStream("/messages.properties")) {
            sentences.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
        }
        return sentences;
    }
}
