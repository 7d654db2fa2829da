package cn.yiqilai.workorder.postgres;

import cn.yiqilai.platform.Page;
import cn.yiqilai.workorder.WorkOrderId;
import cn.yiqilai.workorder.oversight.Inquiry;
import cn.yiqilai.workorder.oversight.InquiryRecords;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Inquiries and answers, as rows that are only ever added. */
@ApplicationScoped
class InquiryTable implements InquiryRecords {
    private static final String OF_UNIT = " FROM inquiry WHERE CAST(:unit AS text) IS NULL OR unit = :unit ";

    private final Jdbi jdbi;

    InquiryTable(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public void add(Inquiry inquiry) {
        var order = inquiry.order();
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO inquiry (id, source, sender, subject, unit, order_id, due_on, made_by, made_at)
                        VALUES (:id, :source, :sender, :subject, :unit, CAST(:order AS uuid), :dueOn, :by, :at)""")
                .bind("id", inquiry.id())
                .bind("source", inquiry.source().name())
                .bind("sender", inquiry.sender())
                .bind("subject", inquiry.subject())
                .bind("unit", inquiry.unit())
                .bind("order", order == null ? null : order.value())
                .bind("dueOn", inquiry.dueOn())
                .bind("by", inquiry.by())
                .bind("at", inquiry.at())
                .execute());
    }

    @Override
    public void add(UUID inquiry, Inquiry.Answer answer) {
        jdbi.useHandle(handle -> {
            lock(handle, inquiry);
            handle.createUpdate("""
                            INSERT INTO inquiry_answer (inquiry_id, seq, answer, actor, at)
                            SELECT :inquiry, 1 + coalesce(max(seq), 0), :answer, :by, :at
                            FROM inquiry_answer WHERE inquiry_id = :inquiry""")
                    .bind("inquiry", inquiry)
                    .bind("answer", answer.text())
                    .bind("by", answer.by())
                    .bind("at", answer.at())
                    .execute();
        });
    }

    private static void lock(Handle handle, UUID inquiry) {
        handle.createQuery("SELECT id FROM inquiry WHERE id = :id FOR UPDATE")
                .bind("id", inquiry)
                .mapTo(UUID.class)
                .one();
    }

    @Override
    public Optional<Inquiry> find(UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT * FROM inquiry WHERE id = :id")
                .bind("id", id)
                .map((row, context) -> inquiry(handle, row))
                .findOne());
    }

    @Override
    public Page<Inquiry> list(@Nullable String unit, Page.Request page) {
        return jdbi.withHandle(handle -> {
            var total = handle.createQuery("SELECT count(*)" + OF_UNIT)
                    .bind("unit", unit)
                    .mapTo(Long.class)
                    .one();
            var items = handle.createQuery(
                            "SELECT *" + OF_UNIT + "ORDER BY made_at DESC, id LIMIT :size OFFSET :offset")
                    .bind("unit", unit)
                    .bind("size", page.size())
                    .bind("offset", page.offset())
                    .map((row, context) -> inquiry(handle, row))
                    .list();
            return new Page<>(items, total);
        });
    }

    private static Inquiry inquiry(Handle handle, ResultSet row) throws SQLException {
        var id = row.getObject("id", UUID.class);
        var order = row.getObject("order_id", UUID.class);
        return new Inquiry(
                id,
                Inquiry.Source.valueOf(row.getString("source")),
                row.getString("sender"),
                row.getString("subject"),
                row.getString("unit"),
                order == null ? null : new WorkOrderId(order),
                row.getObject("due_on", LocalDate.class),
                row.getString("made_by"),
                row.getTimestamp("made_at").toInstant(),
                answers(handle, id));
    }

    private static List<Inquiry.Answer> answers(Handle handle, UUID id) {
        return handle.createQuery("SELECT * FROM inquiry_answer WHERE inquiry_id = :id ORDER BY seq")
                .bind("id", id)
                .map((row, context) -> new Inquiry.Answer(
                        row.getString("answer"),
                        row.getString("actor"),
                        row.getTimestamp("at").toInstant()))
                .list();
    }
}
