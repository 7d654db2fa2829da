package cn.yiqilai.workorder.postgres;

import cn.yiqilai.city.Flag;
import cn.yiqilai.conversation.ConversationId;
import cn.yiqilai.platform.Page;
import cn.yiqilai.platform.postgres.Listing;
import cn.yiqilai.workorder.Assignment;
import cn.yiqilai.workorder.Completion;
import cn.yiqilai.workorder.DirectReport;
import cn.yiqilai.workorder.Matter;
import cn.yiqilai.workorder.Source;
import cn.yiqilai.workorder.StoredDeadline;
import cn.yiqilai.workorder.WorkOrder;
import cn.yiqilai.workorder.WorkOrderId;
import cn.yiqilai.workorder.WorkOrderNumber;
import cn.yiqilai.workorder.WorkOrderRecords;
import cn.yiqilai.workorder.WorkOrders;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/** Orders as rows. */
@ApplicationScoped
class WorkOrderTable implements WorkOrderRecords {
    private static final String WANTED = """
             FROM work_order
            WHERE (CAST(:state AS text) IS NULL OR state = :state)
              AND (CAST(:kind AS text) IS NULL OR kind = :kind)
              AND (CAST(:flag AS text) IS NULL OR :flag = ANY (flags))
              AND (CAST(:unit AS text) IS NULL OR unit = :unit)
              AND (CAST(:own AS text) IS NULL OR unit = :own OR :own = ANY (co_units))
              AND (NOT :overdue OR next_due_at < :now)
              AND (CAST(:dueBefore AS timestamptz) IS NULL OR next_due_at <= :dueBefore)
              AND (NOT :supervised OR supervision IS NOT NULL)
              AND (CAST(:pattern AS text) IS NULL
                   OR number ILIKE :pattern
                   OR description ILIKE :pattern
                   OR (:known OR kind <> 'REPORT') AND (enterprise_name ILIKE :pattern OR phone = :query))
            """;

    private final Jdbi jdbi;
    private final Clock clock;

