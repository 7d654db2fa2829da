package cn.yiqilai.workorder.postgres;

import cn.yiqilai.access.Actor;
import cn.yiqilai.platform.Page;
import cn.yiqilai.platform.postgres.Listing;
import cn.yiqilai.workorder.direct.DirectFiling;
import cn.yiqilai.workorder.direct.DirectReportRecords;
import cn.yiqilai.workorder.direct.Origin;
import cn.yiqilai.workorder.direct.Quarter;
import cn.yiqilai.workorder.direct.ReportedOrder;
import cn.yiqilai.workorder.direct.ReportedSheet;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** Direct reports as rows beside their orders. */
@ApplicationScoped
class DirectReportTable implements DirectReportRecords {
    private static final int MOST_SHEETS = 100;
    private static final String REPORTED = """
            SELECT work_order.*, report.identity, report.content, report.unit AS reporting_unit, report.origin,
                   report.raised_on, report.closed, report.platform, report.sheet, report.reported_at
            """;
    private static final String WANTED = """
             FROM direct_report AS report JOIN work_order ON work_order.id = report.order_id
            WHERE (CAST(:from AS date) IS NULL OR report.raised_on BETWEEN :from AND :until)
              AND (CAST(:unit AS text) IS NULL OR report.unit = :unit)
              AND (CAST(:closed AS boolean) IS NULL OR report.closed = :closed)
            """;

    private final Jdbi jdbi;

    DirectReportTable(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public void hold() {
        jdbi.useHandle(handle -> handle.execute("LOCK TABLE direct_report IN SHARE ROW EXCLUSIVE MODE"));
    }

    @Override
    public Optional<ReportedOrder> find(String identity) {
        return Optional.ofNullable(find(List.of(identity)).get(identity));
    }

    @Override
    public Map<String, ReportedOrder> find(Collection<String> identities) {
        record Found(String identity, ReportedOrder reported) {}
        return jdbi
                .withHandle(handle -> handle.createQuery(REPORTED + """
                         FROM direct_report AS report JOIN work_order ON work_order.id = report.order_id
                        WHERE report.identity = ANY (:identities)""")
                        .bindArray("identities", String.class, identities.toArray())
                        .map((row, context) -> new Found(row.getString("identity"), read(row)))
                        .list())
                .stream()
                .collect(Collectors.toMap(Found::identity, Found::reported));
    }

    @Override
    public void add(DirectFiling filing, ReportedOrder reported, Actor actor) {
        var settled = filing.settled();
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO direct_report (order_id, identity, content, unit, origin, raised_on, closed, platform,
                                                   satisfaction, sheet, reported_by, reported_at)
                        VALUES (:order, :identity, :content, :unit, :origin, :raised, :closed, :platform,
                                :satisfaction, :sheet, :actor, :at)""")
                .bind("order", reported.order().id().value())
                .bind("identity", filing.identity())
                .bind("content", reported.content())
                .bind("unit", reported.unit())
                .bind(
                        "origin",
                        Optional.ofNullable(reported.origin()).map(Origin::name).orElse(null))
                .bind("raised", reported.raisedOn())
                .bind("closed", reported.settled())
                .bind("platform", reported.platform())
                .bind("satisfaction", settled == null ? null : settled.satisfaction())
                .bind("sheet", reported.sheet())
                .bind("actor", actor.id())
                .bind("at", reported.at())
                .execute());
    }

    @Override
    public Page<ReportedOrder> list(Filter filter, Page.Request page) {
        return new Listing(REPORTED, WANTED, "ORDER BY report.raised_on, work_order.number")
                .page(jdbi, page, query -> wanted(query, filter), (row, context) -> read(row));
    }

    private static Query wanted(Query statement, Filter filter) {
        var quarter = Optional.ofNullable(filter.quarter());
        return statement
                .bind("from", quarter.map(Quarter::first).orElse(null))
                .bind("until", quarter.map(Quarter::last).orElse(null))
                .bind("unit", filter.unit())
                .bind("closed", filter.settled());
    }

    private static ReportedOrder read(ResultSet row) throws SQLException {
        var origin = row.getString("origin");
        return new ReportedOrder(
                WorkOrderRow.read(row),
                row.getString("content"),
                row.getString("reporting_unit"),
                origin == null ? null : Origin.valueOf(origin),
                row.getObject("raised_on", LocalDate.class),
                row.getBoolean("closed"),
                row.getString("platform"),
                row.getObject("sheet", Integer.class),
                row.getTimestamp("reported_at").toInstant());
    }

    @Override
    public int nextSheet() {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT 1 + coalesce(max(number), 0) FROM direct_report_sheet")
                        .mapTo(Integer.class)
                        .one());
    }

    @Override
    public void addSheet(ReportedSheet sheet) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO direct_report_sheet (number, quarter, unit, file_name, created, unchanged, actor, at)
                        VALUES (:number, :quarter, :unit, :file, :created, :unchanged, :actor, :at)""")
                .bind("number", sheet.number())
                .bind("quarter", sheet.quarter().toString())
                .bind("unit", sheet.unit())
                .bind("file", sheet.fileName())
                .bind("created", sheet.created())
                .bind("unchanged", sheet.unchanged())
                .bind("actor", sheet.actor())
                .bind("at", sheet.at())
                .execute());
    }

    @Override
    public List<ReportedSheet> sheets(@Nullable String unit) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT * FROM direct_report_sheet WHERE CAST(:unit AS text) IS NULL OR unit = :unit
                        ORDER BY number DESC LIMIT :most""")
                .bind("unit", unit)
                .bind("most", MOST_SHEETS)
                .map((row, context) -> new ReportedSheet(
                        row.getInt("number"),
                        Quarter.parse(row.getString("quarter")).orElseThrow(),
                        row.getString("unit"),
                        row.getString("file_name"),
                        row.getInt("created"),
                        row.getInt("unchanged"),
                        row.getString("actor"),
                        row.getTimestamp("at").toInstant()))
                .list());
    }
}
