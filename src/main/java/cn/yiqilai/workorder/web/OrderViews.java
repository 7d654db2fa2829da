package cn.yiqilai.workorder.web;

import cn.yiqilai.access.Account;
import cn.yiqilai.access.StaffAccount;
import cn.yiqilai.access.postgres.Accounts;
import cn.yiqilai.calendar.WorkCalendar;
import cn.yiqilai.city.SigningLevel;
import cn.yiqilai.conversation.Enterprise;
import cn.yiqilai.directory.Leaders;
import cn.yiqilai.directory.UnitId;
import cn.yiqilai.platform.Shanghai;
import cn.yiqilai.workorder.Assignment;
import cn.yiqilai.workorder.ClockChange;
import cn.yiqilai.workorder.ClockFactory;
import cn.yiqilai.workorder.Completion;
import cn.yiqilai.workorder.Confidentiality;
import cn.yiqilai.workorder.ExtensionRequest;
import cn.yiqilai.workorder.JointHandling;
import cn.yiqilai.workorder.KnownUnits;
import cn.yiqilai.workorder.Officer;
import cn.yiqilai.workorder.Open;
import cn.yiqilai.workorder.Operation;
import cn.yiqilai.workorder.Rating;
import cn.yiqilai.workorder.Registered;
import cn.yiqilai.workorder.Replying;
import cn.yiqilai.workorder.ReturnRequested;
import cn.yiqilai.workorder.StoredDeadline;
import cn.yiqilai.workorder.TimelineLine;
import cn.yiqilai.workorder.UnderApproval;
import cn.yiqilai.workorder.UnderReview;
import cn.yiqilai.workorder.WorkOrder;
import cn.yiqilai.workorder.WorkOrders;
import cn.yiqilai.workorder.reply.Approval;
import cn.yiqilai.workorder.reply.Reply;
import cn.yiqilai.workorder.web.WorkOrderView.ApprovalView;
import cn.yiqilai.workorder.web.WorkOrderView.ClockChangeView;
import cn.yiqilai.workorder.web.WorkOrderView.DeadlineView;
import cn.yiqilai.workorder.web.WorkOrderView.DirectReportView;
import cn.yiqilai.workorder.web.WorkOrderView.DoubtView;
import cn.yiqilai.workorder.web.WorkOrderView.EnterpriseView;
import cn.yiqilai.workorder.web.WorkOrderView.ExtensionView;
import cn.yiqilai.workorder.web.WorkOrderView.JointView;
import cn.yiqilai.workorder.web.WorkOrderView.LineView;
import cn.yiqilai.workorder.web.WorkOrderView.PlanView;
import cn.yiqilai.workorder.web.WorkOrderView.RatingView;
import cn.yiqilai.workorder.web.WorkOrderView.ReplyView;
import cn.yiqilai.workorder.web.WorkOrderView.ResponsibleView;
import cn.yiqilai.workorder.web.WorkOrderView.ReturnView;
import cn.yiqilai.workorder.web.WorkOrderView.SectionView;
import cn.yiqilai.workorder.web.WorkOrderView.SupervisionView;
import cn.yiqilai.workorder.web.WorkOrderView.TaskView;
import cn.yiqilai.workorder.web.WorkOrderView.UnitView;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Shows orders to whoever may see them, as far as he may. */
@ApplicationScoped
class OrderViews {
    private static final String MASK = "***";
    private static final String ACCOUNT = "account:";

    /** What is written down there may tell who the enterprise is. */
    private static final Set<TimelineLine.Deed> TELLING = EnumSet.of(
            TimelineLine.Deed.AMENDED,
            TimelineLine.Deed.CONTACTED,
            TimelineLine.Deed.RESULT_TOLD,
            TimelineLine.Deed.RATED,
            TimelineLine.Deed.CALLBACK_WITHOUT_RATING,
            TimelineLine.Deed.THREE_WAY_STARTED,
            TimelineLine.Deed.ANSWERED_ONLINE);

    private final WorkOrders orders;
    private final Replying replying;
    private final KnownUnits units;
    private final Accounts accounts;
    private final Leaders leaders;
    private final ClockFactory clocks;
    private final Clock clock;

