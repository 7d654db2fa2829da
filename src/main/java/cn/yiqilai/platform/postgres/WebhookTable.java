package cn.yiqilai.platform.postgres;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Addresses of departments' systems as rows. */
@ApplicationScoped
public class WebhookTable {
    /** @param unit id of a unit, or {@code all} */
    public record Wanting(UUID id, String unit) {}

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
}
