package cn.yiqilai.studio;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A part of a document that a command writes: all between {@code <!-- NAME:begin -->} and {@code <!-- NAME:end -->}. */
record MarkedSection(Path document, String name) {
    /** @throws IllegalStateException when the document has no such part */
    void write(String content) throws IOException {
        var text = Files.readString(document);
        var begin = "<!-- " + name + ":begin -->";
        var start = text.indexOf(begin);
        var end = text.indexOf("<!-- " + name + ":end -->");
        if (start < 0 || end < start) {
            throw new IllegalStateException(document + " has no part " + begin);
        }
        Files.writeString(
                document, text.substring(0, start + begin.length()) + "\n" + content + "\n" + text.substring(end));
    }
}
