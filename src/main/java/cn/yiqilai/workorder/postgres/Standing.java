package cn.yiqilai.workorder.postgres;

import cn.yiqilai.workorder.AnsweredOnline;
import cn.yiqilai.workorder.Archived;
import cn.yiqilai.workorder.Assignment;
import cn.yiqilai.workorder.AwaitingDispatch;
import cn.yiqilai.workorder.Closed;
import cn.yiqilai.workorder.Completion;
import cn.yiqilai.workorder.Consultation;
import cn.yiqilai.workorder.Declined;
import cn.yiqilai.workorder.DirectReport;
import cn.yiqilai.workorder.DirectlyReported;
import cn.yiqilai.workorder.Dispatched;
import cn.yiqilai.workorder.Dossier;
import cn.yiqilai.workorder.Doubt;
import cn.yiqilai.workorder.Explanation;
import cn.yiqilai.workorder.HumanCallback;
import cn.yiqilai.workorder.InProgress;
import cn.yiqilai.workorder.JointHandling;
import cn.yiqilai.workorder.JointSession;
import cn.yiqilai.workorder.LiveAnswer;
import cn.yiqilai.workorder.Rating;
import cn.yiqilai.workorder.Rectifying;
import cn.yiqilai.workorder.Registered;
import cn.yiqilai.workorder.ReturnRequest;
import cn.yiqilai.workorder.ReturnRequested;
import cn.yiqilai.workorder.Returnable;
import cn.yiqilai.workorder.SmsCallback;
import cn.yiqilai.workorder.State;
import cn.yiqilai.workorder.ThreeWayCall;
import cn.yiqilai.workorder.UnderApproval;
import cn.yiqilai.workorder.UnderReview;
import cn.yiqilai.workorder.WorkOrder;
import cn.yiqilai.workorder.reply.Approval;
import cn.yiqilai.workorder.reply.Reply;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What only one state knows, as a JSON object: its components without the dossier, by their names. */
final class Standing {
    private Standing() {}

    static String write(WorkOrder order) {
        return OrderJson.write(parts(order));
    }

    private static Map<String, Object> parts(WorkOrder order) {
        return switch (order) {
            case Registered(var dossier, var doubt) -> of("doubt", doubt);
            case Declined(var dossier, var explanation) -> of("explanation", explanation);
            case AnsweredOnline(var dossier, var answer) -> of("answer", answer);
            case ThreeWayCall(var dossier, var consultation) -> of("consultation", consultation);
            case AwaitingDispatch(var dossier, var formedAt) -> of("formedAt", formedAt);
            case Dispatched(var dossier, var assignment) -> of("assignment", assignment);
            case InProgress(var dossier, var assignment) -> of("assignment", assignment);
            case ReturnRequested(var origin, var request) ->
                of("from", origin.state(), "origin", parts(origin), "request", request);
            case JointHandling(var dossier, var assignment, var session) ->
                of("assignment", assignment, "session", session);
            case UnderApproval(var dossier, var assignment, var reply) -> of("assignment", assignment, "reply", reply);
            case UnderReview(var dossier, var assignment, var reply, var approval) ->
                of("assignment", assignment, "reply", reply, "approval", approval);
            case Closed(var dossier, var assignment, var completion) ->
                of("assignment", assignment, "completion", completion);
            case SmsCallback callback ->
                of(
                        "assignment",
                        callback.assignment(),
                        "completion",
                        callback.completion(),
                        "sentAt",
                        callback.sentAt(),
                        "rating",
                        callback.rating());
            case HumanCallback callback ->
                of(
                        "assignment",
                        callback.assignment(),
                        "completion",
                        callback.completion(),
                        "attempts",
                        callback.attempts(),
                        "rectifications",
                        callback.rectifications(),
                        "rating",
                        callback.rating());
            case Rectifying rectifying ->
                of(
                        "assignment",
                        rectifying.assignment(),
                        "completion",
                        rectifying.completion(),
                        "because",
                        rectifying.because(),
                        "rectifications",
                        rectifying.rectifications());
            case DirectlyReported(var dossier, var report) -> of("report", report);
            case Archived archived ->
                of(
                        "assignment",
                        archived.assignment(),
                        "completion",
                        archived.completion(),
                        "rating",
                        archived.rating(),
                        "report",
                        archived.report(),
                        "at",
                        archived.at());
        };
    }

