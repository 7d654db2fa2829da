package cn.yiqilai.workorder.web;

import cn.yiqilai.access.Assurance;
import cn.yiqilai.access.Role;
import cn.yiqilai.city.Flag;
import cn.yiqilai.city.Kind;
import cn.yiqilai.conversation.Enterprise;
import cn.yiqilai.platform.Shanghai;
import cn.yiqilai.workorder.Confidentiality;
import cn.yiqilai.workorder.State;
import cn.yiqilai.workorder.TimelineLine;
import cn.yiqilai.workorder.WorkOrder;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
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
 * @param dueAt null while no clock runs
 * @param deadlines empty while no clock runs
 * @param timeline oldest first; left out in lists
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
        @Schema(format = "date-time") @Nullable String dueAt,
        List<DeadlineView> deadlines,
        long version,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<LineView> timeline) {
    static final String MASK = "***";

    @Schema(name = "Enterprise")
    public record EnterpriseView(
            @Nullable String name,
            @Nullable String creditCode,
            @Nullable String contact,
            @Nullable String phone,
            Assurance assurance) {}

    /** A clock of the order: which step, until when, by which rule. */
    @Schema(name = "Deadline")
    public record DeadlineView(
            String step,
            @Schema(format = "date-time") @Nullable String dueAt,
            boolean provisional,
            @Schema(format = "date-time") @Nullable String metAt,
            String rule,
            @Nullable String source) {}

    /** @param actor {@code account:…}, {@code conversation:…} or {@code system} */
    @Schema(name = "TimelineLine")
    public record LineView(
            int seq,
            @Schema(format = "date-time") String at,
            String actor,
            TimelineLine.Deed what,

            @JsonRawValue @Schema(type = SchemaType.OBJECT) String detail) {}

    /** As a row of a list. */
    static WorkOrderView of(WorkOrder order, Set<Role> roles) {
        return new View(order, !Confidentiality.mayKnowReporter(order, roles)).show(null);
    }

    static WorkOrderView of(WorkOrder order, List<TimelineLine> timeline, Set<Role> roles) {
        return new View(order, !Confidentiality.mayKnowReporter(order, roles)).show(timeline);
    }

    /** An order and whether its reporter is hidden. */
    private record View(WorkOrder order, boolean masked) {
        WorkOrderView show(@Nullable List<TimelineLine> timeline) {
            var matter = order.matter();
            var reporter = order.reporter();
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
                    null,
                    List.of(),
                    order.version(),
                    timeline == null ? null : timeline.stream().map(this::line).toList());
        }

        private EnterpriseView enterprise(Enterprise enterprise) {
            return new EnterpriseView(
                    hide(enterprise.name()),
                    hide(enterprise.creditCode()),
                    hide(enterprise.contact()),
                    hide(enterprise.phone()),
                    enterprise.assurance());
        }

        private LineView line(TimelineLine line) {
            var actor = line.actor().id();
            return new LineView(
                    line.seq(),
                    Shanghai.format(line.at()),
                    masked && actor.startsWith("conversation:") ? "conversation:" + MASK : actor,
                    line.what(),
                    line.detail());
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
}
