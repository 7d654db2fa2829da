package cn.yiqilai.workorder.oversight;

import cn.yiqilai.access.AuditTrail;
import cn.yiqilai.access.Role;
import cn.yiqilai.platform.Page;
import cn.yiqilai.platform.Problem;
import cn.yiqilai.platform.Shanghai;
import cn.yiqilai.platform.web.Idempotency;
import cn.yiqilai.workorder.KnownUnits;
import cn.yiqilai.workorder.Officer;
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
import org.jspecify.annotations.Nullable;

/** Asks units to answer for themselves by a day, and keeps what they answer. */
@ApplicationScoped
public class Inquiries {
    /** As {@link Inquiry}. */
    public record Wish(
            Inquiry.Source source,
            String sender,
            String subject,
            String unit,
            @Nullable WorkOrderId order,
            LocalDate dueOn) {}

    /** What is kept under an idempotency key. */
    record Receipt(UUID id) {}

    private final InquiryRecords records;
    private final WorkOrders orders;
    private final KnownUnits units;
    private final Idempotency idempotency;
    private final AuditTrail audit;
    private final Clock clock;

    Inquiries(
            InquiryRecords records,
            WorkOrders orders,
            KnownUnits units,
            Idempotency idempotency,
            AuditTrail audit,
            Clock clock) {
        this.records = records;
        this.orders = orders;
        this.units = units;
        this.idempotency = idempotency;
        this.audit = audit;
        this.clock = clock;
    }

    /** @throws cn.yiqilai.platform.ProblemException 400 for a unit or an order that is not there, or a day that is over */
    @Transactional
    public Inquiry ask(Wish wish, Officer officer, @Nullable String key) {
        var receipt = idempotency.once(
                "inquiry:" + officer.actor().id(), key, wish, Receipt.class, () -> asked(wish, officer));
        return records.find(receipt.id()).orElseThrow();
    }

    private Receipt asked(Wish wish, Officer officer) {
        if (wish.dueOn().isBefore(Shanghai.today(clock))) {
            throw Problem.invalidField("dueOn", "oversight.day-over").asException();
        }
        if (wish.order() != null && orders.find(wish.order()).isEmpty()) {
            throw Problem.invalidField("order", "oversight.unknown-order").asException();
        }
        var inquiry = new Inquiry(
                UUID.randomUUID(),
                wish.source(),
                wish.sender(),
                wish.subject(),
                units.require("unit", wish.unit()),
                wish.order(),
                wish.dueOn(),
                officer.actor().id(),
                now(),
                List.of());
        records.add(inquiry);
        record(officer, "inquiry.ask", inquiry.id());
        return new Receipt(inquiry.id());
    }

    /** @throws cn.yiqilai.platform.ProblemException 404 for no such inquiry, also for one of another unit */
    @Transactional
    public Inquiry answer(UUID id, String text, Officer officer, @Nullable String key) {
        find(id, officer);
        idempotency.once("inquiry.answer:" + id + ":" + officer.actor().id(), key, text, Receipt.class, () -> {
            records.add(id, new Inquiry.Answer(text, officer.actor().id(), now()));
            record(officer, "inquiry.answer", id);
            return new Receipt(id);
        });
        return find(id, officer);
    }

    /** @throws cn.yiqilai.platform.ProblemException 404, also for one of another unit */
    public Inquiry find(UUID id, Officer officer) {
        return records.find(id)
                .filter(inquiry -> seesAll(officer) || inquiry.unit().equals(officer.unit()))
                .orElseThrow(() -> Problem.notFound("oversight.no-inquiry").asException());
    }

    public Page<Inquiry> list(Officer officer, Page.Request page) {
        if (seesAll(officer)) {
            return records.list(null, page);
        }
        return officer.unit() == null ? new Page<>(List.of(), 0) : records.list(officer.unit(), page);
    }

    private static boolean seesAll(Officer officer) {
        return officer.roles().contains(Role.SUPERVISOR) || officer.roles().contains(Role.ADMIN);
    }

    private void record(Officer officer, String deed, UUID id) {
        audit.record(officer.actor(), deed, "inquiry", id.toString(), Map.of());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
