package cn.yiqilai.access.postgres;

import cn.yiqilai.access.Actor;
import cn.yiqilai.access.AuditTrail;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** The trail as rows; one row holds the end of the chain and is locked while a line is added. */
@ApplicationScoped
class ChainedAuditTrail implements AuditTrail {
    private record End(long line, byte[] hash) {}

    private record Line(long line, Instant at, String text, byte[] hash) {}

    private final Jdbi jdbi;
    private final Clock clock;

    ChainedAuditTrail(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    @Override
    @Transactional
    public void record(Actor actor, String action, String subjectKind, String subjectId, Map<String, String> detail) {
        var at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        jdbi.useHandle(handle -> append(handle, at, actor, action, subjectKind, subjectId, write(detail)));
    }

    private static void append(
            Handle handle, Instant at, Actor actor, String action, String kind, String subject, String detail) {
        var end = handle.createQuery("SELECT line, hash FROM audit_end FOR UPDATE")
                .map((row, context) -> new End(row.getLong("line"), row.getBytes("hash")))
                .one();
        var line = end.line() + 1;
        var hash = seal(end.hash(), line, at, text(actor.id(), action, kind, subject, detail));
        handle.createUpdate("""
                        INSERT INTO audit_line (line, at, actor, action, subject_kind, subject_id, detail, hash)
                        VALUES (:line, :at, :actor, :action, :kind, :subject, :detail, :hash)""")
                .bind("line", line)
                .bind("at", at)
                .bind("actor", actor.id())
                .bind("action", action)
                .bind("kind", kind)
                .bind("subject", subject)
                .bind("detail", detail)
                .bind("hash", hash)
                .execute();
        handle.execute("UPDATE audit_end SET line = ?, hash = ?", line, hash);
    }

    @Override
    public Verdict verify() {
        return jdbi.withHandle(handle -> {
            try (var lines = handle.createQuery("SELECT * FROM audit_line ORDER BY line")
                    .setFetchSize(1000)
                    .map((row, context) -> new Line(
                            row.getLong("line"),
                            row.getTimestamp("at").toInstant(),
                            text(
                                    row.getString("actor"),
                                    row.getString("action"),
                                    row.getString("subject_kind"),
                                    row.getString("subject_id"),
                                    row.getString("detail")),
                            row.getBytes("hash")))
                    .iterator()) {
                var previous = new byte[0];
                var count = 0L;
                while (lines.hasNext()) {
                    var line = lines.next();
                    count++;
                    if (line.line() != count
                            || !MessageDigest.isEqual(seal(previous, count, line.at(), line.text()), line.hash())) {
                        return new Verdict.Broken(count);
                    }
                    previous = line.hash();
                }
                return endFits(handle, count, previous) ? new Verdict.Intact(count) : new Verdict.Broken(count + 1);
            }
        });
    }

    /** Lines cut off at the end show here: the end still names them. */
    private static boolean endFits(Handle handle, long count, byte[] hash) {
        return handle.createQuery("SELECT line, hash FROM audit_end")
                .map((row, context) ->
                        row.getLong("line") == count && MessageDigest.isEqual(row.getBytes("hash"), hash))
                .one();
    }

    private static String text(String actor, String action, String kind, String subject, String detail) {
        return String.join("\u001f", actor, action, kind, subject, detail);
    }

    private static String write(Map<String, String> detail) {
        return new TreeMap<>(detail)
                .entrySet().stream()
                        .map(pair -> pair.getKey() + "=" + pair.getValue())
                        .collect(Collectors.joining(";"));
    }

    private static byte[] seal(byte[] previous, long line, Instant at, String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(previous);
            digest.update((line + "\u001f" + at + "\u001f" + text).getBytes(StandardCharsets.UTF_8));
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
