package cn.yiqilai.workorder.oversight;

import cn.yiqilai.access.AuditTrail;
import cn.yiqilai.access.Role;
import cn.yiqilai.city.Flag;
import cn.yiqilai.platform.Page;
import cn.yiqilai.platform.Problem;
import cn.yiqilai.platform.Shanghai;
import cn.yiqilai.platform.web.Idempotency;
import cn.yiqilai.workorder.Call;
import cn.yiqilai.workorder.KnownUnits;
import cn.yiqilai.workorder.Officer;
import cn.yiqilai.workorder.Open;
import cn.yiqilai.workorder.Supervising;
import cn.yiqilai.workorder.Supervision.Measure;
import cn.yiqilai.workorder.Supervision.Trigger;
import cn.yiqilai.workorder.Unsettled;
import cn.yiqilai.workorder.WorkOrder;
import cn.yiqilai.workorder.WorkOrderId;
import cn.yiqilai.workorder.WorkOrders;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Makes programmes, writes down what came of them, and counts what speaks against units. */
@ApplicationScoped
public class Programmes {
    /**
     * @param orders those that are named; empty where they are drawn
     * @param lot null where the orders are named
     * @param everyMonths null for what is done once
     */
    public record Wish(
            Purpose purpose,
            String title,
            String reason,
            @Nullable String office,
            LocalDate dueOn,
            List<WorkOrderId> orders,
            @Nullable Lot lot,
            @Nullable Integer everyMonths) {
        public Wish {
            orders = List.copyOf(orders);
        }
    }

    /** @param seed null = by chance; as {@link Draw} otherwise */
    public record Lot(
            LocalDate from,
            LocalDate to,
            @Nullable String unit,
            int count,
            @Nullable Long seed) {}

    /** A programme and how far it has come. */
    public record Standing(Programme programme, Progress progress) {}

    /** A programme with its orders as they stand now. */
    public record Whole(Programme programme, Progress progress, List<ListedOrder> orders) {
        public Whole {
            orders = List.copyOf(orders);
        }
    }

    /** What is kept under an idempotency key. */
    record Receipt(UUID id) {}

    /** What is done once more under a key must be the same result of the same order. */
    record Fingerprint(String order, Result result) {}

    private final ProgrammeRecords records;
    private final WorkOrders orders;
    private final KnownUnits units;
    private final Supervising supervising;
    private final Idempotency idempotency;
    private final AuditTrail audit;
    private final Clock clock;
    private final SecureRandom chance = new SecureRandom();

