package cn.yiqilai.workorder.web;

import cn.yiqilai.city.Flag;
import cn.yiqilai.city.Kind;
import cn.yiqilai.workorder.clock.ClockEvent.RatingChannel;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An order that might be: what would its clocks do? Read by {@link TimelineReader}, which knows nothing beside these fields.
 *
 * @param fallbackProfile whose rules fill the silence; null: silence stays silence
 */
@Schema(
        name = "TimelineRequest",
        requiredProperties = {"kind", "events"})
public record TimelineForm(
        @Nullable Kind kind,
        @Nullable List<Flag> flags,
        @Nullable String fallbackProfile,

        @Schema(maxItems = 200) @Nullable List<EventForm> events) {

    /** Something that happens. Which of the fields belong to which event is told by {@link Deed#fields()}. */
    @Schema(
            name = "TimelineEvent",
            requiredProperties = {"at", "do"})
    public record EventForm(
            @Schema(format = "date-time") @Nullable String at,
            @JsonProperty("do") @Nullable Deed deed,
            @Nullable String to,
            @Nullable String ground,
            @Nullable String advice,
            @Nullable Boolean approved,

            @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "1000") @Nullable
            Integer workingDays,

            @Schema(format = "date") @Nullable String until,
            @Nullable String reason,
            @Nullable Boolean accepted,
            @Nullable Flag flag,
            @Nullable RatingChannel channel,

            @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "5") @Nullable
            Integer grade) {}

    /** What can happen, as named in the contract, with the fields that belong to it beside {@code at} and {@code do}. */
    @Schema(name = "TimelineDeed")
    public enum Deed {
        /** 收到诉求 */
        RECEIVE,
        /** 形成工单 */
        FORM,
        /** 派单 */
        DISPATCH("to"),
        /** 签收 */
        SIGN,
        /** 首次联系 */
        CONTACT,
        /** 申请退回 */
        REQUEST_RETURN("ground", "advice"),
        /** 退回审核 */
        DECIDE_RETURN("approved"),
        /** 申请延期 */
        REQUEST_EXTENSION("workingDays", "until", "reason"),
        /** 延期审核 */
        DECIDE_EXTENSION("approved"),
        /** 提交答复 */
        SUBMIT_REPLY,
        /** 答复认定 */
        REVIEW_REPLY("accepted", "reason"),
        /** 加标记 */
        SET_FLAG("flag"),
        /** 去标记 */
        CLEAR_FLAG("flag"),
        /** 来电未接 */
        MISSED_CALL,
        /** 回拨 */
        CALL_BACK,
        /** 告知结果 */
        RESULT_TOLD,
        /** 评价 */
        RATE("channel", "grade");

        private final List<String> fields;

        Deed(String... fields) {
            this.fields = List.of(fields);
        }

        List<String> fields() {
            return fields;
        }
    }
}
