package cn.yiqilai.platform;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** A file that somebody sent. */
public final class Upload {
    private Upload() {}

    /**
     * @param code what is said of a larger one
     * @throws ProblemException 413 when it is larger
     */
    public static void requireAtMost(Path file, long bytes, String code) {
        try {
            if (Files.size(file) > bytes) {
                throw Problem.of(413, code).asException();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** SHA-256 of the content, to which more may be added. */
    public static MessageDigest digest(Path file) {
        try (var stream = new DigestInputStream(Files.newInputStream(file), MessageDigest.getInstance("SHA-256"))) {
            stream.transferTo(OutputStream.nullOutputStream());
            return stream.getMessageDigest();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
