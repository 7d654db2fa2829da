package cn.yiqilai.directory.postgres;

import cn.yiqilai.directory.CallingNumber;
import cn.yiqilai.directory.Contact;
import cn.yiqilai.directory.MajorProject;
import cn.yiqilai.directory.MajorProjectFilter;
import cn.yiqilai.directory.MajorProjectRecords;
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

/** Major projects as rows. */
@ApplicationScoped
class MajorProjectTable implements MajorProjectRecords {
    private static final String WANTED = """
             FROM major_project
            WHERE (retired = false OR CAST(:retired AS boolean))
              AND (CAST(:pattern AS text) IS NULL OR name ILIKE :pattern OR content ILIKE :pattern
                   OR company ILIKE :pattern OR credit_code ILIKE :pattern OR address ILIKE :pattern
                   OR industry ILIKE :pattern OR authority ILIKE :pattern)
            """;

    private final Jdbi jdbi;

    MajorProjectTable(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public Optional<MajorProject> find(UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT * FROM major_project WHERE id = :id")
                .bind("id", id)
                .map((row, context) -> read(row))
                .findOne());
    }

    @Override
    public Page<MajorProject> list(MajorProjectFilter filter, Page.Request page) {
        return Listing.of(WANTED, "ORDER BY name, id")
                .page(jdbi, page, query -> wanted(query, filter), (row, context) -> read(row));
    }

    @Override
    public List<MajorProject> inService() {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT * FROM major_project WHERE NOT retired ORDER BY name, id")
                        .map((row, context) -> read(row))
                        .list());
    }

    @Override
    public void save(Collection<MajorProject> projects) {
        Batches.execute(jdbi, """
                INSERT INTO major_project (id, name, content, company, credit_code, address, industry, authority,
                                           liaison_name, liaison_numbers, key_information, retired, version, updated_at)
                VALUES (:id, :name, :content, :company, :code, :address, :industry, :authority, :liaisonName,
                        :liaisonNumbers, :information, :retired, :version, :updated)
                ON CONFLICT (id) DO UPDATE SET
                    name = :name, content = :content, company = :company, credit_code = :code, address = :address,
                    industry = :industry, authority = :authority, liaison_name = :liaisonName,
                    liaison_numbers = :liaisonNumbers, key_information = :information, retired = :retired,
                    version = :version, updated_at = :updated""", projects, (batch, project) -> batch.bind("id", project.id())
                .bind("name", project.name())
                .bind("content", project.content())
                .bind("company", project.company())
                .bind("code", project.creditCode())
                .bind("address", project.address())
                .bind("industry", project.industry())
                .bind("authority", project.authority())
                .bind("liaisonName", project.liaison().name())
                .bindArray("liaisonNumbers", String.class, project.liaison().numbers())
                .bind("information", project.keyInformation())
                .bind("retired", project.retired())
                .bind("version", project.version())
                .bind("updated", project.updatedAt()));
        var numbers = new LinkedHashMap<UUID, List<String>>();
        projects.forEach(project -> numbers.put(
                project.id(),
                project.retired()
                        ? List.of()
                        : project.whitelist().stream()
                                .map(CallingNumber::digits)
                                .toList()));
        NumberDigests.replace(jdbi, "project", numbers);
    }

    private static Query wanted(Query statement, MajorProjectFilter filter) {
        return statement.bind("retired", filter.retired()).bind("pattern", Listing.holding(filter.query()));
    }

    private static MajorProject read(ResultSet row) throws SQLException {
        return new MajorProject(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("content"),
                row.getString("company"),
                row.getString("credit_code"),
                row.getString("address"),
                row.getString("industry"),
                row.getString("authority"),
                new Contact(row.getString("liaison_name"), Batches.texts(row, "liaison_numbers")),
                row.getString("key_information"),
                row.getBoolean("retired"),
                row.getLong("version"),
                row.getTimestamp("updated_at").toInstant());
    }
}
