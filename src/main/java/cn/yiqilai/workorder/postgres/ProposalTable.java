package cn.yiqilai.workorder.postgres;

import cn.yiqilai.access.Actor;
import cn.yiqilai.workorder.proposal.Agreement;
import cn.yiqilai.workorder.proposal.Agreement.Band;
import cn.yiqilai.workorder.proposal.KeptProposals;
import cn.yiqilai.workorder.proposal.Precedents;
import cn.yiqilai.workorder.proposal.Proposal;
import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** What was proposed and what was chosen, as rows that are only ever added; and the orders that units have taken. */
@ApplicationScoped
class ProposalTable implements KeptProposals, Precedents {
    private static final int BANDS = 5;
    private static final TypeReference<List<Proposal>> PROPOSALS = new TypeReference<>() {};

    private final Jdbi jdbi;

    ProposalTable(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public void add(UUID order, Choice choice) {
        var proposals = choice.proposals();
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO work_order_proposal (order_id, dispatch, at, actor, chosen, rank, first, proposals)
                        SELECT :order, 1 + coalesce(max(dispatch), 0), :at, :actor, :chosen, CAST(:rank AS smallint),
                               CAST(:first AS double precision), CAST(:proposals AS json)
                        FROM work_order_proposal WHERE order_id = :order""")
                .bind("order", order)
                .bind("at", choice.at())
                .bind("actor", choice.actor().id())
                .bind("chosen", choice.chosen())
                .bind("rank", choice.rank())
                .bind("first", proposals.isEmpty() ? null : proposals.getFirst().confidence())
                .bind("proposals", OrderJson.write(proposals))
                .execute());
    }

    @Override
    public List<Choice> of(UUID order) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT * FROM work_order_proposal WHERE order_id = :order ORDER BY dispatch")
                .bind("order", order)
                .map((row, context) -> read(row))
                .list());
    }

    private static Choice read(ResultSet row) throws SQLException {
        return new Choice(
                row.getTimestamp("at").toInstant(),
                new Actor(row.getString("actor")),
                row.getString("chosen"),
                OrderJson.read(row.getString("proposals"), PROPOSALS));
    }

    @Override
    public Agreement agreement(Instant from, Instant until) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT count(*) AS dispatches, count(first) AS proposed,
                               count(*) FILTER (WHERE rank = 1) AS first_chosen, count(rank) AS among
                        FROM work_order_proposal WHERE at >= :from AND at < :until""")
                .bind("from", from)
                .bind("until", until)
                .map((row, context) -> new Agreement(
                        row.getLong("dispatches"),
                        row.getLong("proposed"),
                        row.getLong("first_chosen"),
                        row.getLong("among"),
                        bands(handle, from, until)))
                .one());
    }

    private static List<Band> bands(Handle handle, Instant from, Instant until) {
        return handle.createQuery("""
                        SELECT band, count(first) AS proposed, count(*) FILTER (WHERE rank = 1) AS chosen
                        FROM generate_series(0, :bands - 1) AS band
                        LEFT JOIN work_order_proposal
                               ON floor(first * :bands) = band AND at >= :from AND at < :until
                        GROUP BY band ORDER BY band""")
                .bind("bands", BANDS)
                .bind("from", from)
                .bind("until", until)
                .map((row, context) -> new Band(
                        (double) row.getInt("band") / BANDS,
                        (row.getInt("band") + 1.0) / BANDS,
                        row.getLong("proposed"),
                        row.getLong("chosen")))
                .list();
    }

    /** What was signed for: a unit that has not said so may still give it back. */
    @Override
    public List<Precedent> latest(UUID except, int most) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT number, unit, left(description, 1200) AS description FROM work_order
                        WHERE unit IS NOT NULL AND id <> :except
                          AND state IN ('IN_PROGRESS', 'UNDER_APPROVAL', 'UNDER_REVIEW', 'CLOSED', 'SMS_CALLBACK',
                                        'HUMAN_CALLBACK', 'RECTIFYING', 'ARCHIVED')
                        ORDER BY registered_at DESC, number DESC LIMIT :most""")
                .bind("except", except)
                .bind("most", most)
                .map((row, context) ->
                        new Precedent(row.getString("number"), row.getString("unit"), row.getString("description")))
                .list());
    }
}
