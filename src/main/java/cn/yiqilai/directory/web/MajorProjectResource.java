package cn.yiqilai.directory.web;

import static cn.yiqilai.access.Role.Names.ADMIN;
import static cn.yiqilai.access.Role.Names.AGENT;
import static cn.yiqilai.access.Role.Names.DEPARTMENT;
import static cn.yiqilai.access.Role.Names.EDITOR;
import static cn.yiqilai.access.Role.Names.REVIEWER;
import static cn.yiqilai.access.Role.Names.SPECIALIST;
import static cn.yiqilai.access.Role.Names.SUPERVISOR;

import cn.yiqilai.access.web.CurrentAccount;
import cn.yiqilai.directory.MajorProject;
import cn.yiqilai.directory.MajorProjectEditing;
import cn.yiqilai.directory.MajorProjectFilter;
import cn.yiqilai.directory.MajorProjectForm;
import cn.yiqilai.directory.MajorProjectView;
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

/** 重大项目. */
@Path("/api/v1/directory/major-projects")
@Tag(name = "组织机构")
@RunOnVirtualThread
@RolesAllowed(ADMIN)
@APIResponse(responseCode = "401", description = "没有登录")
@APIResponse(responseCode = "403", description = "角色没有这项权限")
public class MajorProjectResource {
    /** @param total how many there are on all pages */
    @Schema(name = "MajorProjectPage")
    public record MajorProjectPage(List<MajorProjectView> items, long total) {}

    /** What is kept under an idempotency key: nobody's name or number. */
    record Receipt(UUID id) {}

    private final MajorProjectEditing editing;
    private final Visibility visibility;
    private final Idempotency idempotency;
    private final CurrentAccount current;

    MajorProjectResource(
            MajorProjectEditing editing, Visibility visibility, Idempotency idempotency, CurrentAccount current) {
        this.editing = editing;
        this.visibility = visibility;
        this.idempotency = idempotency;
        this.current = current;
    }

    @GET
    @RolesAllowed({AGENT, SPECIALIST, DEPARTMENT, EDITOR, REVIEWER, SUPERVISOR, ADMIN})
    @Operation(summary = "查询重大项目", description = "按名称排列。姓名和电话只对督办和管理员完整显示，查询文字也不查姓名和电话。")
    @APIResponse(responseCode = "200", description = "一页重大项目")
    @APIResponse(responseCode = "400", description = "参数有误")
    public MajorProjectPage list(
            @QueryParam("query") @Parameter(description = "名称、内容、项目单位及其信用代码、地址、行业或主管部门中的文字") @Nullable String query,
            @QueryParam("retired") @Parameter(description = "true：包括已停用的") @Nullable String retired,
            @QueryParam("page") @Parameter(schema = @Schema(type = SchemaType.INTEGER, defaultValue = "0")) @Nullable
                    String page,
            @QueryParam("size") @Parameter(schema = @Schema(type = SchemaType.INTEGER, defaultValue = "20")) @Nullable
                    String size) {
        var checks = new FieldChecks("directory.invalid");
        var filter = new MajorProjectFilter(DirectoryInputs.query(checks, query), Inputs.flag("retired", retired));
        checks.throwIfAny();
        var found = editing.list(filter, Inputs.page(page, size));
        return new MajorProjectPage(found.items().stream().map(this::view).toList(), found.total());
    }

    @POST
    @Operation(summary = "登记重大项目")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            examples = @ExampleObject(name = "project", value = Examples.PROJECT)))
    @APIResponse(
            responseCode = "201",
            description = "已登记",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = MajorProjectView.class)))
    @APIResponse(responseCode = "400", description = "内容有误，errors 逐项说明")
    @APIResponse(responseCode = "409", description = "名称或号码已属于另一个，或 Idempotency-Key 用于不同内容")
    public Response create(@HeaderParam("Idempotency-Key") @Nullable String key, @Nullable MajorProjectForm body) {
        var form = Inputs.body(body);
        var actor = current.actor();
        var receipt = idempotency.once(
                "directory.project:" + actor.id(),
                key,
                form,
                Receipt.class,
                () -> new Receipt(editing.create(form, actor).id()));
        return Response.created(URI.create("/api/v1/directory/major-projects/" + receipt.id()))
                .entity(get(receipt.id().toString()))
                .build();
    }

    @GET
    @Path("{id}")
    @RolesAllowed({AGENT, SPECIALIST, DEPARTMENT, EDITOR, REVIEWER, SUPERVISOR, ADMIN})
    @Operation(summary = "读取重大项目", description = "姓名和电话只对督办和管理员完整显示。")
    @APIResponse(responseCode = "200", description = "重大项目")
    @APIResponse(responseCode = "404", description = "没有这个重大项目")
    public MajorProjectView get(@PathParam("id") String id) {
        return editing.find(id(id)).map(this::view).orElseThrow(MajorProjectEditing::unknown);
    }

    @PUT
    @Path("{id}")
    @Operation(summary = "修改重大项目", description = "须带所见的 version；内容整体替换。")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            examples = @ExampleObject(name = "project", value = Examples.CHANGED_PROJECT)))
    @APIResponse(responseCode = "200", description = "已修改")
    @APIResponse(responseCode = "400", description = "内容有误，errors 逐项说明")
    @APIResponse(responseCode = "404", description = "没有这个重大项目")
    @APIResponse(responseCode = "409", description = "version 不是最新，current 为现在的内容；或已停用；或名称或号码已属于另一个")
    public MajorProjectView edit(@PathParam("id") String id, @Nullable MajorProjectForm body) {
        var form = Inputs.body(body);
        return view(editing.edit(id(id), form, Inputs.required(form.version()), current.actor()));
    }

    @POST
    @Path("{id}/retire")
    @Operation(summary = "停用重大项目", description = "移出名单，其号码不再直达专席；以前的内容仍可查看。")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            examples = @ExampleObject(name = "deed", value = Examples.DEED)))
    @APIResponse(responseCode = "200", description = "已停用")
    @APIResponse(responseCode = "404", description = "没有这个重大项目")
    @APIResponse(responseCode = "409", description = "version 不是最新，current 为现在的内容")
    public MajorProjectView retire(@PathParam("id") String id, DirectoryInputs.@Nullable Deed body) {
        return view(editing.retire(id(id), DirectoryInputs.version(body), current.actor()));
    }

    private MajorProjectView view(MajorProject project) {
        return MajorProjectView.of(project, visibility.maySeeContacts(current.get()));
    }

    private static UUID id(String raw) {
        return DirectoryInputs.id(raw, MajorProjectEditing::unknown);
    }
}
