package cn.yiqilai.directory.web;

import static cn.yiqilai.access.Role.Names.ADMIN;
import static cn.yiqilai.access.Role.Names.AGENT;
import static cn.yiqilai.access.Role.Names.DEPARTMENT;
import static cn.yiqilai.access.Role.Names.EDITOR;
import static cn.yiqilai.access.Role.Names.REVIEWER;
import static cn.yiqilai.access.Role.Names.SPECIALIST;
import static cn.yiqilai.access.Role.Names.SUPERVISOR;

import cn.yiqilai.access.web.CurrentAccount;
import cn.yiqilai.directory.UnitEditing;
import cn.yiqilai.directory.UnitForm;
import cn.yiqilai.directory.UnitKind;
import cn.yiqilai.directory.UnitLevel;
import cn.yiqilai.directory.UnitView;
import cn.yiqilai.directory.Units;
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

/** The units of the organisation. */
@Path("/api/v1/directory/units")
@Tag(name = "组织机构", description = "平台、部门与下属单位，签批领导，值班联系，数据归口与受理登记窗口。")
@RunOnVirtualThread
@RolesAllowed(ADMIN)
@APIResponse(responseCode = "401", description = "没有登录")
@APIResponse(responseCode = "403", description = "角色没有这项权限")
public class UnitResource {
    private static final int LONGEST_QUERY = 100;

    /** @param total how many there are on all pages */
    @Schema(name = "UnitPage")
    public record UnitPage(List<UnitView> items, long total) {}

    /** What is kept under an idempotency key. */
    record Receipt(String id) {}

    private final Units units;
    private final UnitEditing editing;
    private final Idempotency idempotency;
    private final CurrentAccount current;

    UnitResource(Units units, UnitEditing editing, Idempotency idempotency, CurrentAccount current) {
        this.units = units;
        this.editing = editing;
        this.idempotency = idempotency;
        this.current = current;
    }

    @GET
    @RolesAllowed({AGENT, SPECIALIST, DEPARTMENT, EDITOR, REVIEWER, SUPERVISOR, ADMIN})
    @Operation(summary = "查询单位", description = "先按层级从高到低，再按编号。")
    @APIResponse(responseCode = "200", description = "一页单位")
    @APIResponse(responseCode = "400", description = "参数有误")
    public UnitPage list(
            @QueryParam("query") @Parameter(description = "名称、别称、职责或关键词中的文字") @Nullable String query,
            @QueryParam("kind") @Parameter(schema = @Schema(implementation = UnitKind.class)) @Nullable String kind,
            @QueryParam("level") @Parameter(schema = @Schema(implementation = UnitLevel.class)) @Nullable String level,
            @QueryParam("region") @Parameter(description = "地区全称", example = "东台市") @Nullable String region,
            @QueryParam("parent") @Parameter(description = "只要直属于它的") @Nullable String parent,
            @QueryParam("retired") @Parameter(description = "true：含已停用的") @Nullable String retired,
            @QueryParam("page") @Parameter(schema = @Schema(type = SchemaType.INTEGER, defaultValue = "0")) @Nullable
                    String page,
            @QueryParam("size") @Parameter(schema = @Schema(type = SchemaType.INTEGER, defaultValue = "20")) @Nullable
                    String size) {
        var checks = new FieldChecks("directory.invalid");
        var filter = new Units.Filter(
                checks.optional("query", query, LONGEST_QUERY),
                checks.constant("kind", kind, UnitKind.class, Map.of()),
                checks.constant("level", level, UnitLevel.class, Map.of()),
                checks.optional("region", region, LONGEST_QUERY),
                parent == null || parent.isEmpty() ? null : DirectoryInputs.unit(parent),
                Inputs.flag("retired", retired));
        checks.throwIfAny();
        var found = units.list(filter, Inputs.page(page, size));
        return new UnitPage(found.items().stream().map(UnitView::of).toList(), found.total());
    }

