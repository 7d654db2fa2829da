package cn.yiqilai.workorder.web;

import cn.yiqilai.access.Assurance;
import cn.yiqilai.city.Flag;
import cn.yiqilai.city.Kind;
import cn.yiqilai.city.SigningLevel;
import cn.yiqilai.city.Step;
import cn.yiqilai.workorder.Disposal;
import cn.yiqilai.workorder.JointSession;
import cn.yiqilai.workorder.Scope;
import cn.yiqilai.workorder.State;
import cn.yiqilai.workorder.Supervision;
import cn.yiqilai.workorder.TimelineLine;
import cn.yiqilai.workorder.clock.ClockEvent.RatingChannel;
import cn.yiqilai.workorder.reply.Finding;
import cn.yiqilai.workorder.reply.Resolution;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An order as read over HTTP.
 *
 * @param masked true when the reporter is hidden from whoever looks: each known value is {@code ***} then, and the
 *     conversation is left out because it would tell
 * @param dueAt until when the enterprise shall have its reply; null while that clock does not run or the rules are silent
 * @param nextStep, nextDueAt what is owed soonest; null when nothing is
 * @param overdue something that is owed is late
 * @param task who sees to it; null while nobody does
 * @param doubt open until a supervisor decides
 * @param returnRequest waits for a decision
 * @param joint the session that was called
 * @param reply the latest that was proposed
 * @param signer who must sign the reply that waits for it; null where the city's rules say nothing
 * @param ruleVersion which rules its clocks are counted by; null until it is dispatched
 * @param actions what whoever looks may do now, as the last part of the operation's address; left out in lists
 * @param timeline oldest first; left out in lists
 * @param responsible of what is late or supervised, who answers for it in the unit: 分管领导, then 主要负责人; left out in lists
 */
