package cn.yiqilai.workorder.postgres;

import cn.yiqilai.platform.Page;
import cn.yiqilai.workorder.WorkOrderId;
import cn.yiqilai.workorder.oversight.Handover;
import cn.yiqilai.workorder.oversight.HandoverRecords;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Handovers and what was told of them, as rows that are only ever added. */
@ApplicationScoped
class HandoverTable implements HandoverRecords {
    private final Jdbi jdbi;

    HandoverTable(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public void add(Handover handover) {
        jdbi.useHandle(handle -> {
            handle.createUpdate("""
                            INSERT INTO handover (id, office, unit, matter, materials, made_by, made_at)
                            VALUES (:id, :office, :unit, :matter, :materials, :by, :at)""")
                    .bind("id", handover.id())
                    .bind("office", handover.office())
                    .bind("unit", handover.unit())
                    .bind("matter", handover.matter())
                    .bindArray("materials", String.class, handover.materials().toArray())
                    .bind("by", handover.by())
                    .bind("at", handover.at())
                    .execute();
            var batch = handle.prepareBatch(
                    "INSERT INTO handover_order (handover_id, place, order_id) VALUES (:handover, :place, :order)");
            for (var i = 0; i < handover.orders().size(); i++) {
                batch.bind("handover", handover.id())
                        .bind("place", i + 1)
                        .bind("order", handover.orders().get(i).id().value())
                        .add();
            }
            batch.execute();
        });
    }

    @Override
    public void add(UUID handover, Handover.News news) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO handover_news (handover_id, seq, kind, happened_on, told_by, remark, actor, at)
                        SELECT :handover, 1 + coalesce(max(seq), 0), :kind, :on, :toldBy, :remark, :by, :at
                        FROM handover_news WHERE handover_id = :handover""")
                .bind("handover", handover)
                .bind("kind", news.kind().name())
                .bind("on", news.on())
                .bind("toldBy", news.toldBy())
                .bind("remark", news.remark())
                .bind("by", news.by())
                .bind("at", news.at())
                .execute());
    }

    @Override
    public Optional<Handover> find(UUID id) {
        return one("SELECT * FROM handover WHERE id = :id", id);
    }

    @Override
    public Optional<Handover> lock(UUID id) {
        return one("SELECT * FROM handover WHERE id = :id FOR UPDATE", id);
    }

    /** What was told of it is read after the row itself, so also what came while this one waited for the row. */
    private Optional<Handover> one(String query, UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery(query)
                .bind("id", id)
                .map((row, context) -> handover(handle, row))
                .findOne());
    }

    @Override
    public Page<Handover> list(Page.Request page) {
        return jdbi.withHandle(handle -> {
            var total = handle.createQuery("SELECT count(*) FROM handover")
                    .mapTo(Long.class)
                    .one();
            var items = handle.createQuery(
                            "SELECT * FROM handover ORDER BY made_at DESC, id LIMIT :size OFFSET :offset")
                    .bind("size", page.size())
                    .bind("offset", page.offset())
                    .map((row, context) -> handover(handle, row))
                    .list();
            return new Page<>(items, total);
        });
    }

    private static Handover handover(Handle handle, ResultSet row) throws SQLException {
        var id = row.getObject("id", UUID.class);
        return new Handover(
                id,
                row.getString("office"),
                row.getString("unit"),
                row.getString("matter"),
                List.of((String[]) row.getArray("materials").getArray()),
                orders(handle, id),
                row.getString("made_by"),
                row.getTimestamp("made_at").toInstant(),
                news(handle, id));
    }

    private static List<Handover.Concerned> orders(Handle handle, UUID id) {
        return handle.createQuery("""
                        SELECT order_id, number FROM handover_order JOIN work_order ON work_order.id = order_id
                        WHERE handover_id = :id ORDER BY place""")
                .bind("id", id)
                .map((row, context) -> new Handover.Concerned(
                        new WorkOrderId(row.getObject("order_id", UUID.class)), row.getString("number")))
                .list();
    }

    private static List<Handover.News> news(Handle handle, UUID id) {
        return handle.createQuery("SELECT * FROM handover_news WHERE handover_id = :id ORDER BY seq")
                .bind("id", id)
                .map((row, context) -> new Handover.News(
                        Handover.NewsKind.valueOf(row.getString("kind")),
                        row.getObject("happened_on", LocalDate.class),
                        row.getString("told_by"),
                        row.getString("remark"),
                        row.getString("actor"),
                        row.getTimestamp("at").toInstant()))
                .list();
    }
}