    Programmes(
            ProgrammeRecords records,
            WorkOrders orders,
            KnownUnits units,
            Supervising supervising,
            Idempotency idempotency,
            AuditTrail audit,
            Clock clock) {
        this.records = records;
        this.orders = orders;
        this.units = units;
        this.supervising = supervising;
        this.idempotency = idempotency;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @throws cn.yiqilai.platform.ProblemException 400 for an order or a unit that is not there, a period that is not over, an
     *     order in a special report that is settled, or a draw that finds nothing
     */
    @Transactional
    public Whole make(Wish wish, Officer officer, @Nullable String key) {
        var receipt = idempotency.once("programme.make:" + officer.actor().id(), key, wish, Receipt.class, () -> {
            var lot = wish.lot();
            var programme = programme(wish, lot == null ? null : draw(lot), officer);
            return lot == null ? kept(programme, named(wish), officer) : kept(drawn(programme), officer);
        });
        return whole(receipt.id());
    }

    /**
     * The same once more, of the next period in which anything was closed: an empty one is passed over, or it would end the
     * programme for good.
     *
     * @throws cn.yiqilai.platform.ProblemException 404 for no such programme, 409 for one that is done once, whose next period is
     *     not over, that was repeated before, or when every period that is over is empty
     */
    @Transactional
    public Whole repeat(UUID id, Officer officer, @Nullable String key) {
        var receipt = idempotency.once(
                "programme.repeat:" + officer.actor().id(), key, id, Receipt.class, () -> repeated(found(id), officer));
        return whole(receipt.id());
    }

    private Receipt repeated(Programme before, Officer officer) {
        var draw = before.draw();
        var months = before.everyMonths();
        if (draw == null || months == null) {
            throw Problem.conflict("oversight.once").asException();
        }
        var later = monthsToNext(draw, months);
        var programme = new Programme(
                UUID.randomUUID(),
                before.purpose(),
                before.title(),
                before.reason(),
                before.office(),
                before.dueOn().plusMonths(later),
                draw.later(later, chance.nextLong(Draw.SEEDS)),
                months,
                before.id(),
                officer.actor().id(),
                now());
        return kept(drawn(programme), officer);
    }

    /** How much later the next period is that is over and not empty. */
    private int monthsToNext(Draw draw, int months) {
        var first = draw.later(months, draw.seed()).to();
        if (!first.isBefore(today())) {
            throw Problem.conflict("oversight.too-early", first.toString()).asException();
        }
        return IntStream.iterate(months, later -> later + months)
                .takeWhile(later -> draw.later(later, draw.seed()).to().isBefore(today()))
                .filter(later -> records.population(draw.later(later, draw.seed())) > 0)
                .findFirst()
                .orElseThrow(() -> Problem.conflict("oversight.nothing-to-draw").asException());
    }

    /**
     * @throws cn.yiqilai.platform.ProblemException 404 for no such programme or an order that is not of it, 400 for a result of
     *     another purpose
     * @throws cn.yiqilai.workorder.ConflictException when somebody else has changed that order at the same moment
     */
    @Transactional
    public Whole write(UUID id, WorkOrderId order, Result result, Officer officer, @Nullable String key) {
        requireReadable(found(id), officer);
        var scope = "programme.write:" + id + ":" + officer.actor().id();
        idempotency.once(scope, key, new Fingerprint(order.toString(), result), Receipt.class, () -> {
            writeOnce(found(id), order, result, officer);
            return new Receipt(id);
        });
        return whole(id);
    }

    private void writeOnce(Programme programme, WorkOrderId id, Result result, Officer officer) {
        requireOf(programme.purpose(), result);
        if (records.orders(programme.id()).stream().noneMatch(one -> one.id().equals(id))) {
            throw Problem.notFound("oversight.no-order").asException();
        }
        var order = orders.find(id).orElseThrow();
        records.write(
                programme.id(),
                id,
                order.task().map(task -> task.unit()).orElse(null),
                new WrittenResult(result, officer.actor().id(), now()));
        audit.record(
                officer.actor(),
                "programme.write",
                "programme",
                programme.id().toString(),
                Map.of("order", id.toString(), "kind", result.getClass().getSimpleName()));
        if (result instanceof Result.Check check && !check.isGood() && order instanceof Open) {
            supervise(id, check, officer);
        }
    }

    /** 回访复核: what was found puts an order that is still open under supervision at once. */
    private void supervise(WorkOrderId id, Result.Check check, Officer officer) {
        supervising.supervise(
                new Call(id, officer, null, null),
                new Supervising.Order(
                        Trigger.POOR_HANDLING, Measure.VERIFICATION_CALL, null, shortened(check.finding())));
    }

    private static String shortened(String finding) {
        var longest = 1000;
        return finding.codePointCount(0, finding.length()) <= longest
                ? finding
                : finding.substring(0, finding.offsetByCodePoints(0, longest - 1)) + "…";
    }

    private static void requireOf(Purpose purpose, Result result) {
        var fits =
                switch (result) {
                    case Result.Check check -> purpose == Purpose.QUALITY_CHECK;
                    case Result.Called called -> purpose == Purpose.CALLBACK;
                    case Result.Concluded concluded ->
                        purpose == Purpose.INSPECTION || purpose == Purpose.SPECIAL_REPORT;
                };
        if (!fits) {
            throw Problem.conflict("oversight.other-result").asException();
        }
    }

    /** @throws cn.yiqilai.platform.ProblemException 404, also for one that the officer may not see */
    public Whole find(UUID id, Officer officer) {
        requireReadable(found(id), officer);
        return whole(id);
    }

    /** Latest first; who calls back sees what there is to call. */
    public Page<Standing> list(@Nullable Purpose purpose, Officer officer, Page.Request page) {
        var found = listed(purpose, officer, page);
        var progress =
                records.progress(found.items().stream().map(Programme::id).toList());
        return new Page<>(
                found.items().stream()
                        .map(one -> new Standing(one, Objects.requireNonNull(progress.get(one.id()))))
                        .toList(),
                found.total());
    }

    private Page<Programme> listed(@Nullable Purpose purpose, Officer officer, Page.Request page) {
        if (seesAll(officer)) {
            return records.list(purpose, page);
        }
        return purpose == null || purpose == Purpose.CALLBACK
                ? records.list(Purpose.CALLBACK, page)
                : new Page<>(List.of(), 0);
    }

    /** From the first day to the last, both counted in. */
    public List<UnitEvidence> evidence(LocalDate from, LocalDate to) {
        return records.evidence(
                from.atStartOfDay(Shanghai.ZONE).toInstant(),
                to.plusDays(1).atStartOfDay(Shanghai.ZONE).toInstant(),
                now());
    }

    /** The orders of a programme as rows of a sheet without personal data; that it was taken out is written down. */
    @Transactional
    public Whole export(UUID id, Officer officer) {
        var whole = find(id, officer);
        audit.record(officer.actor(), "programme.export", "programme", id.toString(), Map.of());
        return whole;
    }

    private Draw draw(Lot lot) {
        if (!lot.to().isBefore(today())) {
            throw Problem.invalidField("draw.to", "oversight.not-over").asException();
        }
        var unit = lot.unit() == null ? null : units.require("draw.unit", lot.unit());
        var seed = lot.seed() == null ? chance.nextLong(Draw.SEEDS) : lot.seed();
        return new Draw(lot.from(), lot.to(), unit, lot.count(), seed, 0);
    }

    private Programme programme(Wish wish, @Nullable Draw draw, Officer officer) {
        return new Programme(
                UUID.randomUUID(),
                wish.purpose(),
                wish.title(),
                wish.reason(),
                wish.office(),
                wish.dueOn(),
                draw,
                wish.everyMonths(),
                null,
                officer.actor().id(),
                now());
    }

    private Programme drawn(Programme programme) {
        var draw = programme.draw();
        if (draw == null) {
            return programme;
        }
        return new Programme(
                programme.id(),
                programme.purpose(),
                programme.title(),
                programme.reason(),
                programme.office(),
                programme.dueOn(),
                draw.outOf(records.population(draw)),
                programme.everyMonths(),
                programme.follows(),
                programme.by(),
                programme.at());
    }

    private Receipt kept(Programme programme, Officer officer) {
        var draw = programme.draw();
        List<WorkOrderId> drawn = draw == null ? List.of() : records.draw(draw);
        if (drawn.isEmpty()) {
            throw Problem.conflict("oversight.nothing-to-draw").asException();
        }
        return kept(programme, drawn, officer);
    }

    private Receipt kept(Programme programme, List<WorkOrderId> listed, Officer officer) {
        if (!records.add(programme, listed)) {
            throw Problem.conflict("oversight.repeated-already").asException();
        }
        audit.record(
                officer.actor(),
                "programme.make",
                "programme",
                programme.id().toString(),
                Map.of("purpose", programme.purpose().name(), "orders", Integer.toString(listed.size())));
        return new Receipt(programme.id());
    }

    private List<WorkOrderId> named(Wish wish) {
        for (var i = 0; i < wish.orders().size(); i++) {
            var field = "orders." + i;
            var order = orders.find(wish.orders().get(i))
                    .orElseThrow(() -> Problem.invalidField(field, "oversight.unknown-order")
                            .asException());
            requireUnresolved(wish.purpose(), field, order);
        }
        return wish.orders();
    }

    private static void requireUnresolved(Purpose purpose, String field, WorkOrder order) {
        var resolved = !(order instanceof Unsettled) && !order.matter().flags().contains(Flag.UNRESOLVED);
        if (purpose == Purpose.SPECIAL_REPORT && resolved) {
            throw Problem.invalidField(field, "oversight.settled-order").asException();
        }
    }

    private static void requireReadable(Programme programme, Officer officer) {
        if (!seesAll(officer) && programme.purpose() != Purpose.CALLBACK) {
            throw Problem.notFound("oversight.no-programme").asException();
        }
    }

    private static boolean seesAll(Officer officer) {
        return officer.roles().contains(Role.SUPERVISOR) || officer.roles().contains(Role.ADMIN);
    }

    private Programme found(UUID id) {
        return records.find(id)
                .orElseThrow(() -> Problem.notFound("oversight.no-programme").asException());
    }

    private Whole whole(UUID id) {
        var progress = records.progress(List.of(id));
        return new Whole(found(id), Objects.requireNonNull(progress.get(id)), records.orders(id));
    }

    private LocalDate today() {
        return Shanghai.today(clock);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
