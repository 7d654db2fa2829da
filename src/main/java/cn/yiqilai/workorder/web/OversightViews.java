package cn.yiqilai.workorder.web;

import cn.yiqilai.access.ActorNames;
import cn.yiqilai.city.Kind;
import cn.yiqilai.platform.Messages;
import cn.yiqilai.platform.Shanghai;
import cn.yiqilai.workorder.KnownUnits;
import cn.yiqilai.workorder.State;
import cn.yiqilai.workorder.oversight.Draw;
import cn.yiqilai.workorder.oversight.Handover;
import cn.yiqilai.workorder.oversight.Inquiry;
import cn.yiqilai.workorder.oversight.ListedOrder;
import cn.yiqilai.workorder.oversight.Programme;
import cn.yiqilai.workorder.oversight.Programmes;
import cn.yiqilai.workorder.oversight.Progress;
import cn.yiqilai.workorder.oversight.Purpose;
import cn.yiqilai.workorder.oversight.Result;
import cn.yiqilai.workorder.oversight.UnitEvidence;
import cn.yiqilai.workorder.oversight.WrittenResult;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Programmes, handovers and inquiries as people read them. */
@ApplicationScoped
class OversightViews {
    /**
     * @param nextOn from this day on the next can be drawn; null for what is done once
     * @param follows the one of the period before
     * @param followedBy the one of the period after; null while it was not drawn
     * @param orderCount how many orders it lists
     * @param seenCount of how many of them something was written down
     * @param orders null in lists
     */
    @Schema(name = "Programme")
    record ProgrammeView(
            String id,
            Purpose purpose,
            String title,
            String reason,
            @Nullable String office,
            LocalDate dueOn,
            @Nullable DrawView draw,
            @Nullable Integer everyMonths,
            @Nullable LocalDate nextOn,
            @Nullable String follows,
            @Nullable String followedBy,
            long orderCount,
            long seenCount,
            String madeBy,
            @Nullable String madeByName,
            @Schema(format = "date-time") String madeAt,
            @Nullable List<ListedOrderView> orders) {}

    /** @param population how many there were to draw from */
    @Schema(name = "OrderDraw")
    record DrawView(
            LocalDate from,
            LocalDate to,
            @Nullable String unit,
            @Nullable String unitName,
            int count,
            long seed,
            long population) {}

    /** @param supervised it is or was under supervision */
    @Schema(name = "ProgrammeOrder")
    record ListedOrderView(
            String id,
            String number,
            Kind kind,
            @Nullable String unit,
            @Nullable String unitName,
            State state,
            @Schema(format = "date-time") @Nullable String closedAt,
            boolean supervised,
            List<ResultView> results) {}

    /** What came of a second look: a check has the first four, a call reached and grade, a conclusion settled. */
    @Schema(name = "ProgrammeResult")
    record ResultView(
            @Nullable Boolean standard,
            @Nullable Boolean specific,
            @Nullable Boolean complete,
            @Nullable Boolean truthful,
            @Nullable String enterpriseSaid,
            @Nullable Boolean reached,
            @Nullable Integer grade,
            @Nullable Boolean settled,
            @Nullable String text,
            String by,
            @Nullable String byName,
            @Schema(format = "date-time") String at) {}

    /** @param total how many there are on all pages */
    @Schema(name = "ProgrammePage")
    record ProgrammePage(List<ProgrammeView> items, long total) {}

    /**
     * What was written down against a unit.
     *
     * @param returns orders it gave back with approval
     * @param returnsRejected that it wanted to give back in vain
     * @param jointLate joint sessions that it led and whose reply was late
     * @param untrue orders whose reply was found untrue
     * @param poor orders whose reply was found wanting, the untrue ones among them
     */
    @Schema(name = "UnitEvidence")
    record EvidenceView(
            String unit, String name, long returns, long returnsRejected, long jointLate, long untrue, long poor) {}

    @Schema(name = "UnitEvidenceList")
    record EvidenceList(LocalDate from, LocalDate to, List<EvidenceView> items, long total) {}

    @Schema(name = "Handover")
    record HandoverView(
            String id,
            String office,
            @Nullable String unit,
            @Nullable String unitName,
            String matter,
            List<String> materials,
            List<ConcernedView> orders,
            @Nullable LocalDate receivedOn,
            String madeBy,
            @Nullable String madeByName,
            @Schema(format = "date-time") String madeAt,
            List<NewsView> news) {}

    @Schema(name = "HandoverOrder")
    record ConcernedView(String id, String number) {}

    /** @param on the day on which it happened */
    @Schema(name = "HandoverNews")
    record NewsView(
            Handover.NewsKind kind,
            LocalDate on,
            String toldBy,
            @Nullable String remark,
            String by,
            @Nullable String byName,
            @Schema(format = "date-time") String at) {}

    /** @param total how many there are on all pages */
    @Schema(name = "HandoverPage")
    record HandoverPage(List<HandoverView> items, long total) {}

    /** @param late the first answer came after the day that was set, or that day is over without one */
    @Schema(name = "Inquiry")
    record InquiryView(
            String id,
            Inquiry.Source source,
            String sender,
            String subject,
            String unit,
            String unitName,
            @Nullable String order,
            LocalDate dueOn,
            boolean late,
            String madeBy,
            @Nullable String madeByName,
            @Schema(format = "date-time") String madeAt,
            List<AnswerView> answers) {}

    @Schema(name = "InquiryAnswer")
    record AnswerView(
            String text,
            String by,
            @Nullable String byName,
            @Schema(format = "date-time") String at) {}