    OrderViews(
            WorkOrders orders,
            Replying replying,
            KnownUnits units,
            Accounts accounts,
            Leaders leaders,
            ClockFactory clocks,
            Clock clock) {
        this.orders = orders;
        this.replying = replying;
        this.units = units;
        this.accounts = accounts;
        this.leaders = leaders;
        this.clocks = clocks;
        this.clock = clock;
    }

    /** With everything that is known of it. */
    WorkOrderView whole(WorkOrder order, Officer officer) {
        return new View(
                        order,
                        officer,
                        orders.deadlines(order.id()),
                        new Known(clocks.calendars(), new HashMap<>(), new HashMap<>()),
                        true)
                .show();
    }

    /** As rows of a list, without what is long. */
    List<WorkOrderView> rows(List<WorkOrder> found, Officer officer) {
        var deadlines = orders.deadlines(found.stream().map(WorkOrder::id).toList());
        var known = new Known(clocks.calendars(), new HashMap<>(), new HashMap<>());
        return found.stream()
                .map(order ->
                        new View(order, officer, deadlines.getOrDefault(order.id(), List.of()), known, false).show())
                .toList();
    }

    /** @param actor {@code account:} and its id, or somebody who is none of the staff */
    private Optional<String> nameOf(String actor) {
        return actor.startsWith(ACCOUNT)
                ? accounts.find(UUID.fromString(actor.substring(ACCOUNT.length())))
                        .map(StaffAccount::account)
                        .map(Account::displayName)
                : Optional.empty();
    }

    /**
     * What was looked up already.
     *
     * @param names of units by id
     * @param people names of accounts by the actor that a line names
     */
    private record Known(
            Function<WorkOrder, WorkCalendar> calendars,
            Map<String, String> names,
            Map<String, Optional<String>> people) {}

    /** One order as one person sees it. */
    private final class View {
        private final WorkOrder order;
        private final Officer officer;
        private final List<StoredDeadline> deadlines;
        private final Known known;
        private final boolean whole;
        private final boolean masked;
        private final Instant now = clock.instant();

        View(WorkOrder order, Officer officer, List<StoredDeadline> deadlines, Known known, boolean whole) {
            this.order = order;
            this.officer = officer;
            this.deadlines = deadlines;
            this.known = known;
            this.whole = whole;
            this.masked = !Confidentiality.mayKnowReporter(order, officer.roles());
        }

        WorkOrderView show() {
            var filing = order.dossier().filing();
            var progress = order.progress();
            var matter = order.matter();
            var reporter = order.reporter();
            var next = deadlines.stream()
                    .filter(StoredDeadline::isOwed)
                    .min(Comparator.comparing(stored -> dueAt(stored).orElseThrow()));
            return new WorkOrderView(
                    order.id().value(),
                    order.number().value(),
                    WorkOrder.TAG,
                    matter.kind(),
                    matter.flags(),
                    order.state(),
                    matter.description(),
                    hide(reporter.contact()),
                    hide(reporter.phone()),
                    enterprise(reporter.enterprise()),
                    matter.region(),
                    conversation(),
                    masked,
                    Shanghai.format(order.registeredAt()),
                    filing.scope(),
                    filing.code(),
                    filing.window(),
                    progress.disposal(),
                    StoredDeadline.replyDue(deadlines).map(Shanghai::format).orElse(null),
                    next.map(StoredDeadline::step).orElse(null),
                    next.flatMap(OrderViews::dueAt).map(Shanghai::format).orElse(null),
                    next.filter(stored -> stored.isOverdue(now)).isPresent(),
                    deadlines.stream().map(this::deadline).toList(),
                    order.task().map(this::task).orElse(null),
                    doubt(),
                    returnRequest(),
                    joint(),
                    reply(),
                    signer(),
                    order.result()
                            .map(Completion::closedAt)
                            .map(Shanghai::format)
                            .orElse(null),
                    whole
                            ? orders.ratings(order.id()).stream()
                                    .map(this::rating)
                                    .toList()
                            : List.of(),
                    supervision(),
                    progress.returns(),
                    progress.opinionWanted(),
                    directReport(),
                    progress.ruleVersion(),
                    progress.calendarVersion(),
                    order.version(),
                    whole
                            ? Operation.offered(officer, order).stream()
                                    .map(Operation::path)
                                    .toList()
                            : null,
                    whole ? orders.timeline(order.id()).stream().map(this::line).toList() : null,
                    whole ? responsible() : null);
        }

