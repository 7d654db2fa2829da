package cn.yiqilai.insight.postgres;

import cn.yiqilai.city.Kind;
import cn.yiqilai.insight.FactRecords;
import cn.yiqilai.insight.Facts;
import cn.yiqilai.insight.OrderFacts;
import cn.yiqilai.insight.OrderFacts.Ending;
import cn.yiqilai.insight.Period;
import cn.yiqilai.insight.ReportedFacts;
import cn.yiqilai.insight.TalkFacts;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Counts in plain SQL. */
@ApplicationScoped
class FactTables implements FactRecords {
    /** What a department has settled by itself is no order that anybody handled. */
    private static final String ORDERS = """
            SELECT counted.*
            FROM (SELECT work_order.number, work_order.kind, work_order.unit, work_order.returns, line.dispatched_at,
                         line.extensions, line.sent_back, line.supervised, line.three_way,
                         CASE WHEN work_order.closed_at IS NOT NULL THEN 'CLOSED'
                              WHEN work_order.state IN ('ANSWERED_ONLINE', 'DECLINED') THEN work_order.state END AS ending,
                         CASE WHEN work_order.closed_at IS NOT NULL THEN work_order.closed_at
                              WHEN work_order.state IN ('ANSWERED_ONLINE', 'DECLINED') THEN line.settled_at END AS ended_at,
                         clock.due_at, clock.met_at, clock.due_included, rating.first_grade, rating.latest_grade
                  FROM work_order
                  CROSS JOIN LATERAL (
                      SELECT min(at) FILTER (WHERE what = 'DISPATCHED') AS dispatched_at,
                             max(at) FILTER (WHERE to_state IN ('ANSWERED_ONLINE', 'DECLINED')) AS settled_at,
                             count(*) FILTER (WHERE what = 'EXTENSION_APPROVED') AS extensions,
                             count(*) FILTER (WHERE what = 'REPLY_SENT_BACK') AS sent_back,
                             coalesce(bool_or(what = 'SUPERVISED'), false) AS supervised,
                             coalesce(bool_or(what = 'THREE_WAY_STARTED'), false) AS three_way
                      FROM work_order_line WHERE order_id = work_order.id) AS line
                  LEFT JOIN LATERAL (
                      SELECT due_at, met_at, due_included
                      FROM (SELECT DISTINCT ON (step) * FROM work_order_deadline_now
                            WHERE order_id = work_order.id AND step IN ('REPLY', 'CLOSE') ORDER BY step, run DESC) AS latest
                      WHERE due_at IS NOT NULL ORDER BY due_at LIMIT 1) AS clock ON true
                  CROSS JOIN LATERAL (
                      SELECT (array_agg(grade ORDER BY seq))[1] AS first_grade,
                             (array_agg(grade ORDER BY seq DESC))[1] AS latest_grade
                      FROM work_order_rating WHERE order_id = work_order.id) AS rating
                  WHERE work_order.registered_at < :until
                    AND (work_order.closed_at IS NULL OR work_order.closed_at >= :from)
                    AND NOT EXISTS (SELECT 1 FROM direct_report WHERE order_id = work_order.id AND closed)) AS counted
            WHERE counted.ended_at IS NULL OR counted.ended_at >= :from
            ORDER BY counted.number
            """;

    private static final String CONVERSATIONS = """
            SELECT count(*) AS opened,
                   count(*) FILTER (WHERE first.seq IS NULL) AS silent,
                   count(reply.seq) AS connected
            FROM conversation
            LEFT JOIN LATERAL (SELECT seq FROM message
                               WHERE conversation_id = conversation.id AND speaker = 'ENTERPRISE'
                               ORDER BY seq LIMIT 1) AS first ON true
            LEFT JOIN message AS reply ON reply.conversation_id = conversation.id AND reply.in_reply_to = first.seq
            WHERE conversation.created_at >= :from AND conversation.created_at < :until
            """;

    private static final String REPLIES = """
            SELECT payload ->> 'decision' AS decision, count(*) AS replies
            FROM message
            WHERE speaker = 'ASSISTANT' AND in_reply_to IS NOT NULL AND at >= :from AND at < :until
              AND payload ->> 'decision' IS NOT NULL
            GROUP BY 1
            """;

    private static final String REPORTED = """
            SELECT report.unit, coalesce(unit.name, report.unit) AS name,
                   count(*) FILTER (WHERE report.closed) AS settled,
                   count(*) FILTER (WHERE NOT report.closed) AS handed_over
            FROM direct_report AS report LEFT JOIN unit ON unit.id = report.unit
            WHERE report.raised_on >= :first AND report.raised_on < :next
            GROUP BY 1, 2 ORDER BY 3 DESC, 1
            """;

    private final Jdbi jdbi;

    FactTables(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public Facts of(Period period) {
        return jdbi.withHandle(
                handle -> new Facts(orders(handle, period), talks(handle, period), reported(handle, period)));
    }

    private static List<OrderFacts> orders(Handle handle, Period period) {
        return handle.createQuery(ORDERS)
                .bind("from", period.from())
                .bind("until", period.until())
                .map((row, context) -> order(row))
                .list();
    }

    private static OrderFacts order(ResultSet row) throws SQLException {
        var ending = row.getString("ending");
        return new OrderFacts(
                row.getString("number"),
                Kind.valueOf(row.getString("kind")),
                row.getString("unit"),
                instant(row, "dispatched_at"),
                ending == null ? null : Ending.valueOf(ending),
                instant(row, "ended_at"),
                row.getBoolean("three_way"),
                instant(row, "due_at"),
                instant(row, "met_at"),
                row.getBoolean("due_included"),
                row.getInt("returns"),
                row.getInt("extensions"),
                row.getInt("sent_back"),
                row.getBoolean("supervised"),
                grade(row, "first_grade"),
                grade(row, "latest_grade"));
    }

    private static TalkFacts talks(Handle handle, Period period) {
        record Opened(long all, long silent, long connected) {}
        record Replies(String decision, long count) {}
        var opened = handle.createQuery(CONVERSATIONS)
                .bind("from", period.from())
                .bind("until", period.until())
                .map((row, context) ->
                        new Opened(row.getLong("opened"), row.getLong("silent"), row.getLong("connected")))
                .one();
        var replies = handle.createQuery(REPLIES)
                .bind("from", period.from())
                .bind("until", period.until())
                .map((row, context) -> new Replies(row.getString("decision"), row.getLong("replies")))
                .collectToMap(Replies::decision, Replies::count);
        return new TalkFacts(
                opened.all(),
                opened.silent(),
                opened.connected(),
                count(replies, "ANSWER"),
                count(replies, "HANDOFF"),
                count(replies, "CLARIFY"),
                count(replies, "DECLINE") + count(replies, "SMALL_TALK"));
    }

    private static long count(Map<String, Long> replies, String decision) {
        return replies.getOrDefault(decision, 0L);
    }

    private static List<ReportedFacts> reported(Handle handle, Period period) {
        return handle.createQuery(REPORTED)
                .bind("first", period.first())
                .bind("next", period.next())
                .map((row, context) -> new ReportedFacts(
                        row.getString("unit"),
                        row.getString("name"),
                        row.getLong("settled"),
                        row.getLong("handed_over")))
                .list();
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp value = row.getTimestamp(column);
        return value == null ? null : value.toInstant();
    }

    private static @Nullable Integer grade(ResultSet row, String column) throws SQLException {
        var grade = row.getInt(column);
        return row.wasNull() ? null : grade;
    }
}
