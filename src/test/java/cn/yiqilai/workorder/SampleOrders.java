package cn.yiqilai.workorder;

import cn.yiqilai.city.Kind;
import cn.yiqilai.city.SigningLevel;
import cn.yiqilai.conversation.Enterprise;
import cn.yiqilai.workorder.clock.ClockEvent.RatingChannel;
import cn.yiqilai.workorder.reply.Approval;
import cn.yiqilai.workorder.reply.Finding;
import cn.yiqilai.workorder.reply.FourChecks;
import cn.yiqilai.workorder.reply.Reply;
import cn.yiqilai.workorder.reply.Resolution;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** One order in each state. */
public final class SampleOrders {
    private static final Instant AT = Instant.parse("2026-03-10T02:00:00Z");
    private static final AtomicInteger COUNT = new AtomicInteger();

    private SampleOrders() {}

    /** An order in that state that the unit has, where a unit has it. */
    public static WorkOrder in(State state, Kind kind, String unit) {
        var registered = new Registered(dossier(kind), null);
        var dispatched = new Dispatched(registered.dossier(), Assignment.of(unit, List.of(), AT));
        var assignment =
                new Assignment(unit, List.of(), AT, new Signature("李某", AT), new FirstContact("李某", null, AT), null, 0);
        var inProgress = new InProgress(registered.dossier(), assignment);
        var underApproval = inProgress.propose(reply());
        var underReview = new UnderReview(registered.dossier(), assignment, reply(), approval());
        var closed = underReview.accept(AT);
        return switch (state) {
            case REGISTERED -> registered;
            case DECLINED -> new Declined(registered.dossier(), new Explanation(DeclineGround.OTHER, "已解释", AT));
            case ANSWERED_ONLINE ->
                new AnsweredOnline(registered.dossier(), new LiveAnswer(List.of("vat"), "已答复", null, AT));
            case THREE_WAY_CALL ->
                new ThreeWayCall(registered.dossier(), new Consultation(unit, "赵某", "查过知识库", null, AT));
            case AWAITING_DISPATCH -> new AwaitingDispatch(registered.dossier(), AT);
            case DISPATCHED -> dispatched;
            case IN_PROGRESS -> inProgress;
            case RETURN_REQUESTED -> dispatched.requestReturn(new ReturnRequest("依据", "建议", AT));
            case JOINT_HANDLING ->
                inProgress.convene(
                        new JointSession(unit, JointSession.Cause.ACROSS_UNITS, "涉及多家", List.of(), false, AT));
            case UNDER_APPROVAL -> underApproval;
            case UNDER_REVIEW -> underReview;
            case CLOSED -> closed;
            case SMS_CALLBACK -> closed.texted(AT);
            case HUMAN_CALLBACK -> closed.unrated(new CallbackAttempt(RatingChannel.HUMAN, false, null, AT));
            case RECTIFYING -> closed.rate(new Rating(RatingChannel.HUMAN, 1, "没有办成", AT));
            case DIRECTLY_REPORTED ->
                new DirectlyReported(
                        registered.dossier(),
                        new DirectReport(LocalDate.of(2026, 2, 3), unit, "已办结", "孙某", "0515-12345678", "满意"));
            case ARCHIVED -> new Archived(registered.dossier(), assignment, closed.completion(), null, null, AT);
        };
    }

    /** Changed once. */
    public static Dossier next(Dossier dossier) {
        return dossier.next();
    }

    private static Dossier dossier(Kind kind) {
        return Dossier.opened(
                WorkOrderId.random(),
                WorkOrderNumber.of(LocalDate.of(2020, 1, 1), COUNT.incrementAndGet()),
                "yancheng",
                new Matter(kind, Set.of(), "厂区用电报装三周没有答复", "盐城市"),
                new Reporter("王某", "13900000001", Enterprise.declared("盐城某某有限公司", null, null, null)),
                Optional.empty(),
                Filing.NONE,
                AT);
    }

    private static Reply reply() {
        return new Reply(
                1,
                List.of(new Reply.Section("matter", "诉求事项", "用电报装")),
                Finding.TRUE,
                Resolution.RESOLVED,
                FourChecks.ALL,
                null,
                null,
                "已电话告知",
                "李某",
                AT);
    }

    private static Approval approval() {
        return new Approval(SigningLevel.DEPUTY, "周某", "分管领导", AT, "account:test", AT);
    }
}
