package cn.yiqilai.workorder.web;

import cn.yiqilai.access.Role;
import cn.yiqilai.access.web.CurrentAccount;
import cn.yiqilai.city.Kind;
import cn.yiqilai.platform.Page;
import cn.yiqilai.platform.Problem;
import cn.yiqilai.workorder.Registration;
import cn.yiqilai.workorder.State;
import cn.yiqilai.workorder.WorkOrder;
import cn.yiqilai.workorder.WorkOrderId;
import cn.yiqilai.workorder.WorkOrders;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Arrays;
import java.util.Optional;
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

/** Finding and filing orders. */
@Path("/api/v1/work-orders")
@Tag(name = "工单", description = "不能当场答复的诉求。举报件的举报人只对督办与管理员可见。")
@RunOnVirtualThread
public class WorkOrderResource {
    private final WorkOrders orders;
    private final Registration registration;
    private final CurrentAccount current;

    WorkOrderResource(WorkOrders orders, Registration registration, CurrentAccount current) {
        this.orders = orders;
        this.registration = registration;
        this.current = current;
    }

    @GET
    @RolesAllowed({Role.Names.AGENT, Role.Names.SUPERVISOR, Role.Names.ADMIN})
    @Operation(summary = "查询工单", description = "按登记时间从新到旧。举报件的举报人信息仅督办与管理员可见，也不能据此检索。")
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
            @Parameter(description = "编号、内容或企业名称中的文字，或完整的电话；不超过 100 个字") @QueryParam("query") @Nullable String query,
            @Parameter(schema = @Schema(type = SchemaType.INTEGER, minimum = "0", defaultValue = "0"))
                    @QueryParam("page")
                    @DefaultValue("0")
                    String page,
            @Parameter(schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "200", defaultValue = "20"))
                    @QueryParam("size")
                    @DefaultValue("20")
                    String size) {
        var wanted = new Page.Request(number(page), number(size));
        var roles = current.get().roles();
        var found = orders.list(new WorkOrders.Filter(state(state), kind(kind), query), roles, wanted);
        return new WorkOrderPage(
                found.items().stream()
                        .map(order -> WorkOrderView.of(order, roles))
                        .toList(),
                found.total());
    }

    @GET
    @Path("{id}")
    @RolesAllowed({Role.Names.AGENT, Role.Names.SUPERVISOR, Role.Names.ADMIN})
    @Operation(summary = "查看一张工单", description = "含时间线。")
    @APIResponse(
            responseCode = "200",
            description = "工单",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = WorkOrderView.class)))
    @APIResponse(responseCode = "401", description = "没有登录")
    @APIResponse(responseCode = "403", description = "没有权限")
    @APIResponse(responseCode = "404", description = "没有这张工单")
    public WorkOrderView get(@PathParam("id") String id) {
        return id(id).flatMap(orders::find).map(this::view).orElseThrow(() -> Problem.notFound("workorder.not-found")
                .asException());
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
        if (body == null) {
            throw Problem.invalid("request.missing").asException();
        }
        return switch (registration.file(body.asRequest(), current.actor(), idempotencyKey)) {
            case Registration.Outcome.Filed(var order, var again) ->
                Response.created(URI.create("/api/v1/work-orders/" + order.id()))
                        .entity(view(order))
                        .build();
            case Registration.Outcome.AlreadyFiled(var order) ->
                Response.ok(view(order)).build();
        };
    }

    private WorkOrderView view(WorkOrder order) {
        return WorkOrderView.of(
                order, orders.timeline(order.id()), current.get().roles());
    }

    private static @Nullable State state(@Nullable String name) {
        return name == null || name.isEmpty()
                ? null
                : Arrays.stream(State.values())
                        .filter(state -> state.name().equals(name))
                        .findFirst()
                        .orElseThrow(() ->
                                Problem.invalidField("state", "workorder.state").asException());
    }

    private static @Nullable Kind kind(@Nullable String name) {
        return name == null || name.isEmpty()
                ? null
                : Arrays.stream(Kind.values())
                        .filter(kind -> kind.name().equals(name))
                        .findFirst()
                        .orElseThrow(() ->
                                Problem.invalidField("kind", "workorder.kind").asException());
    }

    /** What is no number is out of bounds, and said to be so by the page itself. */
    private static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    private static Optional<WorkOrderId> id(String text) {
        try {
            return Optional.of(new WorkOrderId(UUID.fromString(text)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
