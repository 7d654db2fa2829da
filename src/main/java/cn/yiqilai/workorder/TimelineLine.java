package cn.yiqilai.workorder;

import cn.yiqilai.access.Actor;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened to an order. Never changed.
 *
 * @param seq from 1 without gap
 * @param to the state after it
 * @param why in the words of whoever did it; null when nothing was said
 * @param detail a JSON object with ids, codes and times; never personal data
 * @param content a JSON object with what was written down, a reply, minutes, an explanation; null for none
 * @param clocks what it did to the clocks, old and new
 */
public record TimelineLine(
        int seq,
        Instant at,
        Actor actor,
        Deed what,
        State to,
        @Nullable String why,
        String detail,
        @Nullable String content,
        List<ClockChange> clocks) {
    public TimelineLine {
        clocks = List.copyOf(clocks);
    }

    /** What can happen to an order. */
    @Schema(name = "WorkOrderDeed")
    public enum Deed {
        REGISTERED,
        AMENDED,
        DOUBT_RAISED,
        DECLINED,
        ANSWERED_ONLINE,
        THREE_WAY_STARTED,
        THREE_WAY_ENDED,
        FORMED,
        DISPATCHED,
        SIGNED,
        CONTACTED,
        PASSED_ON,
        RETURN_REQUESTED,
        RETURN_APPROVED,
        RETURN_REJECTED,
        EXTENSION_REQUESTED,
        EXTENSION_APPROVED,
        EXTENSION_REJECTED,
        JOINT_CONVENED,
        JOINT_CONCLUDED,
        REPLY_PROPOSED,
        REPLY_APPROVED,
        REPLY_ACCEPTED,
        REPLY_SENT_BACK,
        RESULT_TOLD,
        TEXTED,
        RATED,
        CALLBACK_WITHOUT_RATING,
        RECTIFIED,
        SUPERVISED,
        REMINDED,
        FLAG_SET,
        FLAG_CLEARED,
        SOURCE_LIMIT_SET,
        OPINION_DEMANDED,
        OPINION_WRITTEN,
        RECOMPUTED,
        ARCHIVED
    }
}
