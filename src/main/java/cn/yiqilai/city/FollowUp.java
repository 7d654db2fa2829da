package cn.yiqilai.city;

import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Something that has to follow: a link of the call-back chain, or a ground for supervision.
 *
 * @param id within its list: {@code 25.1}
 * @param when what makes it follow
 * @param steps with {@link When#OVERDUE}: of which steps; empty otherwise
 * @param flags with {@link When#FLAGGED}: one of which the order must bear; empty otherwise
 * @param then what follows
 * @param by who does it, where the document names somebody
 */
@Schema(name = "FollowUp")
public record FollowUp(
        String id,
        When when,
        List<Step> steps,
        Set<Flag> flags,
        Then then,
        String text,
        @Nullable String by,
        String source) {
    /** What makes something follow. 不满意 is a grade of 1 or 2. */
    @Schema(name = "FollowUpWhen")
    public enum When {
        /** The order was closed. */
        CLOSED,
        /** 短信回访不满意 */
        SMS_DISSATISFIED,
        /** 首次人工回访不满意 */
        FIRST_HUMAN_DISSATISFIED,
        /** 一次评价不满意 (reading A18) */
        FIRST_DISSATISFIED,
        /** A step was not met in time. */
        OVERDUE,
        /** The order bears one of the flags. */
        FLAGGED,
        /** A person judges that it is so. */
        JUDGED
    }

    /** What follows. */
    @Schema(name = "FollowUpThen")
    public enum Then {
        /** 短信回访 */
        SMS_CALLBACK,
        /** 人工回访 */
        HUMAN_CALLBACK,
        /** 核实整改 */
        RECTIFICATION,
        /** 督办 */
        SUPERVISION,
        /** 回访复核 */
        VERIFICATION,
        /** 专题协调，指定牵头 */
        COORDINATION,
        /** 约谈、通报、专报、扣分 */
        ADMONITION,
        /** 移交有关单位 */
        HANDOVER
    }

    public FollowUp {
        steps = List.copyOf(steps);
        flags = InOrder.of(Flag.class, flags);
    }
}
