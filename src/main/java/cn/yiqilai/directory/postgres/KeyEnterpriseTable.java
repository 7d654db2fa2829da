package cn.yiqilai.directory.postgres;

import cn.yiqilai.directory.CallingNumber;
import cn.yiqilai.directory.Contact;
import cn.yiqilai.directory.KeyEnterprise;
import cn.yiqilai.directory.KeyEnterpriseFilter;
import cn.yiqilai.directory.KeyEnterpriseRecords;
import cn.yiqilai.directory.Sector;
import cn.yiqilai.platform.Page;
import cn.yiqilai.platform.postgres.Listing;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** Key enterprises as rows. */
@ApplicationScoped
class KeyEnterpriseTable implements KeyEnterpriseRecords {
    private static final String WANTED = """
             FROM key_enterprise
            WHERE (retired = false OR CAST(:retired AS boolean))
              AND (CAST(:sector AS text) IS NULL OR sector = :sector)
              AND (CAST(:stars AS integer) IS NULL OR coalesce(stars, 3) >= CAST(:stars AS integer))
              AND (CAST(:pattern AS text) IS NULL OR name ILIKE :pattern OR credit_code ILIKE :pattern
                   OR scope ILIKE :pattern OR address ILIKE :pattern OR authority ILIKE :pattern)
            """;

    private final Jdbi jdbi;

    KeyEnterpriseTable(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public Optional<KeyEnterprise> find(UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT * FROM key_enterprise WHERE id = :id")
                .bind("id", id)
                .map((row, context) -> read(row))
                .findOne());
    }

    @Override
    public Page<KeyEnterprise> list(KeyEnterpriseFilter filter, Page.Request page) {
        return Listing.of(WANTED, "ORDER BY coalesce(stars, 3) DESC, name, id")
                .page(jdbi, page, query -> wanted(query, filter), (row, context) -> read(row));
    }

    @Override
    public List<KeyEnterprise> inService() {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT * FROM key_enterprise WHERE NOT retired ORDER BY name, id")
                        .map((row, context) -> read(row))
                        .list());
    }

    @Override
    public void save(Collection<KeyEnterprise> enterprises) {
        Batches.execute(jdbi, """
                INSERT INTO key_enterprise (id, name, credit_code, sector, stars, address, legal_name, legal_numbers,
                                            liaison_name, liaison_numbers, other_numbers, scope, authority,
                                            key_information, retired, version, updated_at)
                VALUES (:id, :name, :code, :sector, CAST(:stars AS integer), :address, :legalName, :legalNumbers,
                        :liaisonName, :liaisonNumbers, :numbers, :scope, :authority, :information, :retired, :version,
                        :updated)
                ON CONFLICT (id) DO UPDATE SET
                    name = :name, credit_code = :code, sector = :sector, stars = CAST(:stars AS integer),
                    address = :address, legal_name = :legalName, legal_numbers = :legalNumbers,
                    liaison_name = :liaisonName, liaison_numbers = :liaisonNumbers, other_numbers = :numbers,
                    scope = :scope, authority = :authority, key_information = :information, retired = :retired,
                    version = :version, updated_at = :updated""", enterprises, (batch, enterprise) -> batch.bind("id", enterprise.id())
                .bind("name", enterprise.name())
                .bind("code", enterprise.creditCode())
                .bind(
                        "sector",
                        enterprise.sector() == null ? null : enterprise.sector().name())
                .bind("stars", enterprise.stars())
                .bind("address", enterprise.address())
                .bind("legalName", enterprise.legalRepresentative().name())
                .bindArray(
                        "legalNumbers",
                        String.class,
                        enterprise.legalRepresentative().numbers())
                .bind("liaisonName", enterprise.liaison().name())
                .bindArray("liaisonNumbers", String.class, enterprise.liaison().numbers())
                .bindArray("numbers", String.class, enterprise.numbers())
                .bind("scope", enterprise.scope())
                .bind("authority", enterprise.authority())
                .bind("information", enterprise.keyInformation())
                .bind("retired", enterprise.retired())
                .bind("version", enterprise.version())
                .bind("updated", enterprise.updatedAt()));
        var numbers = new LinkedHashMap<UUID, List<String>>();
        enterprises.forEach(enterprise -> numbers.put(
                enterprise.id(),
                enterprise.retired()
                        ? List.of()
                        : enterprise.whitelist().stream()
                                .map(CallingNumber::digits)
                                .toList()));
        NumberDigests.replace(jdbi, "enterprise", numbers);
    }

    private static Query wanted(Query statement, KeyEnterpriseFilter filter) {
        return statement
                .bind("retired", filter.retired())
                .bind("sector", filter.sector() == null ? null : filter.sector().name())
                .bind("stars", filter.stars())
                .bind("pattern", Listing.holding(filter.query()));
    }

    private static KeyEnterprise read(ResultSet row) throws SQLException {
        @Nullable String sector = row.getString("sector");
        return new KeyEnterprise(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("credit_code"),
                sector == null ? null : Sector.valueOf(sector),
                row.getObject("stars", Integer.class),
                row.getString("address"),
                new Contact(row.getString("legal_name"), Batches.texts(row, "legal_numbers")),
                new Contact(row.getString("liaison_name"), Batches.texts(row, "liaison_numbers")),
                Batches.texts(row, "other_numbers"),
                row.getString("scope"),
                row.getString("authority"),
                row.getString("key_information"),
                row.getBoolean("retired"),
                row.getLong("version"),
                row.getTimestamp("updated_at").toInstant());
    }
}
