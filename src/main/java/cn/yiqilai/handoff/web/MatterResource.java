package cn.yiqilai.handoff.web;

import static cn.yiqilai.access.Role.Names.ADMIN;
import static cn.yiqilai.access.Role.Names.AGENT;
import static cn.yiqilai.access.Role.Names.EDITOR;
import static cn.yiqilai.access.Role.Names.REVIEWER;
import static cn.yiqilai.access.Role.Names.SPECIALIST;
import static cn.yiqilai.access.Role.Names.SUPERVISOR;

import cn.yiqilai.access.web.CurrentAccount;
import cn.yiqilai.handoff.MatterForm;
import cn.yiqilai.handoff.ThreeWayMatter;
import cn.yiqilai.handoff.ThreeWayMatters;
import cn.yiqilai.handoff.ThreeWayMatters.Outcome;
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

/** The list of matters that go to a specialist. */
@Path("/api/v1/three-way-matters")
@Tag(name = "三方通话", description = MatterResource.ABOUT)
@RunOnVirtualThread
@RolesAllowed({AGENT, SPECIALIST, EDITOR, REVIEWER, SUPERVISOR, ADMIN})
@APIResponse(responseCode = "401", description = "没有登录")
@APIResponse(responseCode = "403", description = "角色没有这项权限")
public class MatterResource {
    static final String ABOUT = """
            坐席把政策专员请进正在接待的会话，企业、坐席、专员三方在同一会话里。属《三方通话事项清单》且 atOnce 为 true 的事项直接请，其他的须说明知识库为何不能答复。\
            按值班表依次呼叫，每人 20 秒；没有人能接入的登记工单。""";

    /** @param total how many there are on all pages */
    @Schema(name = "ThreeWayMatterPage")
    public record MatterPage(List<ThreeWayMatter> items, long total) {}

    private final ThreeWayMatters matters;
    private final CurrentAccount current;

    MatterResource(ThreeWayMatters matters, CurrentAccount current) {
        this.matters = matters;
        this.current = current;
    }

    @GET
    @Operation(summary = "三方通话事项清单", description = "按编号排列，含已停用的。文件没有列出清单内容的，由各市自行维护；source 为提到该事项的文件。")
    @APIResponse(responseCode = "200", description = "一页事项")
    @APIResponse(responseCode = "400", description = "参数有误")
    public MatterPage list(
            @QueryParam("page") @Parameter(schema = @Schema(type = SchemaType.INTEGER, defaultValue = "0")) @Nullable
                    String page,
            @QueryParam("size") @Parameter(schema = @Schema(type = SchemaType.INTEGER, defaultValue = "20")) @Nullable
                    String size) {
        var wanted = Inputs.page(page, size);
        var all = matters.all();
        return new MatterPage(
                all.stream().skip(wanted.offset()).limit(wanted.size()).toList(), all.size());
    }

    @POST
    @RolesAllowed({EDITOR, SUPERVISOR, ADMIN})
    @Operation(
            summary = "增加事项",
            description =
                    "编号一经使用不再改变。topics 为属于该事项的知识主题；atOnce 为 true 的直接请专员，为 false 的在知识库不能答复时再请；unit 为主题不明时呼叫哪个单位的专员。")
    @APIResponse(
            responseCode = "201",
            description = "已增加",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ThreeWayMatter.class)))
    @APIResponse(responseCode = "400", description = "内容有误，errors 逐项说明")
    @APIResponse(responseCode = "409", description = "编号或名称已被使用，或 Idempotency-Key 用于不同内容")
    public Response create(@HeaderParam("Idempotency-Key") @Nullable String key, @Nullable MatterForm body) {
        var created = matters.create(Inputs.body(body), key, current.actor());
        return Response.created(URI.create("/api/v1/three-way-matters/" + created.id()))
                .entity(created)
                .build();
    }

    @GET
    @Path("{id}")
    @Operation(summary = "读取事项")
    @APIResponse(responseCode = "200", description = "事项")
    @APIResponse(responseCode = "404", description = "没有这个事项")
    public ThreeWayMatter get(@PathParam("id") String id) {
        return matters.find(id)
                .orElseThrow(() -> Problem.notFound("handoff.matter-unknown").asException());
    }

    @PUT
    @Path("{id}")
    @RolesAllowed({EDITOR, SUPERVISOR, ADMIN})
    @Operation(summary = "修改事项", description = "停用（active 为 false）的不再适用，以前的记录仍可查。")
    @APIResponse(responseCode = "200", description = "已修改")
    @APIResponse(responseCode = "400", description = "内容有误，errors 逐项说明")
    @APIResponse(responseCode = "404", description = "没有这个事项")
    @APIResponse(responseCode = "409", description = "version 不是最新，current 为现在的内容；或名称已被使用")
    public ThreeWayMatter edit(@PathParam("id") String id, @Nullable MatterForm body) {
        var form = Inputs.body(body);
        Inputs.same("id", id, form.id());
        return switch (matters.edit(id, form, Inputs.required(form.version()), current.actor())) {
            case Outcome.Saved(var matter) -> matter;
            case Outcome.Stale(var now) ->
                throw Problem.conflict("handoff.matter-stale")
                        .with("current", now)
                        .asException();
        };
    }
}
