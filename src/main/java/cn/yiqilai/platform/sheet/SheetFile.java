package cn.yiqilai.platform.sheet;

import cn.yiqilai.platform.Problem;
import cn.yiqilai.platform.ProblemException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A file that somebody uploaded. What it is, is told by its content and never by its name: a zip is a workbook, any text in
 * UTF-8 or GB18030 is CSV until somebody knows better.
 *
 * <p>Whatever is wrong with a file as a whole is a 400 about the field {@code file}.
 */
public sealed interface SheetFile {
    /** Rows of one sheet at most, the header left out. */
    int MOST_ROWS = 100_000;

    /**
     * Reads from beginning to end. Rows may have been given out when it turns out that the rest cannot be read.
     *
     * @throws ProblemException 400 about {@code file}
     */
    void read(SheetTarget target);

    /** An Excel workbook: its first sheet with a header counts. */
    record Xlsx(Path file) implements SheetFile {
        @Override
        public void read(SheetTarget target) {
            Workbook.read(file, target);
        }
    }

    /** @param utf8 false when only GB18030 could read it */
    record Text(String content, boolean utf8) implements SheetFile {
        @Override
        public void read(SheetTarget target) {
            CommaSeparated.read(content, target);
        }
    }

    /** @throws ProblemException 400 about {@code file} when it is neither */
    static SheetFile open(Path file) {
        var bytes = bytes(file);
        if (startsWith(bytes, 'P', 'K', 3, 4)) {
            return new Xlsx(file);
        }
        if (startsWith(bytes, 0xD0, 0xCF, 0x11, 0xE0)) {
            throw unreadable("sheet.old-excel");
        }
        return text(bytes);
    }

    /** The whole of a file that is text in UTF-8 for certain. */
    static String utf8(Path file) {
        var text = decode(bytes(file), StandardCharsets.UTF_8);
        if (text == null) {
            throw unreadable("sheet.unknown-format");
        }
        return text;
    }

    /** A problem with the file as a whole. */
    static ProblemException unreadable(String code, Object... arguments) {
        return Problem.invalidField("file", code, arguments).asException();
    }

    private static Text text(byte[] bytes) {
        var text = decode(bytes, StandardCharsets.UTF_8);
        if (text != null) {
            return new Text(text, true);
        }
        var chinese = decode(bytes, Charset.forName("GB18030"));
        if (chinese == null) {
            throw unreadable("sheet.unknown-format");
        }
        return new Text(chinese, false);
    }

    /** Null when the bytes are no text of that encoding. */
    private static @Nullable String decode(byte[] bytes, Charset charset) {
        try {
            var text = charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            if (text.indexOf('\0') >= 0) {
                return null;
            }
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    private static boolean startsWith(byte[] bytes, int... magic) {
        return bytes.length >= magic.length
                && IntStream.range(0, magic.length).allMatch(i -> (bytes[i] & 0xFF) == magic[i]);
    }
}
