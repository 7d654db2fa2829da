package cn.yiqilai.platform.web;

import cn.yiqilai.platform.Problem;
import cn.yiqilai.platform.ProblemException;
import cn.yiqilai.platform.Shanghai;
import cn.yiqilai.platform.outbox.DispatchState;
import cn.yiqilai.platform.outbox.LaneView;
import cn.yiqilai.platform.outbox.OutboxOperations;
import cn.yiqilai.platform.outbox.StoredDispatch;
import cn.yiqilai.platform.sms.ShortMessages;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What leaves the house, as the operator sees it. */
@Path("/api/v1/operations/outbox")
@Tag(name = "运维", description = "对外发出的短信与部门接口调用、定时任务。看不到内容与收件人。")
@RunOnVirtualThread
@RolesAllowed(Operator.ADMIN)
@APIResponse(responseCode = "401", description = "没有登录")
@APIResponse(responseCode = "403", description = "角色没有这项权限")
public class OutboxResource {
    /**
     * @param waiting 待发; sent 已送达; kept 已保存未发送; dead 已停发
     * @param oldestWaitingSince null when nothing waits
     * @param smsConfigured whether there is a gateway for short messages; without one they are kept
     * @param lanes destinations in trouble
     * @param timers timers of all rooms
     */
    @Schema(name = "OutboxOverview")
    public record Overview(
            long waiting,
            long sent,
            long kept,
            long dead,
            @Schema(format = "date-time") @Nullable String oldestWaitingSince,
            boolean smsConfigured,
            List<LaneBody> lanes,
            TimersBody timers) {}

    /** @param closedUntil null while it is tried as usual */
    @Schema(name = "OutboxLane")
    public record LaneBody(
            String destination,
            int failures,
            String reason,
            String explanation,
            @Schema(format = "date-time") String failedAt,
            @Schema(format = "date-time") @Nullable String closedUntil,
            long waiting) {}

    /** @param oldestDue the due time of the one that is longest overdue; null when none is */
    @Schema(name = "TimersStatus")
    public record TimersBody(
            long waiting,
            long failing,
            @Schema(format = "date-time") @Nullable String oldestDue) {}

    /** @param reason a code, and {@code explanation} what it means; both null when nothing has failed */
    @Schema(name = "OutboxMessage")
    public record MessageBody(
            UUID id,
            String kind,
            String destination,
            @Nullable String subject,
            long seq,
            String key,
            DispatchState state,
            int attempts,
            @Nullable String reason,
            @Nullable String explanation,
            @Schema(format = "date-time") String putAt,
            @Schema(format = "date-time") String dueAt,
            @Schema(format = "date-time") @Nullable String settledAt,
            boolean forgotten) {}

    @Schema(name = "OutboxMessagePage")
    public record MessagePage(List<MessageBody> items, long total) {}

    /** @param destination null = all */
    @Schema(name = "RetryOutbox", requiredProperties = "state")
    public record Retry(
            @Nullable DispatchState state, @Nullable String destination) {}

    /** @param retried how many are waiting again; at most 1000, ask again for the rest */
    @Schema(name = "RetriedOutbox")
    public record Retried(int retried) {}

    private final OutboxOperations operations;
    private final ShortMessages shortMessages;

    OutboxResource(OutboxOperations operations, ShortMessages shortMessages) {
        this.operations = operations;
        this.shortMessages = shortMessages;
    }

    @GET
    @Operation(summary = "对外消息概况", description = "各状态的条数、最早的待发消息、出了问题的对方，以及定时任务的概况。")
    @APIResponse(responseCode = "200", description = "概况")
    public Overview overview() {
        var overview = operations.overview();
        var counts = overview.counts();
        var timers = overview.timers();
        return new Overview(
                counts.getOrDefault(DispatchState.WAITING, 0L),
                counts.getOrDefault(DispatchState.SENT, 0L),
                counts.getOrDefault(DispatchState.KEPT, 0L),
                counts.getOrDefault(DispatchState.DEAD, 0L),
                time(overview.oldestWaitingSince().orElse(null)),
                shortMessages.isConfigured(),
                overview.lanes().stream().map(OutboxResource::view).toList(),
                new TimersBody(
                        timers.waiting(),
                        timers.failing(),
                        time(timers.oldestDue().orElse(null))));
    }

