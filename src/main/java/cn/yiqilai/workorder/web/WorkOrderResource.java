package cn.yiqilai.workorder.web;

import cn.yiqilai.access.Role;
import cn.yiqilai.city.Flag;
import cn.yiqilai.city.Kind;
import cn.yiqilai.platform.FieldChecks;
import cn.yiqilai.platform.Problem;
import cn.yiqilai.platform.web.Inputs;
import cn.yiqilai.workorder.Registration;
import cn.yiqilai.workorder.State;
import cn.yiqilai.workorder.WorkOrders;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
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

/** Finding and filing orders. What moves them on is in the resources beside it. */
@Path("/api/v1/work-orders")
@Tag(name = "工单", description = "不能当场答复的诉求。平台看全部工单，承办单位只看本单位主办或协办的工单。举报件的举报人只对督办与管理员可见。")
@RunOnVirtualThread
public class WorkOrderResource {
    private static final int LONGEST_UNIT = 60;
    private static final int EARLIEST_YEAR = 1900;
    private static final int LATEST_YEAR = 2999;

    private final WorkOrders orders;
    private final Registration registration;
    private final CurrentOfficer officer;
    private final OrderViews views;

    WorkOrderResource(WorkOrders orders, Registration registration, CurrentOfficer officer, OrderViews views) {
        this.orders = orders;
        this.registration = registration;
        this.officer = officer;
        this.views = views;
    }

