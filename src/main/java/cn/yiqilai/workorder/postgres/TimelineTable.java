package cn.yiqilai.workorder.postgres;

import cn.yiqilai.access.Actor;
import cn.yiqilai.workorder.ClockChange;
import cn.yiqilai.workorder.State;
import cn.yiqilai.workorder.Timeline;
import cn.yiqilai.workorder.TimelineLine;
import cn.yiqilai.workorder.WorkOrderId;
import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.TreeMap;
import org.jdbi.v3.core.Jdbi;

/** Timelines as rows. */
@ApplicationScoped
class TimelineTable implements Timeline {
    private static final TypeReference<List<ClockChange>> CHANGES = new TypeReference<>() {};

    private final Jdbi jdbi;

    TimelineTable(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public void add(WorkOrderId order, Line line) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO work_order_line (order_id, seq, at, actor, what, to_state, why, detail, content, clocks)
                        SELECT :order, 1 + coalesce(max(seq), 0), :at, :actor, :what, :state, :why, CAST(:detail AS json),
                               CAST(:content AS json), CAST(:clocks AS json)
                        FROM work_order_line WHERE order_id = :order""")
                .bind("order", order.value())
                .bind("at", line.at())
                .bind("actor", line.actor().id())
                .bind("what", line.what().name())
                .bind("state", line.to().name())
                .bind("why", line.why())
                .bind("detail", OrderJson.write(new TreeMap<>(line.detail())))
                .bind("content", line.content() == null ? null : OrderJson.write(line.content()))
                .bind("clocks", OrderJson.write(line.clocks()))
                .execute());
    }

    @Override
    public List<TimelineLine> of(WorkOrderId order) {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT * FROM work_order_line WHERE order_id = :order ORDER BY seq")
                        .bind("order", order.value())
                        .map((row, context) -> read(row))
                        .list());
    }

    private static TimelineLine read(ResultSet row) throws SQLException {
        return new TimelineLine(
                row.getInt("seq"),
                row.getTimestamp("at").toInstant(),
                new Actor(row.getString("actor")),
                TimelineLine.Deed.valueOf(row.getString("what")),
                State.valueOf(row.getString("to_state")),
                row.getString("why"),
                row.getString("detail"),
                row.getString("content"),
                OrderJson.read(row.getString("clocks"), CHANGES));
    }
}
