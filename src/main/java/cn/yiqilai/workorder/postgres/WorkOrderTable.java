package cn.yiqilai.workorder.postgres;

import cn.yiqilai.access.Actor;
import cn.yiqilai.access.Assurance;
import cn.yiqilai.city.Flag;
import cn.yiqilai.city.Kind;
import cn.yiqilai.conversation.ConversationId;
import cn.yiqilai.conversation.Enterprise;
import cn.yiqilai.platform.Page;
import cn.yiqilai.workorder.Matter;
import cn.yiqilai.workorder.Registered;
import cn.yiqilai.workorder.Reporter;
import cn.yiqilai.workorder.Source;
import cn.yiqilai.workorder.State;
import cn.yiqilai.workorder.TimelineLine;
import cn.yiqilai.workorder.WorkOrder;
import cn.yiqilai.workorder.WorkOrderId;
import cn.yiqilai.workorder.WorkOrderNumber;
import cn.yiqilai.workorder.WorkOrderRecords;
import cn.yiqilai.workorder.WorkOrders;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/** Orders as rows. */
@ApplicationScoped
class WorkOrderTable implements WorkOrderRecords {
    private static final String WANTED = """
             FROM work_order
            WHERE (CAST(:state AS text) IS NULL OR state = :state)
              AND (CAST(:kind AS text) IS NULL OR kind = :kind)
              AND (CAST(:pattern AS text) IS NULL
                   OR number ILIKE :pattern
                   OR description ILIKE :pattern
                   OR (:known OR kind <> 'REPORT') AND (enterprise_name ILIKE :pattern OR phone = :query))
            """;

    private final Jdbi jdbi;
    private final ObjectMapper json;

    WorkOrderTable(Jdbi jdbi, ObjectMapper json) {
        this.jdbi = jdbi;
        this.json = json;
    }

    @Override
    public int nextCount(LocalDate day) {
        return jdbi.withHandle(handle ->
                handle.createQuery("""
                        INSERT INTO work_order_day (day, given) VALUES (:day, 1)
                        ON CONFLICT (day) DO UPDATE SET given = work_order_day.given + 1 RETURNING given""").bind("day", day).mapTo(Integer.class).one());
    }

    @Override
    public boolean insert(Registered order) {
        var matter = order.matter();
        var reporter = order.reporter();
        var enterprise = reporter.enterprise();
        return jdbi.withHandle(handle -> handle.createUpdate("""
                        INSERT INTO work_order (id, number, city, kind, flags, state, description, region, contact, phone,
                                                enterprise_name, credit_code, enterprise_contact, enterprise_phone,
                                                assurance, conversation_id, message_seq, registered_at, version)
                        VALUES (:id, :number, :city, :kind, :flags, :state, :description, :region, :contact, :phone,
                                :name, :code, :enterpriseContact, :enterprisePhone,
                                :assurance, CAST(:conversation AS uuid), CAST(:message AS integer), :registered,
                                :version)
                        ON CONFLICT (conversation_id, message_seq) WHERE message_seq IS NOT NULL DO NOTHING""")
                        .bind("id", order.id().value())
                        .bind("number", order.number().value())
                        .bind("city", order.city())
                        .bind("kind", matter.kind().name())
                        .bindArray("flags", String.class, names(matter))
                        .bind("state", order.state().name())
                        .bind("description", matter.description())
                        .bind("region", matter.region())
                        .bind("contact", reporter.contact())
                        .bind("phone", reporter.phone())
                        .bind("name", enterprise.name())
                        .bind("code", enterprise.creditCode())
                        .bind("enterpriseContact", enterprise.contact())
                        .bind("enterprisePhone", enterprise.phone())
                        .bind("assurance", enterprise.assurance().name())
                        .bind(
                                "conversation",
                                order.source()
                                        .map(source -> source.conversation().value())
                                        .orElse(null))
                        .bind("message", order.source().map(Source::messageSeq).orElse(null))
                        .bind("registered", order.registeredAt())
                        .bind("version", order.version())
                        .execute())
                == 1;
    }