        /** Whoever looks after what is late shall see whom to turn to. */
        private List<ResponsibleView> responsible() {
            var escalated = order instanceof Open
                    && (order.progress().supervision() != null
                            || deadlines.stream().anyMatch(stored -> stored.isOwed() && stored.isOverdue(now)));
            return order
                    .task()
                    .map(Assignment::unit)
                    .filter(unit -> escalated && UnitId.isWellFormed(unit))
                    .map(unit -> leaders.of(new UnitId(unit)))
                    .orElse(List.of())
                    .stream()
                    .filter(leader -> leader.level() != SigningLevel.GOVERNMENT)
                    .map(leader ->
                            new ResponsibleView(leader.level(), leader.name(), leader.position(), leader.phone()))
                    .toList();
        }

        private EnterpriseView enterprise(Enterprise enterprise) {
            return new EnterpriseView(
                    hide(enterprise.name()),
                    hide(enterprise.creditCode()),
                    hide(enterprise.contact()),
                    hide(enterprise.phone()),
                    enterprise.assurance());
        }

        private DeadlineView deadline(StoredDeadline stored) {
            var deadline = stored.deadline();
            return new DeadlineView(
                    stored.step().name(),
                    stored.run(),
                    format(deadline.startedAt()),
                    format(deadline.dueAt()),
                    deadline.provisional(),
                    format(deadline.metAt()),
                    format(deadline.stoppedAt()),
                    overdueMinutes(stored),
                    remainingMinutes(stored),
                    deadline.rule(),
                    deadline.source(),
                    whole ? deadline.days() : null);
        }

        private @Nullable Long overdueMinutes(StoredDeadline stored) {
            var deadline = stored.deadline();
            var end = deadline.metAt() != null ? deadline.metAt() : deadline.stoppedAt();
            return dueAt(stored)
                    .filter(due -> stored.isOverdue(now))
                    .map(due -> calendar().workingMinutes(due, end == null ? now : end))
                    .orElse(null);
        }

        private @Nullable Long remainingMinutes(StoredDeadline stored) {
            return dueAt(stored)
                    .filter(due -> stored.deadline().isRunning() && !now.isAfter(due))
                    .map(due -> calendar().workingMinutes(now, due))
                    .orElse(null);
        }

        private WorkCalendar calendar() {
            return known.calendars().apply(order);
        }

        private TaskView task(Assignment task) {
            var signature = task.signature();
            var contact = task.contact();
            return new TaskView(
                    unit(task.unit()),
                    units(task.coUnits()),
                    Shanghai.format(task.dispatchedAt()),
                    signature == null ? null : signature.name(),
                    signature == null ? null : Shanghai.format(signature.at()),
                    contact == null ? null : contact.by(),
                    contact == null ? null : Shanghai.format(contact.at()),
                    extension(task.extensionWanted()),
                    task.extensions());
        }

        private @Nullable ExtensionView extension(@Nullable ExtensionRequest request) {
            return request == null
                    ? null
                    : new ExtensionView(
                            request.workingDays(),
                            request.until(),
                            request.reason(),
                            request.told(),
                            Shanghai.format(request.at()));
        }

        private @Nullable DoubtView doubt() {
            return order instanceof Registered registered && registered.doubt() != null
                    ? new DoubtView(
                            registered.doubt().question(),
                            Shanghai.format(registered.doubt().raisedAt()))
                    : null;
        }

        private @Nullable ReturnView returnRequest() {
            return order instanceof ReturnRequested(var origin, var request)
                    ? new ReturnView(request.ground(), request.advice(), Shanghai.format(request.at()))
                    : null;
        }