    /** @param total how many there are on all pages */
    @Schema(name = "InquiryPage")
    record InquiryPage(List<InquiryView> items, long total) {}

    private final KnownUnits units;
    private final ActorNames people;
    private final Clock clock;

    OversightViews(KnownUnits units, ActorNames people, Clock clock) {
        this.units = units;
        this.people = people;
        this.clock = clock;
    }

    ProgrammeView whole(Programmes.Whole whole) {
        var names = new HashMap<String, @Nullable String>();
        return of(
                whole.programme(),
                whole.progress(),
                whole.orders().stream().map(order -> listed(order, names)).toList());
    }

    ProgrammeView row(Programmes.Standing standing) {
        return of(standing.programme(), standing.progress(), null);
    }

    private ProgrammeView of(Programme programme, Progress progress, @Nullable List<ListedOrderView> orders) {
        var follows = programme.follows();
        var followedBy = progress.followedBy();
        return new ProgrammeView(
                programme.id().toString(),
                programme.purpose(),
                programme.title(),
                programme.reason(),
                programme.office(),
                programme.dueOn(),
                drawn(programme.draw()),
                programme.everyMonths(),
                programme.nextFrom(),
                follows == null ? null : follows.toString(),
                followedBy == null ? null : followedBy.toString(),
                progress.orders(),
                progress.seen(),
                programme.by(),
                person(programme.by()),
                Shanghai.format(programme.at()),
                orders);
    }

    private @Nullable DrawView drawn(@Nullable Draw draw) {
        return draw == null
                ? null
                : new DrawView(
                        draw.from(),
                        draw.to(),
                        draw.unit(),
                        name(draw.unit()),
                        draw.count(),
                        draw.seed(),
                        draw.population());
    }

    /** @param names of those who were looked up already */
    private ListedOrderView listed(ListedOrder order, Map<String, @Nullable String> names) {
        return new ListedOrderView(
                order.id().toString(),
                order.number(),
                order.kind(),
                order.unit(),
                name(order.unit()),
                order.state(),
                time(order.closedAt()),
                order.supervised(),
                order.results().stream()
                        .map(one -> result(one, names.computeIfAbsent(one.by(), this::person)))
                        .toList());
    }

    private static ResultView result(WrittenResult written, @Nullable String name) {
        var at = Shanghai.format(written.at());
        return switch (written.result()) {
            case Result.Check check ->
                new ResultView(
                        check.standard(),
                        check.specific(),
                        check.complete(),
                        check.truthful(),
                        check.enterpriseSaid(),
                        null,
                        null,
                        null,
                        check.finding(),
                        written.by(),
                        name,
                        at);
            case Result.Called called ->
                new ResultView(
                        null,
                        null,
                        null,
                        null,
                        null,
                        called.reached(),
                        called.grade(),
                        null,
                        called.remark(),
                        written.by(),
                        name,
                        at);
            case Result.Concluded concluded ->
                new ResultView(
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        concluded.settled(),
                        concluded.finding(),
                        written.by(),
                        name,
                        at);
        };
    }

    EvidenceView of(UnitEvidence evidence) {
        return new EvidenceView(
                evidence.unit(),
                units.name(evidence.unit()),
                evidence.returns(),
                evidence.returnsRejected(),
                evidence.jointLate(),
                evidence.untrue(),
                evidence.poor());
    }

    HandoverView of(Handover handover) {
        return new HandoverView(
                handover.id().toString(),
                handover.office(),
                handover.unit(),
                name(handover.unit()),
                handover.matter(),
                handover.materials(),
                handover.orders().stream()
                        .map(one -> new ConcernedView(one.id().toString(), one.number()))
                        .toList(),
                handover.receivedOn(),
                handover.by(),
                person(handover.by()),
                Shanghai.format(handover.at()),
                handover.news().stream().map(this::told).toList());
    }

    private NewsView told(Handover.News news) {
        return new NewsView(
                news.kind(),
                news.on(),
                news.toldBy(),
                news.remark(),
                news.by(),
                person(news.by()),
                Shanghai.format(news.at()));
    }

    InquiryView of(Inquiry inquiry) {
        var order = inquiry.order();
        return new InquiryView(
                inquiry.id().toString(),
                inquiry.source(),
                inquiry.sender(),
                inquiry.subject(),
                inquiry.unit(),
                units.name(inquiry.unit()),
                order == null ? null : order.toString(),
                inquiry.dueOn(),
                inquiry.isLate(clock.instant()),
                inquiry.by(),
                person(inquiry.by()),
                Shanghai.format(inquiry.at()),
                inquiry.answers().stream()
                        .map(one -> new AnswerView(one.text(), one.by(), person(one.by()), Shanghai.format(one.at())))
                        .toList());
    }

    /** The orders of a programme without whose they are, to be handed on. */
    List<List<String>> rows(List<ListedOrder> orders) {
        return orders.stream().map(this::row).toList();
    }

    private List<String> row(ListedOrder order) {
        return List.of(
                order.number(),
                Messages.of("workorder.kind." + order.kind()),
                orEmpty(name(order.unit())),
                Messages.of("workorder.state." + order.state()),
                Shanghai.format(order.registeredAt()),
                orEmpty(time(order.dueAt())),
                orEmpty(time(order.closedAt())),
                Integer.toString(order.returns()),
                order.supervised() ? "是" : "否");
    }

    private @Nullable String person(String actor) {
        return people.of(actor).orElse(null);
    }

    private @Nullable String name(@Nullable String unit) {
        return unit == null ? null : units.name(unit);
    }

    private static @Nullable String time(@Nullable Instant instant) {
        return instant == null ? null : Shanghai.format(instant);
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
