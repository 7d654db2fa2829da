package cn.yiqilai.workorder.postgres;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import cn.yiqilai.city.Kind;
import cn.yiqilai.platform.Page;
import cn.yiqilai.workorder.State;
import cn.yiqilai.workorder.WorkOrderId;
import cn.yiqilai.workorder.oversight.Draw;
import cn.yiqilai.workorder.oversight.ListedOrder;
import cn.yiqilai.workorder.oversight.Programme;
import cn.yiqilai.workorder.oversight.ProgrammeRecords;
import cn.yiqilai.workorder.oversight.Progress;
import cn.yiqilai.workorder.oversight.Purpose;
import cn.yiqilai.workorder.oversight.Result;
import cn.yiqilai.workorder.oversight.UnitEvidence;
import cn.yiqilai.workorder.oversight.WrittenResult;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Programmes and what came of them, as rows that are only ever added. */
@ApplicationScoped
class ProgrammeTable implements ProgrammeRecords {
    /** What was closed in a period; what a department has settled by itself is no order that anybody handled. */
    private static final String CLOSED = """
            FROM work_order
            WHERE closed_at >= :from AND closed_at < :until AND (CAST(:unit AS text) IS NULL OR unit = :unit)
              AND NOT EXISTS (SELECT 1 FROM direct_report WHERE order_id = work_order.id AND closed)
            """;

    /** An earlier run of a clock was another unit's: a session answers for the latest, and for a running one as far as now. */
    private static final String EVIDENCE = """
            SELECT unit, count(*) FILTER (WHERE what = 'RETURN_APPROVED') AS returns,
                   count(*) FILTER (WHERE what = 'RETURN_REJECTED') AS rejected,
                   count(*) FILTER (WHERE what = 'JOINT_LATE') AS joint_late,
                   count(*) FILTER (WHERE what = 'UNTRUE') AS untrue,
                   count(*) FILTER (WHERE what IN ('UNTRUE', 'POOR')) AS poor
            FROM (SELECT detail ->> 'unit' AS unit, what FROM work_order_line
                  WHERE what IN ('RETURN_APPROVED', 'RETURN_REJECTED') AND at >= :from AND at < :until
                  UNION ALL
                  SELECT detail ->> 'lead', 'JOINT_LATE' FROM work_order_line AS line
                  WHERE what = 'JOINT_CONCLUDED' AND at >= :from AND at < :until
                    AND EXISTS (SELECT 1
                                FROM (SELECT DISTINCT ON (step) due_at, due_included,
                                             coalesce(met_at, stopped_at, CAST(:seen AS timestamptz)) AS done_at
                                      FROM work_order_deadline_now
                                      WHERE order_id = line.order_id AND step IN ('REPLY', 'CLOSE')
                                      ORDER BY step, run DESC) AS latest
                                WHERE due_at < done_at OR (due_at = done_at AND NOT due_included))
                  UNION ALL
                  SELECT unit, CASE WHEN truthful THEN 'POOR' ELSE 'UNTRUE' END
                  FROM (SELECT DISTINCT ON (programme_id, order_id) * FROM programme_result
                        WHERE kind = 'CHECK' AND at >= :from AND at < :until
                        ORDER BY programme_id, order_id, seq DESC) AS latest
                  WHERE NOT (standard AND specific AND complete AND truthful)) AS found
            WHERE unit IS NOT NULL
            GROUP BY unit ORDER BY unit
            """;

    private final Jdbi jdbi;

    ProgrammeTable(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public boolean add(Programme programme, List<WorkOrderId> orders) {
        return jdbi.withHandle(handle -> {
            if (!insert(handle, programme)) {
                return false;
            }
            var batch = handle.prepareBatch(
                    "INSERT INTO programme_order (programme_id, place, order_id) VALUES (:programme, :place, :order)");
            for (var i = 0; i < orders.size(); i++) {
                batch.bind("programme", programme.id())
                        .bind("place", i + 1)
                        .bind("order", orders.get(i).value())
                        .add();
            }
            batch.execute();
            return true;
        });
    }

    private static boolean insert(Handle handle, Programme programme) {
        var draw = Optional.ofNullable(programme.draw());
        return handle.createUpdate("""
                                INSERT INTO programme (id, purpose, title, reason, office, due_on, draw_from, draw_to, draw_unit,
                                                       draw_count, draw_seed, population, every_months, follows, made_by,
                                                       made_at)
                                VALUES (:id, :purpose, :title, :reason, :office, :dueOn, :from, :to, :unit, :count, :seed,
                                        :population, :everyMonths, CAST(:follows AS uuid), :by, :at)
                                ON CONFLICT (follows) DO NOTHING""")
                        .bind("id", programme.id())
                        .bind("purpose", programme.purpose().name())
                        .bind("title", programme.title())
                        .bind("reason", programme.reason())
                        .bind("office", programme.office())
                        .bind("dueOn", programme.dueOn())
                        .bind("from", draw.map(Draw::from).orElse(null))
                        .bind("to", draw.map(Draw::to).orElse(null))
                        .bind("unit", draw.map(Draw::unit).orElse(null))
                        .bind("count", draw.map(Draw::count).orElse(null))
                        .bind("seed", draw.map(Draw::seed).orElse(null))
                        .bind("population", draw.map(Draw::population).orElse(null))
                        .bind("everyMonths", programme.everyMonths())
                        .bind("follows", programme.follows())
                        .bind("by", programme.by())
                        .bind("at", programme.at())
                        .execute()
                == 1;
    }

    @Override
    public Optional<Programme> find(UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT * FROM programme WHERE id = :id")
                .bind("id", id)
                .map((row, context) -> programme(row))
                .findOne());
    }

