package cn.yiqilai.handoff.postgres;

import cn.yiqilai.handoff.SpecialistFigures;
import cn.yiqilai.handoff.ThreeWayCounts;
import cn.yiqilai.handoff.ThreeWayGauge;
import cn.yiqilai.platform.Page;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Counts contacts and invitations where they are kept. */
@ApplicationScoped
class ThreeWayCountTable implements ThreeWayCounts {
    private static final String CONTACTS = """
            SELECT count(*) FILTER (WHERE EXISTS (SELECT FROM three_way_invitation
                                                  WHERE contact_id = contact.id AND joined_at IS NOT NULL)) AS numerator,
                   count(*) AS denominator, 0 AS left_out
            FROM contact WHERE created_at >= :from AND created_at < :until""";

    /** What still rings is not decided; what was taken back says nothing of the specialists. */
    private static final String INVITATIONS = """
            SELECT count(*) FILTER (WHERE state IN ('JOINED', 'LEFT')) AS numerator,
                   count(*) FILTER (WHERE state IN ('JOINED', 'LEFT', 'UNREACHED')) AS denominator,
                   count(*) FILTER (WHERE state IN ('RINGING', 'CANCELLED')) AS left_out
            FROM three_way_invitation WHERE in_hours AND created_at >= :from AND created_at < :until""";

    private static final String SPECIALISTS = """
             FROM three_way_ring WHERE outcome IN ('ACCEPTED', 'DECLINED', 'UNANSWERED') AND at >= :from AND at < :until
            """;

    private final Jdbi jdbi;

    ThreeWayCountTable(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public Count count(ThreeWayGauge.Id id, Instant from, Instant until) {
        var counting =
                switch (id) {
                    case THREE_WAY_SHARE -> CONTACTS;
                    case TRANSFER_CONNECT_RATE -> INVITATIONS;
                };
        return jdbi.withHandle(handle -> handle.createQuery(counting)
                .bind("from", from)
                .bind("until", until)
                .map((row, context) ->
                        new Count(row.getLong("numerator"), row.getLong("denominator"), row.getLong("left_out")))
                .one());
    }

    @Override
    public Page<SpecialistFigures> specialists(Instant from, Instant until, Page.Request page) {
        return jdbi.withHandle(handle -> {
            var total = handle.createQuery("SELECT count(DISTINCT specialist_id)" + SPECIALISTS)
                    .bind("from", from)
                    .bind("until", until)
                    .mapTo(Long.class)
                    .one();
            var items = handle.createQuery("""
                            SELECT specialist_id, count(*) AS rung,
                                   count(*) FILTER (WHERE outcome = 'ACCEPTED') AS accepted,
                                   count(*) FILTER (WHERE outcome = 'DECLINED') AS declined,
                                   count(*) FILTER (WHERE outcome = 'UNANSWERED') AS unanswered,
                                   avg(extract(epoch FROM ended_at - at)) FILTER (WHERE outcome = 'ACCEPTED') AS seconds,
                                   (SELECT coalesce(sum(answers), 0) FROM three_way_invitation
                                    WHERE specialist_id = three_way_ring.specialist_id
                                      AND joined_at >= :from AND joined_at < :until) AS answers
                            """ + SPECIALISTS + """
                            GROUP BY specialist_id ORDER BY rung DESC, specialist_id LIMIT :size OFFSET :offset""")
                    .bind("from", from)
                    .bind("until", until)
                    .bind("size", page.size())
                    .bind("offset", page.offset())
                    .map((row, context) -> read(row))
                    .list();
            return new Page<>(items, total);
        });
    }

    private static SpecialistFigures read(ResultSet row) throws SQLException {
        var seconds = row.getBigDecimal("seconds");
        return new SpecialistFigures(
                row.getObject("specialist_id", UUID.class),
                row.getLong("rung"),
                row.getLong("accepted"),
                row.getLong("declined"),
                row.getLong("unanswered"),
                seconds == null ? null : seconds.doubleValue(),
                row.getLong("answers"));
    }
}
