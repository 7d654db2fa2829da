package cn.yiqilai.knowledge.sheet;

import cn.yiqilai.knowledge.ImportFiles;
import cn.yiqilai.platform.Problem;
import cn.yiqilai.platform.ProblemException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Tells by the content what a file is: a zip is a workbook, a brace begins JSON lines, any other text is CSV. */
@ApplicationScoped
public class SniffedFiles implements ImportFiles {
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] OLD_EXCEL = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
    private static final Charset CHINESE = Charset.forName("GB18030");

    private final JsonLines jsonLines;

    public SniffedFiles(ObjectMapper json) {
        jsonLines = new JsonLines(json);
    }

    @Override
    public void read(Path file, Rows rows) {
        var counted = new CountedRows(rows);
        var bytes = bytes(file);
        if (startsWith(bytes, ZIP)) {
            Workbook.read(file, counted);
        } else if (startsWith(bytes, OLD_EXCEL)) {
            throw unreadable("knowledge.import.old-excel");
        } else {
            readText(bytes, counted);
        }
        if (counted.count() == 0) {
            throw unreadable("knowledge.import.empty");
        }
    }

    @Override
    public void readJsonLines(Path file, Rows rows) {
        jsonLines.read(utf8(bytes(file)), new CountedRows(rows));
    }

    static ProblemException unreadable(String code, Object... arguments) {
        return Problem.invalidField("file", code, arguments).asException();
    }

    private void readText(byte[] bytes, CountedRows rows) {
        var text = decode(bytes, StandardCharsets.UTF_8);
        if (text != null && text.stripLeading().startsWith("{")) {
            jsonLines.read(text, rows);
            return;
        }
        var sheet = text == null ? decode(bytes, CHINESE) : text;
        if (sheet == null) {
            throw unreadable("knowledge.import.unknown-format");
        }
        CommaSeparated.read(sheet, rows);
    }

    private static String utf8(byte[] bytes) {
        if (bytes.length == 0) {
            return "";
        }
        var text = decode(bytes, StandardCharsets.UTF_8);
        if (text == null) {
            throw unreadable("knowledge.import.unknown-format");
        }
        return text;
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

    private static boolean startsWith(byte[] bytes, byte[] magic) {
        return bytes.length >= magic.length && Arrays.equals(bytes, 0, magic.length, magic, 0, magic.length);
    }
}
