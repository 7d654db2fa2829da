package cn.yiqilai.handoff.web;

import static cn.yiqilai.access.Role.Names.ADMIN;
import static cn.yiqilai.access.Role.Names.AGENT;
import static cn.yiqilai.access.Role.Names.SUPERVISOR;

import cn.yiqilai.access.web.CurrentAccount;
import cn.yiqilai.handoff.Desk;
import cn.yiqilai.handoff.DeskEditing;
import cn.yiqilai.handoff.DeskEditing.Outcome;
import cn.yiqilai.handoff.DeskForm;
import cn.yiqilai.handoff.Desks;
import cn.yiqilai.platform.Problem;
import cn.yiqilai.platform.web.Inputs;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The desks, and who works at them. */
@Path("/api/v1/desks")
@Tag(name = "专席", description = "人工专席：受理谁、哪些主题、何时开放、每人同时接待几个、由谁值守。")
@RunOnVirtualThread
@RolesAllowed({AGENT, SUPERVISOR, ADMIN})
@APIResponse(responseCode = "401", description = "没有登录")
@APIResponse(responseCode = "403", description = "角色没有这项权限")
public class DeskResource {
    /** @param total how many there are on all pages */
    @Schema(name = "DeskPage")
    public record DeskPage(List<DeskView> items, long total) {}

    private final Desks desks;
    private final DeskEditing editing;
    private final CurrentAccount current;

    DeskResource(Desks desks, DeskEditing editing, CurrentAccount current) {
        this.desks = desks;
        this.editing = editing;
        this.current = current;
    }

    @GET
    @Operation(summary = "全部专席", description = "按编号排列。坐席只能看到自己所在专席的同事及其状态。")
    @APIResponse(responseCode = "200", description = "一页专席")
    @APIResponse(responseCode = "400", description = "参数有误")
    public DeskPage list(
            @QueryParam("page") @Parameter(schema = @Schema(type = SchemaType.INTEGER, defaultValue = "0")) @Nullable
                    String page,
            @QueryParam("size") @Parameter(schema = @Schema(type = SchemaType.INTEGER, defaultValue = "20")) @Nullable
                    String size) {
        var wanted = Inputs.page(page, size);
        var all = desks.all();
        var items = all.stream()
                .skip(wanted.offset())
                .limit(wanted.size())
                .map(this::view)
                .toList();
        return new DeskPage(items, all.size());
    }

    @POST
    @RolesAllowed({SUPERVISOR, ADMIN})
    @Operation(
            summary = "新建专席",
            description =
                    "编号一经使用不再改变。topics 为知识主题的开头，不填为全部主题；hours 为 OFFICE 时按办公时间开放，office 为办公时间所属部门，不填为全市的。agents 为坐席的用户名。")
    @APIResponse(
            responseCode = "201",
            description = "已新建",
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = DeskView.class)))
    @APIResponse(responseCode = "400", description = "内容有误，errors 逐项说明")
    @APIResponse(responseCode = "409", description = "编号或名称已被使用，或 Idempotency-Key 用于不同内容")
    public Response create(@HeaderParam("Idempotency-Key") @Nullable String key, @Nullable DeskForm body) {
        var created = editing.create(Inputs.body(body), key, current.actor());
        return Response.created(URI.create("/api/v1/desks/" + created.id()))
                .entity(view(created))
                .build();
    }

    @GET
    @Path("{id}")
    @Operation(summary = "读取专席")
    @APIResponse(responseCode = "200", description = "专席")
    @APIResponse(responseCode = "404", description = "没有这个专席")
    public DeskView get(@PathParam("id") String id) {
        return desks.find(id).map(this::view).orElseThrow(() -> Problem.notFound("handoff.desk-unknown")
                .asException());
    }

    @PUT
    @Path("{id}")
    @RolesAllowed({SUPERVISOR, ADMIN})
    @Operation(summary = "修改专席", description = "停用（active 为 false）的不再接新的，已在其中的照常办完。")
    @APIResponse(responseCode = "200", description = "已修改")
    @APIResponse(responseCode = "400", description = "内容有误，errors 逐项说明")
    @APIResponse(responseCode = "404", description = "没有这个专席")
    @APIResponse(responseCode = "409", description = "version 不是最新，current 为现在的内容；或名称已被使用")
    public DeskView edit(@PathParam("id") String id, @Nullable DeskForm body) {
        var form = Inputs.body(body);
        Inputs.same("id", id, form.id());
        return switch (editing.edit(id, form, Inputs.required(form.version()), current.actor())) {
            case Outcome.Saved(var desk) -> view(desk);
            case Outcome.Stale(var now) ->
                throw Problem.conflict("handoff.desk-stale")
                        .with("current", view(now))
                        .asException();
        };
    }

    private DeskView view(Desk desk) {
        var knowsThem = desks.idsOf(current.get()).contains(desk.id());
        return DeskView.of(desk, desks.isOpen(desk), knowsThem ? desks.staff(desk) : List.of());
    }
}