    @GET
    @RolesAllowed({Role.Names.AGENT, Role.Names.DEPARTMENT, Role.Names.SUPERVISOR, Role.Names.ADMIN})
    @Operation(summary = "查询工单", description = "默认按登记时间从新到旧。举报件的举报人信息仅督办与管理员可见，也不能据此检索。")
    @APIResponse(
            responseCode = "200",
            description = "一页工单，不含时间线",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = WorkOrderPage.class)))
    @APIResponse(responseCode = "400", description = "查询条件有误")
    @APIResponse(responseCode = "401", description = "没有登录")
    @APIResponse(responseCode = "403", description = "没有权限")
    public WorkOrderPage list(
            @Parameter(description = "工单状态", schema = @Schema(implementation = State.class))
                    @QueryParam("state")
                    @Nullable
                    String state,
            @Parameter(description = "诉求类型", schema = @Schema(implementation = Kind.class))
                    @QueryParam("kind")
                    @Nullable
                    String kind,
            @Parameter(description = "带有该标记", schema = @Schema(implementation = Flag.class))
                    @QueryParam("flag")
                    @Nullable
                    String flag,
            @Parameter(description = "主办单位的编号", example = "tax") @QueryParam("unit") @Nullable String unit,
            @Parameter(description = "true：有事项已超期") @QueryParam("overdue") @Nullable String overdue,
            @Parameter(description = "有事项在此时刻或之前到期", example = "2026-03-13T18:00:00+08:00")
                    @QueryParam("dueBefore")
                    @Nullable
                    String dueBefore,
            @Parameter(description = "true：在督办的") @QueryParam("supervised") @Nullable String supervised,
            @Parameter(description = "编号、内容或企业名称中的文字，或完整的电话；不超过 100 个字") @QueryParam("query") @Nullable String query,
            @Parameter(
                            description = "NEWEST：登记晚的在前；DUE：先到期的在前",
                            schema = @Schema(implementation = WorkOrders.Sort.class))
                    @QueryParam("sort")
                    @Nullable
                    String sort,
            @Parameter(schema = @Schema(type = SchemaType.INTEGER, minimum = "0", defaultValue = "0"))
                    @QueryParam("page")
                    @Nullable
                    String page,
            @Parameter(schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "200", defaultValue = "20"))
                    @QueryParam("size")
                    @Nullable
                    String size) {
        var checks = new FieldChecks("workorder.filter");
        var filter = new WorkOrders.Filter(
                checks.constant("state", state, State.class, Map.of()),
                checks.constant("kind", kind, Kind.class, Map.of()),
                checks.constant("flag", flag, Flag.class, Map.of()),
                checks.optional("unit", unit, LONGEST_UNIT),
                Inputs.flag("overdue", overdue),
                instant(checks, "dueBefore", dueBefore),
                Inputs.flag("supervised", supervised),
                query,
                Optional.ofNullable(checks.constant("sort", sort, WorkOrders.Sort.class, Map.of()))
                        .orElse(WorkOrders.Sort.NEWEST));
        checks.throwIfAny();
        var who = officer.get();
        var found = orders.list(filter, who, Inputs.page(page, size));
        return new WorkOrderPage(views.rows(found.items(), who), found.total());
    }

    @GET
    @Path("{id}")
    @RolesAllowed({Role.Names.AGENT, Role.Names.DEPARTMENT, Role.Names.SUPERVISOR, Role.Names.ADMIN})
    @Operation(summary = "查看一张工单", description = "含时间线、逐日说明的时限，以及当前账号此刻可做的操作。")
    @APIResponse(
            responseCode = "200",
            description = "工单",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = WorkOrderView.class)))
    @APIResponse(responseCode = "401", description = "没有登录")
    @APIResponse(responseCode = "403", description = "没有权限")
    @APIResponse(responseCode = "404", description = "没有这张工单，或不归本单位办理")
    public WorkOrderView get(@PathParam("id") String id) {
        var who = officer.get();
        return orders.find(OrderDoor.required(id), who)
                .map(order -> views.whole(order, who))
                .orElseThrow(() -> Problem.notFound("workorder.not-found").asException());
    }

    @POST
    @RolesAllowed(Role.Names.AGENT)
    @Operation(summary = "登记工单", description = "由坐席登记，标签恒为“企业”。给出会话而不给内容时，内容取自会话；同一条消息只登记一张工单，再次登记返回 200 与原工单。")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = FilingBody.class),
                            examples =
                                    @ExampleObject(
                                            name = "help",
                                            value =
                                                    "{\"kind\":\"HELP\",\"description\":\"厂区用电报装三周没有答复\",\"contact\":\"王某\","
                                                            + "\"phone\":\"0515-12345678\",\"enterprise\":{\"name\":\"盐城某某有限公司\"}}")))
    @APIResponse(
            responseCode = "201",
            description = "已登记",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = WorkOrderView.class)))
    @APIResponse(
            responseCode = "200",
            description = "该消息此前已登记的工单",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = WorkOrderView.class)))
    @APIResponse(responseCode = "400", description = "内容有误")
    @APIResponse(responseCode = "401", description = "没有登录")
    @APIResponse(responseCode = "403", description = "没有权限")
    @APIResponse(responseCode = "409", description = "同一个 Idempotency-Key 已用于内容不同的请求")
    public Response file(@HeaderParam("Idempotency-Key") @Nullable String idempotencyKey, @Nullable FilingBody body) {
        var who = officer.get();
        return switch (registration.file(Inputs.body(body).asRequest(), who.actor(), idempotencyKey)) {
            case Registration.Outcome.Filed(var order, var again) ->
                Response.created(URI.create("/api/v1/work-orders/" + order.id()))
                        .entity(views.whole(order, who))
                        .build();
            case Registration.Outcome.AlreadyFiled(var order) ->
                Response.ok(views.whole(order, who)).build();
            case Registration.Outcome.Completed(var order, var again) ->
                Response.ok(views.whole(order, who)).build();
        };
    }

    static @Nullable Instant instant(FieldChecks checks, String field, @Nullable String raw) {
        if (raw == null || raw.isBlank()) {
            return null;
        }
        try {
            var instant = OffsetDateTime.parse(raw.strip());
            if (instant.getYear() >= EARLIEST_YEAR && instant.getYear() <= LATEST_YEAR) {
                return instant.toInstant();
            }
        } catch (DateTimeParseException e) {
            // Said below, in the reader's words.
        }
        checks.refuse(field, "workorder.instant");
        return null;
    }
}