    @GET
    @Path("messages")
    @Operation(summary = "查询对外消息", description = "新的在前。KEPT 为未配置短信网关而保存、并未发送的短信；DEAD 为被拒绝或多次失败后停发的消息，可以重发。")
    @APIResponse(responseCode = "200", description = "一页消息，不含内容与收件人")
    @APIResponse(responseCode = "400", description = "查询条件有误")
    public MessagePage messages(
            @QueryParam("state")
                    @Parameter(description = "消息状态", schema = @Schema(implementation = DispatchState.class))
                    @Nullable
                    String state,
            @QueryParam("destination") @Parameter(description = "发往何处，如 sms", example = "sms") @Nullable
                    String destination,
            @Parameter(schema = @Schema(type = SchemaType.INTEGER, minimum = "0", defaultValue = "0"))
                    @QueryParam("page")
                    @DefaultValue("0")
                    String page,
            @Parameter(schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "200", defaultValue = "20"))
                    @QueryParam("size")
                    @DefaultValue("20")
                    String size) {
        var found = operations.list(state(state), destination, Parameters.page(page, size));
        return new MessagePage(found.items().stream().map(OutboxResource::view).toList(), found.total());
    }

    @GET
    @Path("messages/{id}")
    @Operation(summary = "查看一条对外消息")
    @APIResponse(responseCode = "200", description = "消息，不含内容与收件人")
    @APIResponse(responseCode = "404", description = "没有这条消息")
    public MessageBody message(@PathParam("id") String id) {
        return Parameters.id(id)
                .flatMap(operations::find)
                .map(OutboxResource::view)
                .orElseThrow(OutboxResource::unknown);
    }

    @POST
    @Path("messages/{id}/retry")
    @Operation(summary = "重发一条消息", description = "只对 DEAD 与 KEPT 的消息；编号不变，对方据此识别重复。")
    @APIResponse(responseCode = "200", description = "已重新排队")
    @APIResponse(responseCode = "404", description = "没有这条消息")
    @APIResponse(responseCode = "409", description = "消息没有停发，或内容已按期清除；current 为现在的状态")
    public MessageBody retry(@PathParam("id") String id) {
        return view(operations.retry(Parameters.id(id).orElseThrow(OutboxResource::unknown)));
    }

    @POST
    @Path("retry")
    @Operation(summary = "批量重发", description = "重发全部或发往一处的 DEAD 或 KEPT 消息，先停发的先发，一次不超过 1000 条。")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Retry.class),
                            examples =
                                    @ExampleObject(
                                            name = "kept",
                                            value = "{\"state\":\"KEPT\",\"destination\":\"sms\"}")))
    @APIResponse(responseCode = "200", description = "重新排队的条数")
    @APIResponse(responseCode = "400", description = "内容有误")
    public Retried retryAll(@Nullable Retry body) {
        var state = Parameters.body(body).state();
        if (state == null) {
            throw Problem.invalidField("state", "outbox.retry-state").asException();
        }
        return new Retried(operations.retryAll(state, body.destination()));
    }

    private static LaneBody view(LaneView lane) {
        return new LaneBody(
                lane.destination(),
                lane.failures(),
                lane.reason(),
                DeliveryReason.explain(lane.reason()),
                Shanghai.format(lane.failedAt()),
                time(lane.closedUntil()),
                lane.waiting());
    }

    private static MessageBody view(StoredDispatch dispatch) {
        var reason = dispatch.reason();
        return new MessageBody(
                dispatch.id(),
                dispatch.kind(),
                dispatch.destination(),
                dispatch.subject(),
                dispatch.seq(),
                dispatch.key(),
                dispatch.state(),
                dispatch.attempts(),
                reason,
                reason == null ? null : DeliveryReason.explain(reason),
                Shanghai.format(dispatch.putAt()),
                Shanghai.format(dispatch.dueAt()),
                time(dispatch.settledAt()),
                dispatch.forgotten());
    }

    private static @Nullable String time(@Nullable Instant instant) {
        return instant == null ? null : Shanghai.format(instant);
    }

    private static @Nullable DispatchState state(@Nullable String name) {
        return name == null || name.isEmpty()
                ? null
                : Arrays.stream(DispatchState.values())
                        .filter(state -> state.name().equals(name))
                        .findFirst()
                        .orElseThrow(() ->
                                Problem.invalidField("state", "outbox.state").asException());
    }

    private static ProblemException unknown() {
        return Problem.notFound("outbox.unknown").asException();
    }
}
