package cn.yiqilai.workorder.postgres;

import cn.yiqilai.city.Step;
import cn.yiqilai.workorder.ClockRecords;
import cn.yiqilai.workorder.StoredDeadline;
import cn.yiqilai.workorder.WorkOrderId;
import cn.yiqilai.workorder.clock.ClockEvent;
import cn.yiqilai.workorder.clock.Deadline;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** What the clocks are counted from and what came out, as rows that are only ever added. */
@ApplicationScoped
class ClockTables implements ClockRecords {
    private static final Comparator<StoredDeadline> BY_STEP =
            Comparator.comparing(StoredDeadline::step).thenComparing(StoredDeadline::run);

    private final Jdbi jdbi;

    ClockTables(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public List<ClockEvent> events(WorkOrderId order) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT event, detail FROM work_order_event WHERE order_id = :order ORDER BY seq")
                .bind("order", order.value())
                .map((row, context) -> EventText.read(row.getString("event"), row.getString("detail")))
                .list());
    }

    @Override
    public void addEvents(WorkOrderId order, int after, List<ClockEvent> events) {
        if (events.isEmpty()) {
            return;
        }
        jdbi.useHandle(handle -> {
            var batch = handle.prepareBatch("""
                    INSERT INTO work_order_event (order_id, seq, at, event, detail)
                    VALUES (:order, :seq, :at, :event, CAST(:detail AS json))""");
            for (var i = 0; i < events.size(); i++) {
                batch.bind("order", order.value())
                        .bind("seq", after + i + 1)
                        .bind("at", events.get(i).at())
                        .bind("event", EventText.name(events.get(i)))
                        .bind("detail", EventText.write(events.get(i)))
                        .add();
            }
            batch.execute();
        });
    }

    @Override
    public List<StoredDeadline> deadlines(WorkOrderId order) {
        return deadlines(List.of(order)).getOrDefault(order, List.of());
    }

    @Override
    public Map<WorkOrderId, List<StoredDeadline>> deadlines(List<WorkOrderId> orders) {
        record Row(WorkOrderId order, StoredDeadline deadline) {}
        if (orders.isEmpty()) {
            return Map.of();
        }
        return jdbi
                .withHandle(handle -> handle.createQuery(
                                "SELECT * FROM work_order_deadline_now WHERE order_id = ANY(:orders)")
                        .bindArray(
                                "orders",
                                UUID.class,
                                orders.stream()
                                        .map(order -> (Object) order.value())
                                        .toList())
                        .map((row, context) ->
                                new Row(new WorkOrderId(row.getObject("order_id", UUID.class)), read(row)))
                        .list())
                .stream()
                .collect(Collectors.groupingBy(
                        Row::order,
                        Collectors.collectingAndThen(
                                Collectors.mapping(Row::deadline, Collectors.toList()),
                                rows -> rows.stream().sorted(BY_STEP).toList())));
    }

    @Override
    public void addDeadlines(WorkOrderId order, List<StoredDeadline> versions) {
        if (versions.isEmpty()) {
            return;
        }
        jdbi.useHandle(handle -> {
            var batch = handle.prepareBatch("""
                    INSERT INTO work_order_deadline (order_id, step, run, version, started_at, due_at, due_included, provisional,
                                                     met_at, stopped_at, profile, rule, source, owner, days, rule_version, calendar_version,
                                                     recorded_at)
                    VALUES (:order, :step, :run, :version, :started, :due, :included, :provisional, :met,
                            :stopped, :profile, :rule, :source, :owner, :days, :rules, :calendar, :recorded)""");
            for (var stored : versions) {
                var deadline = stored.deadline();
                batch.bind("order", order.value())
                        .bind("step", stored.step().name())
                        .bind("run", stored.run())
                        .bind("version", stored.version())
                        .bind("started", deadline.startedAt())
                        .bind("due", deadline.dueAt())
                        .bind("included", deadline.dueIncluded())
                        .bind("profile", deadline.profile())
                        .bind("owner", deadline.owner())
                        .bind("provisional", deadline.provisional())
                        .bind("met", deadline.metAt())
                        .bind("stopped", deadline.stoppedAt())
                        .bind("rule", deadline.rule())
                        .bind("source", deadline.source())
                        .bindArray("days", String.class, deadline.days().toArray())
                        .bind("rules", stored.ruleVersion())
                        .bind("calendar", stored.calendarVersion())
                        .bind("recorded", stored.recordedAt())
                        .add();
            }
            batch.execute();
        });
    }

    private static StoredDeadline read(ResultSet row) throws SQLException {
        var deadline = new Deadline(
                Step.valueOf(row.getString("step")),
                row.getTimestamp("started_at").toInstant(),
                instant(row, "due_at"),
                row.getBoolean("due_included"),
                row.getBoolean("provisional"),
                instant(row, "met_at"),
                instant(row, "stopped_at"),
                row.getString("profile"),
                row.getString("rule"),
                row.getString("source"),
                row.getString("owner"),
                Arrays.asList((String[]) row.getArray("days").getArray()));
        return new StoredDeadline(
                deadline,
                row.getInt("run"),
                row.getInt("version"),
                row.getString("rule_version"),
                row.getString("calendar_version"),
                row.getTimestamp("recorded_at").toInstant());
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp value = row.getTimestamp(column);
        return value == null ? null : value.toInstant();
    }
}
