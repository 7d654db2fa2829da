package cn.yiqilai.handoff.postgres;

import cn.yiqilai.handoff.ThreeWayCounts;
import cn.yiqilai.handoff.ThreeWayGauge;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
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
}