@Schema(name = "WorkOrder")
public record WorkOrderView(
        UUID id,
        String number,
        String tag,
        Kind kind,
        Set<Flag> flags,
        State state,
        String description,
        @Nullable String contact,
        @Nullable String phone,
        EnterpriseView enterprise,
        @Nullable String region,
        @Nullable UUID conversationId,
        boolean masked,
        @Schema(format = "date-time") String registeredAt,
        @Nullable Scope scope,
        @Nullable String filingCode,
        @Nullable String window,
        @Nullable Disposal disposal,
        @Schema(format = "date-time") @Nullable String dueAt,
        @Nullable Step nextStep,
        @Schema(format = "date-time") @Nullable String nextDueAt,
        boolean overdue,
        List<DeadlineView> deadlines,
        @Nullable TaskView task,
        @Nullable DoubtView doubt,
        @Nullable ReturnView returnRequest,
        @Nullable JointView joint,
        @Nullable ReplyView reply,
        @Nullable SigningLevel signer,
        @Schema(format = "date-time") @Nullable String closedAt,
        List<RatingView> ratings,
        @Nullable SupervisionView supervision,
        int returns,
        boolean opinionWanted,
        @Nullable DirectReportView directReport,
        @Nullable String ruleVersion,
        @Nullable String calendarVersion,
        long version,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<String> actions,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<LineView> timeline,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<ResponsibleView> responsible) {

    @Schema(name = "Enterprise")
    public record EnterpriseView(
            @Nullable String name,
            @Nullable String creditCode,
            @Nullable String contact,
            @Nullable String phone,
            Assurance assurance) {}

    /**
     * A clock of the order: which step, until when, by which rule.
     *
     * @param run counts the clocks of that step from 1: after an approved return the next unit has its own
     * @param dueAt null when the rules are silent
     * @param overdueWorkingMinutes how late it is or was, in working time; null when it is not
     * @param remainingWorkingMinutes how much working time is left; null unless it runs and is not late
     * @param days how it was counted, one Chinese line a day; left out in lists
     */
    @Schema(name = "Deadline")
    public record DeadlineView(
            String step,
            int run,
            @Schema(format = "date-time") @Nullable String startedAt,
            @Schema(format = "date-time") @Nullable String dueAt,
            boolean provisional,
            @Schema(format = "date-time") @Nullable String metAt,
            @Schema(format = "date-time") @Nullable String stoppedAt,
            @Nullable Long overdueWorkingMinutes,
            @Nullable Long remainingWorkingMinutes,
            String rule,
            @Nullable String source,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            List<String> days) {}

    /** 主要负责人负总责，分管领导具体落实 */
    @Schema(name = "ResponsibleLeader")
    public record ResponsibleView(
            SigningLevel level,
            String name,
            @Nullable String position,
            @Nullable String phone) {}

    @Schema(name = "NamedUnit")
    public record UnitView(String id, String name) {}

    /**
     * @param signedBy the person who answers for it
     * @param extensions how many were approved
     */
    @Schema(name = "WorkOrderTask")
    public record TaskView(
            UnitView unit,
            List<UnitView> coUnits,
            @Schema(format = "date-time") String dispatchedAt,
            @Nullable String signedBy,
            @Schema(format = "date-time") @Nullable String signedAt,
            @Nullable String contactedBy,
            @Schema(format = "date-time") @Nullable String contactedAt,
            @Nullable ExtensionView extensionWanted,
            int extensions) {}

    @Schema(name = "RaisedDoubt")
    public record DoubtView(
            String question, @Schema(format = "date-time") String raisedAt) {}

    @Schema(name = "WantedReturn")
    public record ReturnView(
            String ground,
            String advice,
            @Schema(format = "date-time") String at) {}

    @Schema(name = "WantedExtension")
    public record ExtensionView(
            @Nullable Integer workingDays,
            @Nullable LocalDate until,
            String reason,
            @Nullable String told,
            @Schema(format = "date-time") String at) {}

    @Schema(name = "CalledSession")
    public record JointView(
            UnitView convener,
            JointSession.Cause cause,
            String reason,
            List<UnitView> units,
            boolean whistled,
            @Schema(format = "date-time") String convenedAt) {}

    /** @param text as the enterprise reads it */
    @Schema(name = "ProposedReply")
    public record ReplyView(
            int template,
            List<SectionView> sections,
            String text,
            Finding finding,
            Resolution resolution,
            @Nullable PlanView plan,
            @Nullable String reason,
            @Nullable String told,
            String by,
            @Schema(format = "date-time") String proposedAt,
            @Nullable ApprovalView approval) {}

    @Schema(name = "ReplySectionText")
    public record SectionView(String key, String heading, String text) {}

    @Schema(name = "ReplyPlan")
    public record PlanView(String steps, LocalDate finishBy, String responsible, String phone) {}

    /** @param submittedAt the instant by which it is judged whether the reply is in time */
    @Schema(name = "ReplyApproval")
    public record ApprovalView(
            SigningLevel level,
            String name,
            @Nullable String position,
            @Schema(format = "date-time") String signedAt,
            @Schema(format = "date-time") String submittedAt) {}

    @Schema(name = "WorkOrderRating")
    public record RatingView(
            RatingChannel channel,
            int grade,
            @Nullable String reason,
            @Schema(format = "date-time") String at) {}

    @Schema(name = "WorkOrderSupervision")
    public record SupervisionView(
            Supervision.Trigger trigger,
            Supervision.Measure measure,
            @Nullable String office,
            String reason,
            @Schema(format = "date-time") String at) {}

    @Schema(name = "DirectlyReportedResult")
    public record DirectReportView(
            LocalDate raisedOn,
            UnitView unit,
            String result,
            @Nullable String officer,
            @Nullable String officerPhone,
            @Nullable String satisfaction) {}

    /**
     * @param actor {@code account:…}, {@code conversation:…} or {@code system}
     * @param actorName what colleagues read of an account; null for the enterprise and for the system
     * @param state after it
     * @param why in the words of whoever did it
     * @param content what was written down; hidden with the reporter where it may tell
     * @param clocks what it did to the clocks
     */
    @Schema(name = "TimelineLine")
    public record LineView(
            int seq,
            @Schema(format = "date-time") String at,
            String actor,
            @Nullable String actorName,
            TimelineLine.Deed what,
            State state,
            @Nullable String why,

            @JsonRawValue @Schema(type = SchemaType.OBJECT) String detail,

            @JsonRawValue @Schema(type = SchemaType.OBJECT) @Nullable
            String content,

            List<ClockChangeView> clocks) {}

    /** @param oldDueAt null when it began by this */
    @Schema(name = "ClockChange")
    public record ClockChangeView(
            Step step,
            int run,
            @Schema(format = "date-time") @Nullable String oldDueAt,
            @Schema(format = "date-time") @Nullable String newDueAt,
            boolean provisional,
            @Schema(format = "date-time") @Nullable String metAt,
            @Schema(format = "date-time") @Nullable String stoppedAt) {}
}
