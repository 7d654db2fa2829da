package cn.yiqilai.directory.web;

import static cn.yiqilai.access.Role.Names.ADMIN;
import static cn.yiqilai.access.Role.Names.AGENT;
import static cn.yiqilai.access.Role.Names.DEPARTMENT;
import static cn.yiqilai.access.Role.Names.EDITOR;
import static cn.yiqilai.access.Role.Names.REVIEWER;
import static cn.yiqilai.access.Role.Names.SPECIALIST;
import static cn.yiqilai.access.Role.Names.SUPERVISOR;

import cn.yiqilai.access.web.CurrentAccount;
import cn.yiqilai.city.SigningLevel;
import cn.yiqilai.directory.Leader;
import cn.yiqilai.directory.LeaderEditing;
import cn.yiqilai.directory.LeaderForm;
import cn.yiqilai.directory.LeaderView;
import cn.yiqilai.directory.Leaders;
import cn.yiqilai.directory.UnitEditing;
import cn.yiqilai.directory.Units;
import cn.yiqilai.directory.Visibility;
import cn.yiqilai.platform.FieldChecks;
import cn.yiqilai.platform.web.Idempotency;
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
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Who signs for a unit. */
@Path("/api/v1/directory/leaders")
@Tag(name = "组织机构")
@RunOnVirtualThread
@RolesAllowed(ADMIN)
@APIResponse(responseCode = "401", description = "没有登录")
@APIResponse(responseCode = "403", description = "角色没有这项权限")
public class LeaderResource {
    /** @param total how many there are */
    @Schema(name = "LeaderList")
    public record LeaderList(List<LeaderView> items, long total) {}

    /** What is kept under an idempotency key: nobody's name or number. */
    record Receipt(UUID id) {}

    private final Leaders leaders;
    private final LeaderEditing editing;
    private final Units units;
    private final Visibility visibility;
    private final Idempotency idempotency;
    private final CurrentAccount current;

    LeaderResource(
            Leaders leaders,
            LeaderEditing editing,
            Units units,
            Visibility visibility,
            Idempotency idempotency,
            CurrentAccount current) {
        this.leaders = leaders;
        this.editing = editing;
        this.units = units;
        this.visibility = visibility;
        this.idempotency = idempotency;
        this.current = current;
    }

    @GET
    @RolesAllowed({AGENT, SPECIALIST, DEPARTMENT, EDITOR, REVIEWER, SUPERVISOR, ADMIN})
    @Operation(
            summary = "某单位的签批领导",
            description = "不带 level：本单位现任的全部。带 level：有权在这一级签批的；政府分管领导取最近的上级平台登记的。电话只对坐席、督办、管理员和本单位完整显示。")
    @APIResponse(responseCode = "200", description = "签批领导")
    @APIResponse(responseCode = "400", description = "参数有误")
    @APIResponse(responseCode = "404", description = "没有这个单位")
    public LeaderList list(
            @QueryParam("unit") @Parameter(description = "单位编号", required = true, example = "tax") @Nullable
                    String unit,
            @QueryParam("level") @Parameter(schema = @Schema(implementation = SigningLevel.class)) @Nullable
                    String level) {
        var id = DirectoryInputs.unit(unit == null ? "" : unit);
        if (units.find(id).isEmpty()) {
            throw UnitEditing.unknown();
        }
        var checks = new FieldChecks("directory.invalid");
        var wanted = checks.constant("level", level, SigningLevel.class, Map.of());
        checks.throwIfAny();
        var found = wanted == null ? leaders.of(id) : leaders.signing(id, wanted);
        return new LeaderList(found.stream().map(this::view).toList(), found.size());
    }

    @POST
    @Operation(summary = "登记签批领导")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            examples = @ExampleObject(name = "leader", value = Examples.LEADER)))
    @APIResponse(
            responseCode = "201",
            description = "已登记",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = LeaderView.class)))
    @APIResponse(responseCode = "400", description = "内容有误，errors 逐项说明")
    @APIResponse(responseCode = "409", description = "这一级已有同名的，或 Idempotency-Key 用于不同内容")
    public Response create(@HeaderParam("Idempotency-Key") @Nullable String key, @Nullable LeaderForm body) {
        var form = Inputs.body(body);
        var actor = current.actor();
        var receipt = idempotency.once(
                "directory.leader:" + actor.id(),
                key,
                form,
                Receipt.class,
                () -> new Receipt(editing.create(form, actor).id()));
        return Response.created(URI.create("/api/v1/directory/leaders/" + receipt.id()))
                .entity(get(receipt.id().toString()))
                .build();
    }

    @GET
    @Path("{id}")
    @RolesAllowed({AGENT, SPECIALIST, DEPARTMENT, EDITOR, REVIEWER, SUPERVISOR, ADMIN})
    @Operation(summary = "读取签批领导")
    @APIResponse(responseCode = "200", description = "签批领导")
    @APIResponse(responseCode = "404", description = "没有这位签批领导")
    public LeaderView get(@PathParam("id") String id) {
        return editing.find(id(id)).map(this::view).orElseThrow(LeaderEditing::unknown);
    }

    @PUT
    @Path("{id}")
    @Operation(summary = "修改签批领导", description = "须带所见的 version；内容整体替换。单位不能改，请停用后到新单位登记。")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            examples = @ExampleObject(name = "leader", value = Examples.CHANGED_LEADER)))
    @APIResponse(responseCode = "200", description = "已修改")
    @APIResponse(responseCode = "400", description = "内容有误，errors 逐项说明")
    @APIResponse(responseCode = "404", description = "没有这位签批领导")
    @APIResponse(responseCode = "409", description = "version 不是最新，current 为现在的内容；或已停用")
    public LeaderView edit(@PathParam("id") String id, @Nullable LeaderForm body) {
        var form = Inputs.body(body);
        return view(editing.edit(id(id), form, Inputs.required(form.version()), current.actor()));
    }

    @POST
    @Path("{id}/retire")
    @Operation(summary = "停用签批领导", description = "不再签批；已签的照旧署名。")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            examples = @ExampleObject(name = "deed", value = Examples.DEED)))
    @APIResponse(responseCode = "200", description = "已停用")
    @APIResponse(responseCode = "404", description = "没有这位签批领导")
    @APIResponse(responseCode = "409", description = "version 不是最新，current 为现在的内容")
    public LeaderView retire(@PathParam("id") String id, DirectoryInputs.@Nullable Deed body) {
        return view(editing.retire(id(id), DirectoryInputs.version(body), current.actor()));
    }

    private LeaderView view(Leader leader) {
        return LeaderView.of(leader, visibility.maySeePhones(current.get(), leader.unit()));
    }

    private static UUID id(String raw) {
        return DirectoryInputs.id(raw, LeaderEditing::unknown);
    }
}