    WorkOrderTable(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    @Override
    public int nextCount(LocalDate day) {
        return jdbi.withHandle(handle ->
                handle.createQuery("""
                        INSERT INTO work_order_day (day, given) VALUES (:day, 1)
                        ON CONFLICT (day) DO UPDATE SET given = work_order_day.given + 1 RETURNING given""").bind("day", day).mapTo(Integer.class).one());
    }

    @Override
    public boolean insert(WorkOrder order, List<StoredDeadline> deadlines) {
        return jdbi.withHandle(handle -> content(handle.createUpdate("""
                        INSERT INTO work_order (id, number, city, kind, flags, flags_at_registration, state, standing,
                                                description, region, contact, phone, enterprise_name, credit_code,
                                                enterprise_contact, enterprise_phone, assurance, conversation_id,
                                                message_seq, scope, filing_code, registration_window, registered_at,
                                                rule_version, calendar_version, unit, co_units, due_at, next_step,
                                                next_due_at, changed_at, version)
                        VALUES (:id, :number, :city, :kind, :flags, :flags, :state, CAST(:standing AS json),
                                :description, :region, :contact, :phone, :name, :code,
                                :enterpriseContact, :enterprisePhone, :assurance, CAST(:conversation AS uuid),
                                CAST(:message AS integer), :scope, :filingCode, :window, :registered,
                                :rules, :calendar, :unit, :coUnits, :due, :nextStep,
                                :nextDue, :changed, :version)
                        ON CONFLICT (conversation_id, message_seq) WHERE message_seq IS NOT NULL DO NOTHING"""), order, deadlines)
                        .bind("number", order.number().value())
                        .bind("city", order.city())
                        .bind(
                                "conversation",
                                order.source()
                                        .map(source -> source.conversation().value())
                                        .orElse(null))
                        .bind("message", order.source().map(Source::messageSeq).orElse(null))
                        .bind("registered", order.registeredAt())
                        .execute())
                == 1;
    }

    @Override
    public boolean update(WorkOrder order, List<StoredDeadline> deadlines) {
        var progress = order.progress();
        return jdbi.withHandle(handle -> content(handle.createUpdate("""
                        UPDATE work_order
                        SET kind = :kind, flags = :flags, state = :state, standing = CAST(:standing AS json),
                            description = :description, region = :region, contact = :contact, phone = :phone,
                            enterprise_name = :name, credit_code = :code, enterprise_contact = :enterpriseContact,
                            enterprise_phone = :enterprisePhone, assurance = :assurance,
                            scope = :scope, filing_code = :filingCode, registration_window = :window,
                            disposal = :disposal, supervision = CAST(:supervision AS json), followed = :followed,
                            returns = :returns,
                            opinion_wanted = :opinionWanted, rule_version = :rules, calendar_version = :calendar,
                            unit = :unit, co_units = :coUnits, due_at = :due, next_step = :nextStep,
                            next_due_at = :nextDue, closed_at = :closed, changed_at = :changed, version = :version
                        WHERE id = :id AND version = :version - 1"""), order, deadlines)
                        .bind("disposal", name(progress.disposal()))
                        .bind(
                                "supervision",
                                progress.supervision() == null ? null : OrderJson.write(progress.supervision()))
                        .bindArray(
                                "followed",
                                String.class,
                                progress.followed().stream().sorted().toArray())
                        .bind("returns", progress.returns())
                        .bind("opinionWanted", progress.opinionWanted())
                        .bind("closed", order.result().map(Completion::closedAt).orElse(null))
                        .execute())
                == 1;
    }

    private <S extends SqlStatement<S>> S content(S statement, WorkOrder order, List<StoredDeadline> deadlines) {
        var filing = order.dossier().filing();
        var task = order.task();
        var next = deadlines.stream().filter(StoredDeadline::isOwed).min(Comparator.comparing(WorkOrderTable::dueAt));
        return people(statement, order)
                .bind("id", order.id().value())
                .bind("kind", order.matter().kind().name())
                .bindArray("flags", String.class, names(order.matter()))
                .bind("state", order.state().name())
                .bind("standing", Standing.write(order))
                .bind("description", order.matter().description())
                .bind("region", order.matter().region())
                .bind("scope", name(filing.scope()))
                .bind("filingCode", filing.code())
                .bind("window", filing.window())
                .bind("rules", order.progress().ruleVersion())
                .bind("calendar", order.progress().calendarVersion())
                .bind("unit", unit(order))
                .bindArray(
                        "coUnits",
                        String.class,
                        task.map(Assignment::coUnits).orElse(List.of()).toArray())
                .bind("due", replyDue(deadlines))
                .bind("nextStep", next.map(one -> one.step().name()).orElse(null))
                .bind("nextDue", next.map(WorkOrderTable::dueAt).orElse(null))
                .bind("changed", clock.instant())
                .bind("version", order.version());
    }

    /** Whose it is: who sees to it, or who has settled it and says so. */
    private static @Nullable String unit(WorkOrder order) {
        return order.task()
                .map(Assignment::unit)
                .or(() -> order.directReport().map(DirectReport::unit))
                .orElse(null);
    }

    private static <S extends SqlStatement<S>> S people(S statement, WorkOrder order) {
        var reporter = order.reporter();
        var enterprise = reporter.enterprise();
        return statement
                .bind("contact", reporter.contact())
                .bind("phone", reporter.phone())
                .bind("name", enterprise.name())
                .bind("code", enterprise.creditCode())
                .bind("enterpriseContact", enterprise.contact())
                .bind("enterprisePhone", enterprise.phone())
                .bind("assurance", enterprise.assurance().name());
    }

    private static Optional<StoredDeadline> next(List<StoredDeadline> deadlines) {
        return deadlines.stream().filter(StoredDeadline::isOwed).min(Comparator.comparing(WorkOrderTable::dueAt));
    }

    /** What the enterprise waits for: the earlier of 答复 and 办结, as the city has the one or the other. */
    private static @Nullable Instant replyDue(List<StoredDeadline> deadlines) {
        return StoredDeadline.replyDue(deadlines).orElse(null);
    }

    private static Instant dueAt(StoredDeadline stored) {
        var due = stored.deadline().dueAt();
        if (due == null) {
            throw new IllegalStateException("nothing is owed at " + stored.step());
        }
        return due;
    }

    @Override
    public Optional<WorkOrder> find(WorkOrderId id) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT * FROM work_order WHERE id = :id")
                .bind("id", id.value())
                .map((row, context) -> WorkOrderRow.read(row))
                .findOne());
    }

    @Override
    public Optional<WorkOrder> lock(WorkOrderId id) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT * FROM work_order WHERE id = :id FOR UPDATE")
                .bind("id", id.value())
                .map((row, context) -> WorkOrderRow.read(row))
                .findOne());
    }

    @Override
    public Optional<WorkOrder> find(WorkOrderNumber number) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT * FROM work_order WHERE number = :number")
                .bind("number", number.value())
                .map((row, context) -> WorkOrderRow.read(row))
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
    public List<WorkOrder> ofConversations(List<ConversationId> conversations) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT * FROM work_order WHERE conversation_id = ANY (:conversations)
                        ORDER BY registered_at DESC, number DESC LIMIT 100""")
                .bindArray(
                        "conversations",
                        UUID.class,
                        conversations.stream().map(id -> (Object) id.value()).toList())
                .map((row, context) -> WorkOrderRow.read(row))
                .list());
    }

    @Override
    public Page<WorkOrder> list(
            WorkOrders.Filter filter, boolean reportersKnown, @Nullable String unit, Instant now, Page.Request page) {
        return Listing.of(WANTED, "ORDER BY " + order(filter))
                .page(
                        jdbi,
                        page,
                        query -> wanted(query, filter, reportersKnown, unit, now),
                        (row, context) -> WorkOrderRow.read(row));
    }

    private static String order(WorkOrders.Filter filter) {
        return switch (filter.sort()) {
            case NEWEST -> "registered_at DESC, number DESC";
            case DUE -> "next_due_at NULLS LAST, registered_at, number";
        };
    }

    private static Query wanted(
            Query statement, WorkOrders.Filter filter, boolean reportersKnown, @Nullable String own, Instant now) {
        return statement
                .bind("state", name(filter.state()))
                .bind("kind", name(filter.kind()))
                .bind("flag", name(filter.flag()))
                .bind("unit", filter.unit())
                .bind("own", own)
                .bind("overdue", filter.overdue())
                .bind("dueBefore", filter.dueBefore())
                .bind("supervised", filter.supervised())
                .bind("now", now)
                .bind("query", filter.query())
                .bind("pattern", Listing.holding(filter.query()))
                .bind("known", reportersKnown);
    }

    @Override
    public Set<Flag> flagsAtRegistration(WorkOrderId order) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT coalesce(flags_at_registration, flags) AS first FROM work_order WHERE id = :id")
                .bind("id", order.value())
                .map((row, context) -> WorkOrderRow.flags(row.getArray("first")))
                .one());
    }

    @Override
    public List<WorkOrderId> withRunningClocks(@Nullable Instant from, @Nullable Instant until) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT id FROM work_order
                        WHERE EXISTS (SELECT 1 FROM work_order_deadline_now AS clock
                                      WHERE clock.order_id = work_order.id AND running AND due_at IS NOT NULL
                                        AND (CAST(:from AS timestamptz) IS NULL OR clock.due_at >= :from)
                                        AND (CAST(:until AS timestamptz) IS NULL OR clock.started_at <= :until))
                        ORDER BY id""")
                .bind("from", from)
                .bind("until", until)
                .map((row, context) -> new WorkOrderId(row.getObject("id", UUID.class)))
                .list());
    }

    @Override
    public void recount(WorkOrder order, List<StoredDeadline> deadlines) {
        var next = next(deadlines);
        jdbi.useHandle(handle -> handle.createUpdate("""
                        UPDATE work_order SET calendar_version = :calendar, due_at = :due, next_step = :nextStep,
                                              next_due_at = :nextDue
                        WHERE id = :id""")
                .bind("id", order.id().value())
                .bind("calendar", order.progress().calendarVersion())
                .bind("due", replyDue(deadlines))
                .bind("nextStep", next.map(one -> one.step().name()).orElse(null))
                .bind("nextDue", next.map(WorkOrderTable::dueAt).orElse(null))
                .execute());
    }

    private static List<Object> names(Matter matter) {
        return matter.flags().stream().map(flag -> (Object) flag.name()).toList();
    }

    private static @Nullable String name(@Nullable Enum<?> constant) {
        return constant == null ? null : constant.name();
    }
}
