package cn.yiqilai.insight;

import cn.yiqilai.access.Actor;
import cn.yiqilai.access.AuditTrail;
import cn.yiqilai.insight.Bulletin.Audience;
import cn.yiqilai.insight.Bulletin.Texts;
import cn.yiqilai.platform.Page;
import cn.yiqilai.platform.Problem;
import cn.yiqilai.platform.web.Idempotency;
import cn.yiqilai.workorder.KnownUnits;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells the units, or everybody, how a period went (第十八条, 第二十二条). */
@ApplicationScoped
public class Bulletining {
    /** As {@link Bulletin}. */
    public record Wish(Period period, Audience audience, String title, Texts texts) {}

    /** What is kept under an idempotency key. */
    record Receipt(int number) {}

    private final BulletinRecords records;
    private final Publishing publishing;
    private final KnownUnits units;
    private final Idempotency idempotency;
    private final AuditTrail audit;
    private final Clock clock;

    Bulletining(
            BulletinRecords records,
            Publishing publishing,
            KnownUnits units,
            Idempotency idempotency,
            AuditTrail audit,
            Clock clock) {
        this.records = records;
        this.publishing = publishing;
        this.units = units;
        this.idempotency = idempotency;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @throws cn.yiqilai.platform.ProblemException 400 for advice to a unit that is not there, 409 for a period whose evaluation
     *     was not published
     */
    @Transactional
    public Bulletin issue(Wish wish, Actor actor, @Nullable String key) {
        var receipt =
                idempotency.once("insight.bulletin:" + actor.id(), key, wish, Receipt.class, () -> issued(wish, actor));
        return find(receipt.number()).orElseThrow();
    }

    private Receipt issued(Wish wish, Actor actor) {
        if (publishing.evaluation(wish.period()).isEmpty()) {
            throw Problem.conflict("insight.not-published", wish.period().name())
                    .asException();
        }
        for (var i = 0; i < wish.texts().advice().size(); i++) {
            units.require("advice." + i + ".unit", wish.texts().advice().get(i).unit());
        }
        var number = records.add(
                wish.audience(),
                wish.period().name(),
                wish.title(),
                wish.texts(),
                actor.id(),
                clock.instant().truncatedTo(ChronoUnit.MICROS));
        audit.record(
                actor,
                "insight.bulletin",
                "bulletin",
                Integer.toString(number),
                Map.of(
                        "period",
                        wish.period().name(),
                        "audience",
                        wish.audience().name()));
        return new Receipt(number);
    }

    public Optional<Bulletin> find(int number) {
        return records.find(number).map(this::whole);
    }

    /** Empty also for one that is not for everybody; its figures are not read then. */
    public Optional<Bulletin> findPublic(int number) {
        return records.find(number)
                .filter(row -> row.audience() == Audience.PUBLIC)
                .map(this::whole);
    }

    /** Without figures. */
    public Page<BulletinRecords.Row> list(@Nullable Audience audience, Page.Request page) {
        return records.list(audience, page);
    }

    private Bulletin whole(BulletinRecords.Row row) {
        var period = Period.parse(row.period()).orElseThrow();
        return new Bulletin(
                row.number(),
                row.audience(),
                counted(row.audience(), period),
                row.title(),
                row.texts(),
                row.by(),
                row.at());
    }

    /** What everybody reads holds no order, so none is loaded for it. */
    private Counted counted(Audience audience, Period period) {
        return switch (audience) {
            case UNITS ->
                Objects.requireNonNull(publishing.find(period).orElseThrow().counted());
            case PUBLIC -> new Counted(publishing.evaluation(period).orElseThrow(), List.of());
        };
    }
}
