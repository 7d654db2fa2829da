package cn.yiqilai.workorder;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Somebody watches over an order (督办).
 *
 * @param office who takes it on, such as 营商环境监督部门; at most 120 code points, null = whoever ordered it
 * @param reason 2..1000 code points
 */
public record Supervision(
        Trigger trigger, Measure measure, @Nullable String office, String reason, Instant at) {
    /** Why: the five of 第二十五条, and those of the cities. */
    @Schema(name = "SupervisionTrigger")
    public enum Trigger {
        /** 第二十五条(一) 重大民生、中心工作相关事项 */
        MAJOR_LIVELIHOOD,
        /** 第二十五条(二) 办理质量差、推诿扯皮或答复敷衍塞责 */
        POOR_HANDLING,
        /** 第二十五条(三) 指定办理、上级交办和媒体曝光事项 */
        ASSIGNED_FROM_ABOVE,
        /** 第二十五条(四) 跨层级、涉及部门较多、办理难度较大的事项 */
        ACROSS_LEVELS,
        /** 第二十五条(五) 其他应解决而未解决事项 */
        UNRESOLVED,
        /** 超期 */
        OVERDUE,
        /** 一次评价不满意 */
        FIRST_BAD_RATING,
        /** 急难愁盼 */
        URGENT_HARDSHIP
    }

    /** How far it goes: 第二十六条. */
    @Schema(name = "SupervisionMeasure")
    public enum Measure {
        /** 回访复核 */
        VERIFICATION_CALL,
        /** 工单督办 */
        SUPERVISION_ORDER,
        /** 专题协调督办 */
        COORDINATION,
        /** 约谈 */
        INTERVIEW,
        /** 通报 */
        CIRCULAR,
        /** 信息专报 */
        SPECIAL_REPORT
    }
}
