package cn.yiqilai.workorder.postgres;

import cn.yiqilai.access.Actor;
import cn.yiqilai.workorder.Rating;
import cn.yiqilai.workorder.Ratings;
import cn.yiqilai.workorder.WorkOrderId;
import cn.yiqilai.workorder.clock.ClockEvent.RatingChannel;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** Ratings as rows that are only ever added. */
@ApplicationScoped
class RatingTable implements Ratings {
    private final Jdbi jdbi;

    RatingTable(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public void add(WorkOrderId order, Rating rating, Actor actor) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO work_order_rating (order_id, seq, at, actor, channel, grade, reason)
                        SELECT :order, 1 + coalesce(max(seq), 0), :at, :actor, :channel, :grade, :reason
                        FROM work_order_rating WHERE order_id = :order""")
                .bind("order", order.value())
                .bind("at", rating.at())
                .bind("actor", actor.id())
                .bind("channel", rating.channel().name())
                .bind("grade", rating.grade())
                .bind("reason", rating.reason())
                .execute());
    }

    @Override
    public List<Rating> of(WorkOrderId order) {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT * FROM work_order_rating WHERE order_id = :order ORDER BY seq")
                        .bind("order", order.value())
                        .map((row, context) -> new Rating(
                                RatingChannel.valueOf(row.getString("channel")),
                                row.getInt("grade"),
                                row.getString("reason"),
                                row.getTimestamp("at").toInstant()))
                        .list());
    }
}