        private @Nullable JointView joint() {
            return order instanceof JointHandling(var dossier, var assignment, var session)
                    ? new JointView(
                            unit(session.convener()),
                            session.cause(),
                            session.reason(),
                            units(session.units()),
                            session.whistled(),
                            Shanghai.format(session.convenedAt()))
                    : null;
        }

        private @Nullable ReplyView reply() {
            if (order instanceof UnderApproval waiting) {
                return reply(waiting.reply(), null);
            }
            if (order instanceof UnderReview waiting) {
                return reply(waiting.reply(), waiting.approval());
            }
            return order.result()
                    .map(completion -> reply(completion.reply(), completion.approval()))
                    .orElse(null);
        }

        private ReplyView reply(Reply reply, @Nullable Approval approval) {
            var plan = reply.plan();
            return new ReplyView(
                    reply.template(),
                    reply.sections().stream()
                            .map(section -> new SectionView(section.key(), section.heading(), section.text()))
                            .toList(),
                    reply.text(),
                    reply.finding(),
                    reply.resolution(),
                    plan == null ? null : new PlanView(plan.steps(), plan.finishBy(), plan.responsible(), plan.phone()),
                    reply.reason(),
                    reply.told(),
                    reply.by(),
                    Shanghai.format(reply.at()),
                    approval == null ? null : approval(approval));
        }

        private ApprovalView approval(Approval approval) {
            return new ApprovalView(
                    approval.level(),
                    approval.name(),
                    approval.position(),
                    Shanghai.format(approval.signedAt()),
                    Shanghai.format(approval.at()));
        }

        private @Nullable SigningLevel signer() {
            return order instanceof UnderApproval ? replying.levelOf(order).orElse(null) : null;
        }

        private RatingView rating(Rating rating) {
            return new RatingView(
                    rating.channel(), rating.grade(), hide(rating.reason()), Shanghai.format(rating.at()));
        }

        private @Nullable SupervisionView supervision() {
            var supervision = order.progress().supervision();
            return supervision == null
                    ? null
                    : new SupervisionView(
                            supervision.trigger(),
                            supervision.measure(),
                            supervision.office(),
                            supervision.reason(),
                            Shanghai.format(supervision.at()));
        }

        private @Nullable DirectReportView directReport() {
            return order.directReport()
                    .map(report -> new DirectReportView(
                            report.raisedOn(),
                            unit(report.unit()),
                            report.result(),
                            report.officer(),
                            report.officerPhone(),
                            report.satisfaction()))
                    .orElse(null);
        }

        private LineView line(TimelineLine line) {
            var actor = line.actor().id();
            var hidden = masked && TELLING.contains(line.what());
            return new LineView(
                    line.seq(),
                    Shanghai.format(line.at()),
                    masked && actor.startsWith("conversation:") ? "conversation:" + MASK : actor,
                    known.people()
                            .computeIfAbsent(actor, OrderViews.this::nameOf)
                            .orElse(null),
                    line.what(),
                    line.to(),
                    hidden ? hide(line.why()) : line.why(),
                    line.detail(),
                    hidden ? null : line.content(),
                    line.clocks().stream().map(OrderViews::change).toList());
        }

        private UnitView unit(String id) {
            return new UnitView(id, known.names().computeIfAbsent(id, units::name));
        }

        private List<UnitView> units(List<String> ids) {
            return ids.stream().map(this::unit).toList();
        }

        private @Nullable UUID conversation() {
            return masked
                    ? null
                    : order.source()
                            .map(source -> source.conversation().value())
                            .orElse(null);
        }

        private @Nullable String hide(@Nullable String value) {
            return masked && value != null ? MASK : value;
        }
    }

    private static ClockChangeView change(ClockChange change) {
        return new ClockChangeView(
                change.step(),
                change.run(),
                format(change.oldDueAt()),
                format(change.newDueAt()),
                change.provisional(),
                format(change.metAt()),
                format(change.stoppedAt()));
    }

    private static Optional<Instant> dueAt(StoredDeadline stored) {
        return Optional.ofNullable(stored.deadline().dueAt());
    }

    private static @Nullable String format(@Nullable Instant instant) {
        return instant == null ? null : Shanghai.format(instant);
    }
}
