package cn.yiqilai.platform.postgres;

import cn.yiqilai.platform.Page;
import cn.yiqilai.platform.webhook.Webhook;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Addresses of departments' systems as rows; a removed one is kept and found by nobody. */
@ApplicationScoped
public class WebhookTable {
    /** @param unit id of a unit, or {@code all} */
    public record Wanting(UUID id, String unit) {}

    /** An address with its sealed secrets. */
    public record Stored(Webhook webhook, byte[] secret, byte @Nullable [] formerSecret) {
        /** Says nothing of the secrets. */
        @Override
        public String toString() {
            return "Stored[" + webhook.id() + "]";
        }
    }

    private final Jdbi jdbi;

    WebhookTable(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Those in use that want events of that kind and are registered for one of these units; in a fixed order. */
    public List<Wanting> wanting(String kind, Set<String> units) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT id, unit FROM webhook
                        WHERE active AND unit = ANY(:units) AND (:kind = ANY(kinds) OR '*' = ANY(kinds))
                        ORDER BY id""")
                .bindArray("units", String.class, units)
                .bind("kind", kind)
                .map((row, context) -> new Wanting(row.getObject("id", UUID.class), row.getString("unit")))
                .list());
    }

    public long count() {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT count(*) FROM webhook WHERE removed_at IS NULL")
                .mapTo(Long.class)
                .one());
    }

    /** Newest first. */
    public Page<Webhook> list(Page.Request wanted) {
        var items = jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT * FROM webhook WHERE removed_at IS NULL
                        ORDER BY created_at DESC, id OFFSET :offset LIMIT :size""")
                .bind("offset", wanted.offset())
                .bind("size", wanted.size())
                .map((row, context) -> stored(row).webhook())
                .list());
        return new Page<>(items, count());
    }

    public Optional<Stored> find(UUID id) {
        return find(id, "");
    }

    /** As {@link #find}, and nobody else changes it until the transaction ends. */
    public Optional<Stored> lock(UUID id) {
        return find(id, " FOR UPDATE");
    }

    private Optional<Stored> find(UUID id, String lock) {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT * FROM webhook WHERE id = :id AND removed_at IS NULL" + lock)
                        .bind("id", id)
                        .map((row, context) -> stored(row))
                        .findOne());
    }

    public void insert(Webhook webhook, byte[] secret) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO webhook (id, unit, name, url, kinds, active, secret, version, created_at, changed_at)
                        VALUES (:id, :unit, :name, :url, :kinds, :active, :secret, :version, :createdAt, :changedAt)""")
                .bind("id", webhook.id())
                .bind("unit", webhook.unit())
                .bind("name", webhook.name())
                .bind("url", webhook.url().toString())
                .bindArray("kinds", String.class, webhook.kinds())
                .bind("active", webhook.active())
                .bind("secret", secret)
                .bind("version", webhook.version())
                .bind("createdAt", webhook.createdAt())
                .bind("changedAt", webhook.changedAt())
                .execute());
    }

    /** The secrets stay as they are. */
    public void update(Webhook webhook) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        UPDATE webhook SET unit = :unit, name = :name, url = :url, kinds = :kinds, active = :active,
                            version = :version, changed_at = :changedAt
                        WHERE id = :id""")
                .bind("id", webhook.id())
                .bind("unit", webhook.unit())
                .bind("name", webhook.name())
                .bind("url", webhook.url().toString())
                .bindArray("kinds", String.class, webhook.kinds())
                .bind("active", webhook.active())
                .bind("version", webhook.version())
                .bind("changedAt", webhook.changedAt())
                .execute());
    }

    public void rotate(
            UUID id, byte[] secret, byte @Nullable [] formerSecret, @Nullable Instant formerUntil, Instant now) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        UPDATE webhook SET secret = :secret, former_secret = :formerSecret, former_until = :formerUntil,
                            version = version + 1, changed_at = :now
                        WHERE id = :id""")
                .bind("id", id)
                .bind("secret", secret)
                .bind("formerSecret", formerSecret)
                .bind("formerUntil", formerUntil)
                .bind("now", now)
                .execute());
    }

    /** @return whether there was one to forget */
    public boolean forgetFormer(UUID id) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                                UPDATE webhook SET former_secret = NULL, former_until = NULL
                                WHERE id = :id AND former_secret IS NOT NULL""").bind("id", id).execute()) == 1;
    }

    /** Its secrets go with it. */
    public void remove(UUID id, Instant now) {
        jdbi.useHandle(handle ->
                handle.createUpdate("""
                        UPDATE webhook SET active = false, secret = '', former_secret = NULL, former_until = NULL,
                            version = version + 1, removed_at = :now
                        WHERE id = :id""").bind("id", id).bind("now", now).execute());
    }

    private static Stored stored(ResultSet row) throws SQLException {
        var formerUntil = row.getTimestamp("former_until");
        return new Stored(
                new Webhook(
                        row.getObject("id", UUID.class),
                        row.getString("unit"),
                        row.getString("name"),
                        URI.create(row.getString("url")),
                        Arrays.asList((String[]) row.getArray("kinds").getArray()),
                        row.getBoolean("active"),
                        formerUntil == null ? null : formerUntil.toInstant(),
                        row.getLong("version"),
                        row.getTimestamp("created_at").toInstant(),
                        row.getTimestamp("changed_at").toInstant()),
                row.getBytes("secret"),
                row.getBytes("former_secret"));
    }
}
