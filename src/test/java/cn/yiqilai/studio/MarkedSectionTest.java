package cn.yiqilai.studio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MarkedSectionTest {
    @TempDir
    Path folder;

    @Test
    void only_what_is_between_the_marks_is_written_anew() throws IOException {
        var document = document("before\n<!-- figures:begin -->\nold\n<!-- figures:end -->\nafter\n");
        new MarkedSection(document, "figures").write("new");

        assertThat(document).hasContent("before\n<!-- figures:begin -->\nnew\n<!-- figures:end -->\nafter\n");
    }

    @Test
    void a_document_without_marks_is_left_alone() throws IOException {
        var document = document("before <!-- figures:end --> <!-- figures:begin -->");

        assertThatIllegalStateException()
                .isThrownBy(() -> new MarkedSection(document, "figures").write("new"))
                .withMessageContaining("figures:begin");
        assertThat(document).hasContent("before <!-- figures:end --> <!-- figures:begin -->");
    }

    private Path document(String text) throws IOException {
        return Files.writeString(folder.resolve("document.md"), text);
    }
}