    @Override
    public Optional<WorkOrder> find(WorkOrderId id) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT * FROM work_order WHERE id = :id")
                .bind("id", id.value())
                .map((row, context) -> read(row))
                .findOne());
    }

    @Override
    public Optional<WorkOrderId> filedFor(Source source) {
        var seq = source.messageSeq();
        if (seq == null) {
            return Optional.empty();
        }
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT id FROM work_order WHERE conversation_id = :conversation AND message_seq = :message")
                .bind("conversation", source.conversation().value())
                .bind("message", seq)
                .map((row, context) -> new WorkOrderId(row.getObject("id", UUID.class)))
                .findOne());
    }

    @Override
    public Page<WorkOrder> list(WorkOrders.Filter filter, boolean reportersKnown, Page.Request page) {
        return jdbi.withHandle(handle -> {
            var total = wanted(handle.createQuery("SELECT count(*)" + WANTED), filter, reportersKnown)
                    .mapTo(Long.class)
                    .one();
            var items = wanted(
                            handle.createQuery("SELECT *" + WANTED
                                    + "ORDER BY registered_at DESC, number DESC LIMIT :size OFFSET :offset"),
                            filter,
                            reportersKnown)
                    .bind("size", page.size())
                    .bind("offset", page.offset())
                    .map((row, context) -> read(row))
                    .list();
            return new Page<>(items, total);
        });
    }

    private static <S extends SqlStatement<S>> S wanted(S statement, WorkOrders.Filter filter, boolean reportersKnown) {
        return statement
                .bind("state", name(filter.state()))
                .bind("kind", name(filter.kind()))
                .bind("query", filter.query())
                .bind("pattern", pattern(filter.query()))
                .bind("known", reportersKnown);
    }

    @Override
    public void addLine(
            WorkOrderId order, Instant at, Actor actor, TimelineLine.Deed what, Map<String, String> detail) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO work_order_line (order_id, seq, at, actor, what, detail)
                        SELECT :order, 1 + coalesce(max(seq), 0), :at, :actor, :what, CAST(:detail AS json)
                        FROM work_order_line WHERE order_id = :order""")
                .bind("order", order.value())
                .bind("at", at)
                .bind("actor", actor.id())
                .bind("what", what.name())
                .bind("detail", write(detail))
                .execute());
    }

    @Override
    public List<TimelineLine> timeline(WorkOrderId order) {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT * FROM work_order_line WHERE order_id = :order ORDER BY seq")
                        .bind("order", order.value())
                        .map((row, context) -> new TimelineLine(
                                row.getInt("seq"),
                                row.getTimestamp("at").toInstant(),
                                new Actor(row.getString("actor")),
                                TimelineLine.Deed.valueOf(row.getString("what")),
                                row.getString("detail")))
                        .list());
    }

    private static WorkOrder read(ResultSet row) throws SQLException {
        return switch (State.valueOf(row.getString("state"))) {
            case REGISTERED ->
                new Registered(
                        new WorkOrderId(row.getObject("id", UUID.class)),
                        new WorkOrderNumber(row.getString("number")),
                        row.getString("city"),
                        matter(row),
                        reporter(row),
                        source(row),
                        row.getTimestamp("registered_at").toInstant(),
                        row.getLong("version"));
        };
    }

    private static Matter matter(ResultSet row) throws SQLException {
        var flags = Arrays.stream((String[]) row.getArray("flags").getArray())
                .map(Flag::valueOf)
                .collect(Collectors.toSet());
        return new Matter(
                Kind.valueOf(row.getString("kind")), flags, row.getString("description"), row.getString("region"));
    }

    private static Reporter reporter(ResultSet row) throws SQLException {
        return new Reporter(
                row.getString("contact"),
                row.getString("phone"),
                new Enterprise(
                        row.getString("enterprise_name"),
                        row.getString("credit_code"),
                        row.getString("enterprise_contact"),
                        row.getString("enterprise_phone"),
                        Assurance.valueOf(row.getString("assurance"))));
    }

    private static Optional<Source> source(ResultSet row) throws SQLException {
        var message = row.getObject("message_seq", Integer.class);
        return Optional.ofNullable(row.getObject("conversation_id", UUID.class))
                .map(id -> new Source(new ConversationId(id), message));
    }

    private static List<Object> names(Matter matter) {
        return matter.flags().stream().map(flag -> (Object) flag.name()).toList();
    }

    private static @Nullable String name(@Nullable Enum<?> constant) {
        return constant == null ? null : constant.name();
    }

    /** Percent signs and underscores of the query mean themselves. */
    private static @Nullable String pattern(@Nullable String query) {
        return query == null ? null : "%" + query.replaceAll("([\\\\%_])", "\\\\$1") + "%";
    }

    private String write(Map<String, String> detail) {
        try {
            return json.writeValueAsString(new TreeMap<>(detail));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
