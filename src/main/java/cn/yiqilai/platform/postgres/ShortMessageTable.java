package cn.yiqilai.platform.postgres;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** What numbers were written to about, and what came back from them. */
@ApplicationScoped
public class ShortMessageTable {
    private final Jdbi jdbi;

    ShortMessageTable(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    public void rememberSubject(String number, String subject, Instant now) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO sms_subject (number_digest, subject, sent_at) VALUES (:digest, :subject, :now)
                        ON CONFLICT (number_digest) DO UPDATE SET subject = excluded.subject, sent_at = excluded.sent_at""")
                .bind("digest", digest(number))
                .bind("subject", subject)
                .bind("now", now)
                .execute());
    }

    /** What the number was last written to about, not before that instant. */
    public Optional<String> subject(String number, Instant since) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT subject FROM sms_subject WHERE number_digest = :digest AND sent_at >= :since")
                .bind("digest", digest(number))
                .bind("since", since)
                .mapTo(String.class)
                .findOne());
    }

    private static byte[] digest(String number) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(number.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