    @Override
    public Page<Programme> list(@Nullable Purpose purpose, Page.Request page) {
        var wanted = purpose == null ? null : purpose.name();
        return jdbi.withHandle(handle -> {
            var total = handle.createQuery(
                            "SELECT count(*) FROM programme WHERE CAST(:purpose AS text) IS NULL OR purpose = :purpose")
                    .bind("purpose", wanted)
                    .mapTo(Long.class)
                    .one();
            var items = handle.createQuery("""
                            SELECT * FROM programme WHERE CAST(:purpose AS text) IS NULL OR purpose = :purpose
                            ORDER BY made_at DESC, id LIMIT :size OFFSET :offset""")
                    .bind("purpose", wanted)
                    .bind("size", page.size())
                    .bind("offset", page.offset())
                    .map((row, context) -> programme(row))
                    .list();
            return new Page<>(items, total);
        });
    }

    @Override
    public Map<UUID, Progress> progress(List<UUID> programmes) {
        return jdbi.withHandle(handle -> handle
                .createQuery("""
                                SELECT id,
                                       (SELECT count(*) FROM programme_order WHERE programme_id = programme.id) AS orders,
                                       (SELECT count(DISTINCT order_id) FROM programme_result
                                        WHERE programme_id = programme.id) AS seen,
                                       (SELECT id FROM programme AS later WHERE later.follows = programme.id) AS followed_by
                                FROM programme WHERE id = ANY(:ids)""")
                .bindArray("ids", UUID.class, programmes.toArray())
                .map((row, context) -> Map.entry(
                        row.getObject("id", UUID.class),
                        new Progress(
                                row.getLong("orders"), row.getLong("seen"), row.getObject("followed_by", UUID.class))))
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    @Override
    public List<ListedOrder> orders(UUID programme) {
        return jdbi.withHandle(handle -> {
            var results = results(handle, programme);
            return handle.createQuery("""
                            SELECT work_order.* FROM programme_order JOIN work_order ON work_order.id = order_id
                            WHERE programme_id = :programme ORDER BY place""")
                    .bind("programme", programme)
                    .map((row, context) -> listed(row, results))
                    .list();
        });
    }

    private static Map<UUID, List<WrittenResult>> results(Handle handle, UUID programme) {
        record Of(UUID order, WrittenResult result) {}
        return handle
                .createQuery("SELECT * FROM programme_result WHERE programme_id = :programme ORDER BY order_id, seq")
                .bind("programme", programme)
                .map((row, context) -> new Of(row.getObject("order_id", UUID.class), written(row)))
                .list()
                .stream()
                .collect(groupingBy(Of::order, mapping(Of::result, toList())));
    }

    @Override
    public long population(Draw draw) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT count(*) " + CLOSED)
                .bind("from", draw.begin())
                .bind("until", draw.end())
                .bind("unit", draw.unit())
                .mapTo(Long.class)
                .one());
    }

