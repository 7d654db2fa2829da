package cn.yiqilai.platform.postgres;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

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

    /** @return false when there is one of that id; nothing was written */
    public boolean insertInbound(
            String id, byte[] fingerprint, String number, String text, @Nullable String subject, Instant now) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                                INSERT INTO sms_inbound (id, fingerprint, number, text, subject, received_at)
                                VALUES (:id, :fingerprint, :number, :text, :subject, :now) ON CONFLICT DO NOTHING""")
                        .bind("id", id)
                        .bind("fingerprint", fingerprint)
                        .bind("number", number)
                        .bind("text", text)
                        .bind("subject", subject)
                        .bind("now", now)
                        .execute())
                == 1;
    }

    public byte[] fingerprint(String id) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT fingerprint FROM sms_inbound WHERE id = :id")
                .bind("id", id)
                .mapTo(byte[].class)
                .one());
    }

    /**
     * @param meantSince what numbers were written to about before is forgotten
     * @param contentSince numbers and texts of replies before are
     * @param since replies before are, altogether
     */
    public int tidy(Instant meantSince, Instant contentSince, Instant since) {
        return jdbi.withHandle(handle -> handle.createUpdate("DELETE FROM sms_subject WHERE sent_at < :since")
                        .bind("since", meantSince)
                        .execute()
                + handle.createUpdate("DELETE FROM sms_inbound WHERE received_at < :since")
                        .bind("since", since)
                        .execute()
                + handle.createUpdate("""
                                UPDATE sms_inbound SET number = NULL, text = NULL
                                WHERE received_at < :since AND number IS NOT NULL""").bind("since", contentSince).execute());
    }

    private static byte[] digest(String number) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(number.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
