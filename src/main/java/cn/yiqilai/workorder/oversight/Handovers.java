package cn.yiqilai.workorder.oversight;

import cn.yiqilai.access.ActorNames;
import cn.yiqilai.access.AuditTrail;
import cn.yiqilai.city.Kind;
import cn.yiqilai.platform.Messages;
import cn.yiqilai.platform.Page;
import cn.yiqilai.platform.Problem;
import cn.yiqilai.platform.Shanghai;
import cn.yiqilai.platform.web.Idempotency;
import cn.yiqilai.workorder.KnownUnits;
import cn.yiqilai.workorder.Officer;
import cn.yiqilai.workorder.TimelineLine;
import cn.yiqilai.workorder.WorkOrder;
import cn.yiqilai.workorder.WorkOrderId;
import cn.yiqilai.workorder.WorkOrders;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Hands clues over, writes down what was told of them, and takes the evidence out (第三十条). */
@ApplicationScoped
public class Handovers {
    /** The columns of the evidence. */
    public static final List<String> EVIDENCE_COLUMNS =
            List.of("工单", "类型", "主办单位", "时间", "经过", "此后状态", "经办", "说明", "事项", "内容");

    private static final int LONGEST_CELL = 30_000;

    /** As {@link Handover}. */
    public record Wish(
            String office, @Nullable String unit, String matter, List<String> materials, List<WorkOrderId> orders) {
        public Wish {
            materials = List.copyOf(materials);
            orders = List.copyOf(orders);
        }
    }

    /** As {@link Handover.News}. */
    public record Told(
            Handover.NewsKind kind,
            LocalDate on,
            String toldBy,
            @Nullable String remark) {}

    /** What is kept under an idempotency key. */
    record Receipt(UUID id) {}

    private final HandoverRecords records;
    private final WorkOrders orders;
    private final KnownUnits units;
    private final ActorNames people;
    private final Idempotency idempotency;
    private final AuditTrail audit;
    private final Clock clock;

    Handovers(
            HandoverRecords records,
            WorkOrders orders,
            KnownUnits units,
            ActorNames people,
            Idempotency idempotency,
            AuditTrail audit,
            Clock clock) {
        this.records = records;
        this.orders = orders;
        this.units = units;
        this.people = people;
        this.idempotency = idempotency;
        this.audit = audit;
        this.clock = clock;
    }

    /** @throws cn.yiqilai.platform.ProblemException 400 for an order or a unit that is not there */
    @Transactional
    public Handover handOver(Wish wish, Officer officer, @Nullable String key) {
        var receipt = idempotency.once(
                "handover:" + officer.actor().id(), key, wish, Receipt.class, () -> handedOver(wish, officer));
        return found(receipt.id());
    }

    private Receipt handedOver(Wish wish, Officer officer) {
        var handover = new Handover(
                UUID.randomUUID(),
                wish.office(),
                wish.unit() == null ? null : units.require("unit", wish.unit()),
                wish.matter(),
                wish.materials(),
                concerned(wish.orders()),
                officer.actor().id(),
                now(),
                List.of());
        records.add(handover);
        record(
                officer,
                "handover.make",
                handover.id(),
                "orders",
                Integer.toString(wish.orders().size()));
        return new Receipt(handover.id());
    }

    private List<Handover.Concerned> concerned(List<WorkOrderId> ids) {
        return IntStream.range(0, ids.size())
                .mapToObj(i -> orders.find(ids.get(i))
                        .map(order -> new Handover.Concerned(
                                order.id(), order.number().value()))
                        .orElseThrow(() -> Problem.invalidField("orders." + i, "oversight.unknown-order")
                                .asException()))
                .toList();
    }

    /**
     * @throws cn.yiqilai.platform.ProblemException 404 for no such handover, 400 for a day that is still to come, 409 for a second
     *     receipt, and for a sanction before the receipt
     */
    @Transactional
    public Handover tell(UUID id, Told told, Officer officer, @Nullable String key) {
        idempotency.once("handover.tell:" + id + ":" + officer.actor().id(), key, told, Receipt.class, () -> {
            requireNext(locked(id), told);
            records.add(
                    id,
                    new Handover.News(
                            told.kind(),
                            told.on(),
                            told.toldBy(),
                            told.remark(),
                            officer.actor().id(),
                            now()));
            record(officer, "handover.tell", id, "kind", told.kind().name());
            return new Receipt(id);
        });
        return found(id);
    }

    private void requireNext(Handover handover, Told told) {
        if (told.on().isAfter(Shanghai.today(clock))) {
            throw Problem.invalidField("on", "oversight.day-to-come").asException();
        }
        var received = handover.receivedOn() != null;
        if (received == (told.kind() == Handover.NewsKind.RECEIVED)) {
            throw Problem.conflict(received ? "oversight.received-already" : "oversight.not-received")
                    .asException();
        }
    }

    public Handover find(UUID id) {
        return found(id);
    }

    public Page<Handover> list(Page.Request page) {
        return records.list(page);
    }

    /**
     * Everything that was done with its orders, a row a deed. Each time that it is taken out stands in the audit trail. Of a 举报
     * what people wrote is left out, since it may tell who reported.
     */
    @Transactional
    public List<List<String>> evidence(UUID id, Officer officer) {
        var handover = found(id);
        record(
                officer,
                "handover.export",
                id,
                "orders",
                Integer.toString(handover.orders().size()));
        return handover.orders().stream()
                .flatMap(order -> orders.find(order.id()).stream())
                .flatMap(this::rows)
                .toList();
    }

    private Stream<List<String>> rows(WorkOrder order) {
        return orders.timeline(order.id()).stream().map(line -> row(order, line));
    }

    private List<String> row(WorkOrder order, TimelineLine line) {
        var written = order.matter().kind() != Kind.REPORT;
        return List.of(
                order.number().value(),
                Messages.of("workorder.kind." + order.matter().kind()),
                order.task().map(task -> units.name(task.unit())).orElse(""),
                Shanghai.format(line.at()),
                Messages.of("workorder.deed." + line.what()),
                Messages.of("workorder.state." + line.to()),
                people.of(line.actor().id()).orElse(line.actor().id()),
                written ? orEmpty(line.why()) : "",
                line.detail(),
                written ? orEmpty(line.content()) : "");
    }

    /** A cell of a sheet holds no more; the whole stands on the order's timeline. */
    private static String orEmpty(@Nullable String text) {
        if (text == null) {
            return "";
        }
        return text.length() <= LONGEST_CELL
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST_CELL / 2)) + "……";
    }

    private void record(Officer officer, String deed, UUID id, String name, String value) {
        audit.record(officer.actor(), deed, "handover", id.toString(), Map.of(name, value));
    }

    private Handover found(UUID id) {
        return records.find(id).orElseThrow(Handovers::missing);
    }

    /** Two receipts that come at one instant must not both be the first. */
    private Handover locked(UUID id) {
        return records.lock(id).orElseThrow(Handovers::missing);
    }

    private static RuntimeException missing() {
        return Problem.notFound("oversight.no-handover").asException();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