    @Override
    public List<WorkOrderId> draw(Draw draw) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT id " + CLOSED + " ORDER BY md5(CAST(:seed AS text) || id), id LIMIT :count")
                .bind("from", draw.begin())
                .bind("until", draw.end())
                .bind("unit", draw.unit())
                .bind("seed", Long.toString(draw.seed()))
                .bind("count", draw.count())
                .map((row, context) -> new WorkOrderId(row.getObject("id", UUID.class)))
                .list());
    }

    @Override
    public void write(UUID programme, WorkOrderId order, @Nullable String unit, WrittenResult written) {
        jdbi.useHandle(handle -> {
            lock(handle, programme, order);
            insert(handle, programme, order, unit, written);
        });
    }

    /** Results are numbered one after the other: whoever writes the next waits until this transaction ends. */
    private static void lock(Handle handle, UUID programme, WorkOrderId order) {
        handle.createQuery("""
                        SELECT place FROM programme_order WHERE programme_id = :programme AND order_id = :order
                        FOR UPDATE""")
                .bind("programme", programme)
                .bind("order", order.value())
                .mapTo(Integer.class)
                .one();
    }

    private static void insert(
            Handle handle, UUID programme, WorkOrderId order, @Nullable String unit, WrittenResult written) {
        var row = Row.of(written.result());
        handle.createUpdate("""
                        INSERT INTO programme_result (programme_id, order_id, seq, kind, unit, standard, specific, complete,
                                                      truthful, reached, grade, settled, enterprise_said, remark, actor, at)
                        SELECT :programme, :order, 1 + coalesce(max(seq), 0), :kind, :unit, :standard, :specific, :complete,
                               :truthful, :reached, :grade, :settled, :enterpriseSaid, :remark, :actor, :at
                        FROM programme_result WHERE programme_id = :programme AND order_id = :order""")
                .bind("programme", programme)
                .bind("order", order.value())
                .bind("kind", row.kind())
                .bind("unit", unit)
                .bind("standard", row.standard())
                .bind("specific", row.specific())
                .bind("complete", row.complete())
                .bind("truthful", row.truthful())
                .bind("reached", row.reached())
                .bind("grade", row.grade())
                .bind("settled", row.settled())
                .bind("enterpriseSaid", row.enterpriseSaid())
                .bind("remark", row.remark())
                .bind("actor", written.by())
                .bind("at", written.at())
                .execute();
    }

    @Override
    public List<UnitEvidence> evidence(Instant from, Instant until, Instant now) {
        return jdbi.withHandle(handle -> handle.createQuery(EVIDENCE)
                .bind("from", from)
                .bind("until", until)
                .bind("seen", until.isBefore(now) ? until : now)
                .map((row, context) -> new UnitEvidence(
                        row.getString("unit"),
                        row.getLong("returns"),
                        row.getLong("rejected"),
                        row.getLong("joint_late"),
                        row.getLong("untrue"),
                        row.getLong("poor")))
                .list());
    }

    /** The columns of a result; those of the other kinds are null. */
    private record Row(
            String kind,
            @Nullable Boolean standard,
            @Nullable Boolean specific,
            @Nullable Boolean complete,
            @Nullable Boolean truthful,
            @Nullable Boolean reached,
            @Nullable Integer grade,
            @Nullable Boolean settled,
            @Nullable String enterpriseSaid,
            @Nullable String remark) {
        static Row of(Result result) {
            return switch (result) {
                case Result.Check check ->
                    new Row(
                            "CHECK",
                            check.standard(),
                            check.specific(),
                            check.complete(),
                            check.truthful(),
                            null,
                            null,
                            null,
                            check.enterpriseSaid(),
                            check.finding());
                case Result.Called called ->
                    new Row(
                            "CALL",
                            null,
                            null,
                            null,
                            null,
                            called.reached(),
                            called.grade(),
                            null,
                            null,
                            called.remark());
                case Result.Concluded concluded ->
                    new Row(
                            "CONCLUSION",
                            null,
                            null,
                            null,
                            null,
                            null,
                            null,
                            concluded.settled(),
                            null,
                            concluded.finding());
            };
        }
    }

    private static WrittenResult written(ResultSet row) throws SQLException {
        return new WrittenResult(
                result(row), row.getString("actor"), row.getTimestamp("at").toInstant());
    }

    private static Result result(ResultSet row) throws SQLException {
        var kind = row.getString("kind");
        return switch (kind) {
            case "CHECK" ->
                new Result.Check(
                        row.getBoolean("standard"),
                        row.getBoolean("specific"),
                        row.getBoolean("complete"),
                        row.getBoolean("truthful"),
                        row.getString("enterprise_said"),
                        row.getString("remark"));
            case "CALL" ->
                new Result.Called(
                        row.getBoolean("reached"), row.getObject("grade", Integer.class), row.getString("remark"));
            case "CONCLUSION" -> new Result.Concluded(row.getBoolean("settled"), row.getString("remark"));
            default -> throw new IllegalStateException("no kind of result: " + kind);
        };
    }

    private static ListedOrder listed(ResultSet row, Map<UUID, List<WrittenResult>> results) throws SQLException {
        var id = row.getObject("id", UUID.class);
        return new ListedOrder(
                new WorkOrderId(id),
                row.getString("number"),
                Kind.valueOf(row.getString("kind")),
                row.getString("unit"),
                State.valueOf(row.getString("state")),
                row.getTimestamp("registered_at").toInstant(),
                instant(row, "due_at"),
                instant(row, "closed_at"),
                row.getInt("returns"),
                row.getString("supervision") != null,
                results.getOrDefault(id, List.of()));
    }

    private static Programme programme(ResultSet row) throws SQLException {
        return new Programme(
                row.getObject("id", UUID.class),
                Purpose.valueOf(row.getString("purpose")),
                row.getString("title"),
                row.getString("reason"),
                row.getString("office"),
                row.getObject("due_on", LocalDate.class),
                drawOf(row),
                row.getObject("every_months", Integer.class),
                row.getObject("follows", UUID.class),
                row.getString("made_by"),
                row.getTimestamp("made_at").toInstant());
    }

    private static @Nullable Draw drawOf(ResultSet row) throws SQLException {
        var from = row.getObject("draw_from", LocalDate.class);
        return from == null
                ? null
                : new Draw(
                        from,
                        row.getObject("draw_to", LocalDate.class),
                        row.getString("draw_unit"),
                        row.getInt("draw_count"),
                        row.getLong("draw_seed"),
                        row.getLong("population"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var value = row.getTimestamp(column);
        return value == null ? null : value.toInstant();
    }
}