    @POST
    @Operation(summary = "新建单位", description = "编号一经使用不再改变；名称和别称在在用单位中唯一。")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            examples = @ExampleObject(name = "unit", value = Examples.UNIT)))
    @APIResponse(
            responseCode = "201",
            description = "已新建",
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = UnitView.class)))
    @APIResponse(responseCode = "400", description = "内容有误，errors 逐项说明")
    @APIResponse(responseCode = "409", description = "编号已被使用，或 Idempotency-Key 用于不同内容")
    public Response create(@HeaderParam("Idempotency-Key") @Nullable String key, @Nullable UnitForm body) {
        var form = Inputs.body(body);
        var actor = current.actor();
        var receipt = idempotency.once(
                "directory.unit:" + actor.id(),
                key,
                form,
                Receipt.class,
                () -> new Receipt(editing.create(form, actor).id().value()));
        return Response.created(URI.create("/api/v1/directory/units/" + receipt.id()))
                .entity(get(receipt.id()))
                .build();
    }

    @GET
    @Path("{id}")
    @RolesAllowed({AGENT, SPECIALIST, DEPARTMENT, EDITOR, REVIEWER, SUPERVISOR, ADMIN})
    @Operation(summary = "读取单位")
    @APIResponse(responseCode = "200", description = "单位")
    @APIResponse(responseCode = "404", description = "没有这个单位")
    public UnitView get(@PathParam("id") String id) {
        return units.find(DirectoryInputs.unit(id)).map(UnitView::of).orElseThrow(UnitEditing::unknown);
    }

    @PUT
    @Path("{id}")
    @Operation(summary = "修改单位", description = "须带所见的 version；内容整体替换。")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            examples = @ExampleObject(name = "unit", value = Examples.CHANGED_UNIT)))
    @APIResponse(responseCode = "200", description = "已修改")
    @APIResponse(responseCode = "400", description = "内容有误，errors 逐项说明")
    @APIResponse(responseCode = "404", description = "没有这个单位")
    @APIResponse(responseCode = "409", description = "version 不是最新，current 为现在的内容")
    public UnitView edit(@PathParam("id") String id, @Nullable UnitForm body) {
        var form = Inputs.body(body);
        var unit = DirectoryInputs.unit(id);
        Inputs.same("id", id, form.id());
        return UnitView.of(editing.edit(unit, form.named(id), Inputs.required(form.version()), current.actor()));
    }

    @POST
    @Path("{id}/retire")
    @Operation(summary = "停用单位", description = "不再承接新的诉求，历史照旧可读。须先停用或移走下属单位。")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            examples = @ExampleObject(name = "deed", value = Examples.DEED)))
    @APIResponse(responseCode = "200", description = "已停用")
    @APIResponse(responseCode = "400", description = "还有在用的下属单位")
    @APIResponse(responseCode = "404", description = "没有这个单位")
    @APIResponse(responseCode = "409", description = "version 不是最新，current 为现在的内容")
    public UnitView retire(@PathParam("id") String id, DirectoryInputs.@Nullable Deed body) {
        return UnitView.of(editing.retire(DirectoryInputs.unit(id), DirectoryInputs.version(body), current.actor()));
    }

    @POST
    @Path("{id}/restore")
    @Operation(summary = "恢复单位", description = "名称与别称须仍无人使用，上级须在用。")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            examples = @ExampleObject(name = "deed", value = Examples.DEED)))
    @APIResponse(responseCode = "200", description = "已恢复")
    @APIResponse(responseCode = "400", description = "名称已被使用，或上级已停用")
    @APIResponse(responseCode = "404", description = "没有这个单位")
    @APIResponse(responseCode = "409", description = "version 不是最新，current 为现在的内容")
    public UnitView restore(@PathParam("id") String id, DirectoryInputs.@Nullable Deed body) {
        return UnitView.of(editing.restore(DirectoryInputs.unit(id), DirectoryInputs.version(body), current.actor()));
    }
}
