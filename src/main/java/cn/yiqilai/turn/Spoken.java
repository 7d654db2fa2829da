package cn.yiqilai.turn;

import cn.yiqilai.conversation.Speaker;
import cn.yiqilai.decision.Reason;
import cn.yiqilai.handoff.ContactState;
import cn.yiqilai.handoff.HandoffStatus;
import cn.yiqilai.turn.Reply.Answered;
import cn.yiqilai.turn.Reply.Option;
import cn.yiqilai.turn.Reply.Related;
import cn.yiqilai.turn.Reply.Unanswered;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What stands behind a reply of a conversation, kept with the message and shown by the door.
 *
 * @param answers only what the service was sure of, or offers to pick from
 * @param unanswered of several questions those without an answer
 * @param handoff how a hand-off stands; null when no person was called, or none could come
 * @param workOrder the order this reply names, null for none
 * @param contactWanted nobody knows yet whom to call back about that order
 * @param from who says it, when it is a person; null for the service
 * @param ratingWanted the enterprise is asked how content it was
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Spoken(
        Reply.@Nullable Kind decision,
        @Nullable Reason reason,
        @Nullable Double confidence,
        @Nullable List<Answered> answers,
        @Nullable List<Related> related,
        @Nullable List<Option> options,
        @Nullable List<Unanswered> unanswered,
        @Nullable HandoffReference handoff,
        @Nullable OrderReference workOrder,
        @Nullable Boolean contactWanted,
        @Nullable Person from,
        @Nullable Boolean ratingWanted) {

    /** @param name of the role: an enterprise talks to a desk */
    @Schema(name = "MessageAuthor")
    public record Person(Speaker role, String name) {}

    /**
     * @param position in the queue, from 1; 0 when it waits no more
     * @param estimatedWaitSeconds null = not known
     */
    @Schema(name = "Handoff")
    public record HandoffReference(
            String id,
            ContactState state,
            int position,
            @Nullable Integer estimatedWaitSeconds) {
        static HandoffReference of(HandoffStatus status) {
            return new HandoffReference(
                    status.id().toString(), status.state(), status.position(), status.estimatedWaitSeconds());
        }
    }

    /** @param dueAt null: no clock runs before the order is dispatched */
    @Schema(name = "WorkOrderReference")
    public record OrderReference(
            String id,
            String number,
            String tag,
            String kind,
            @Schema(format = "date-time") @Nullable String dueAt) {}

    static Spoken of(
            Reply reply, @Nullable HandoffReference handoff, @Nullable OrderReference order, boolean contactWanted) {
        var shown = reply.decision() == Reply.Kind.ANSWER || reply.decision() == Reply.Kind.CLARIFY;
        return new Spoken(
                reply.decision(),
                reply.reason(),
                reply.confidence(),
                shown ? reply.answers() : List.of(),
                reply.related(),
                reply.options(),
                reply.unanswered(),
                handoff,
                order,
                contactWanted,
                null,
                null);
    }
}
