package cn.yiqilai.studio.web;

import cn.yiqilai.platform.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/** A question set as it arrives: a body of its own or a file of a form. */
final class QuestionFile {
    /** One JSON object a line. */
    static final String LINES = "application/x-ndjson";

    static final String EXAMPLE = """
            {"q":"小规模一个月开票9万要交增值税吗","gold":["vat-small-monthly"]}
            {"q":"我要转人工","gold":[],"kind":"wants_human"}
            """;

    private static final int MOST_BYTES = 2 * 1024 * 1024;
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private QuestionFile() {}

    /** @throws cn.yiqilai.platform.ProblemException 413 when it is too large, 400 when it is not UTF-8 */
    static String read(InputStream body) {
        try {
            var bytes = body.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw Problem.of(413, "studio.lines.too-large").asException();
            }
            return text(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("the question set could not be received", e);
        }
    }

    /** @throws cn.yiqilai.platform.ProblemException as the other, and 400 when there is no file */
    static String read(@Nullable FileUpload file) {
        if (file == null) {
            throw Problem.invalidField("file", "studio.lines.no-file").asException();
        }
        try (var stream = Files.newInputStream(file.uploadedFile())) {
            return read(stream);
        } catch (IOException e) {
            throw new UncheckedIOException("the upload could not be read", e);
        }
    }

    private static String text(byte[] bytes) {
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw Problem.invalid("studio.lines.encoding").asException();
        }
    }
}