    static WorkOrder read(State state, Dossier dossier, String text) {
        return read(state, dossier, OrderJson.tree(text));
    }

    private static WorkOrder read(State state, Dossier dossier, JsonNode parts) {
        return switch (state) {
            case REGISTERED -> new Registered(dossier, optional(parts, "doubt", Doubt.class));
            case DECLINED -> new Declined(dossier, part(parts, "explanation", Explanation.class));
            case ANSWERED_ONLINE -> new AnsweredOnline(dossier, part(parts, "answer", LiveAnswer.class));
            case THREE_WAY_CALL -> new ThreeWayCall(dossier, part(parts, "consultation", Consultation.class));
            case AWAITING_DISPATCH -> new AwaitingDispatch(dossier, part(parts, "formedAt", Instant.class));
            case DISPATCHED -> new Dispatched(dossier, assignment(parts));
            case IN_PROGRESS -> new InProgress(dossier, assignment(parts));
            case RETURN_REQUESTED ->
                new ReturnRequested(origin(dossier, parts), part(parts, "request", ReturnRequest.class));
            case JOINT_HANDLING ->
                new JointHandling(dossier, assignment(parts), part(parts, "session", JointSession.class));
            case UNDER_APPROVAL -> new UnderApproval(dossier, assignment(parts), part(parts, "reply", Reply.class));
            case UNDER_REVIEW ->
                new UnderReview(
                        dossier,
                        assignment(parts),
                        part(parts, "reply", Reply.class),
                        part(parts, "approval", Approval.class));
            case CLOSED -> new Closed(dossier, assignment(parts), completion(parts));
            case SMS_CALLBACK ->
                new SmsCallback(
                        dossier,
                        assignment(parts),
                        completion(parts),
                        part(parts, "sentAt", Instant.class),
                        optional(parts, "rating", Rating.class));
            case HUMAN_CALLBACK ->
                new HumanCallback(
                        dossier,
                        assignment(parts),
                        completion(parts),
                        part(parts, "attempts", Integer.class),
                        part(parts, "rectifications", Integer.class),
                        optional(parts, "rating", Rating.class));
            case RECTIFYING ->
                new Rectifying(
                        dossier,
                        assignment(parts),
                        completion(parts),
                        part(parts, "because", Rating.class),
                        part(parts, "rectifications", Integer.class));
            case DIRECTLY_REPORTED -> new DirectlyReported(dossier, part(parts, "report", DirectReport.class));
            case ARCHIVED ->
                new Archived(
                        dossier,
                        optional(parts, "assignment", Assignment.class),
                        optional(parts, "completion", Completion.class),
                        optional(parts, "rating", Rating.class),
                        optional(parts, "report", DirectReport.class),
                        part(parts, "at", Instant.class));
        };
    }

    private static Returnable origin(Dossier dossier, JsonNode parts) {
        var state = part(parts, "from", State.class);
        return switch (read(state, dossier, parts.path("origin"))) {
            case Returnable held -> held;
            case WorkOrder other -> throw new IllegalStateException("nobody returns out of " + other.state());
        };
    }

    private static Assignment assignment(JsonNode parts) {
        return part(parts, "assignment", Assignment.class);
    }

    private static Completion completion(JsonNode parts) {
        return part(parts, "completion", Completion.class);
    }

    private static <T> T part(JsonNode parts, String name, Class<T> type) {
        return OrderJson.read(parts.required(name), type);
    }

    private static <T> @Nullable T optional(JsonNode parts, String name, Class<T> type) {
        return parts.hasNonNull(name) ? OrderJson.read(parts.get(name), type) : null;
    }

    private static Map<String, Object> of(@Nullable Object... namesAndValues) {
        var parts = new LinkedHashMap<String, Object>();
        for (var i = 0; i < namesAndValues.length; i += 2) {
            if (namesAndValues[i + 1] != null) {
                parts.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
            }
        }
        return parts;
    }
}
