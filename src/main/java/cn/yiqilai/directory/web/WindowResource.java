package cn.yiqilai.directory.web;

import static cn.yiqilai.access.Role.Names.ADMIN;
import static cn.yiqilai.access.Role.Names.AGENT;
import static cn.yiqilai.access.Role.Names.DEPARTMENT;
import static cn.yiqilai.access.Role.Names.EDITOR;
import static cn.yiqilai.access.Role.Names.REVIEWER;
import static cn.yiqilai.access.Role.Names.SPECIALIST;
import static cn.yiqilai.access.Role.Names.SUPERVISOR;

import cn.yiqilai.access.web.CurrentAccount;
import cn.yiqilai.directory.DirectoryPart;
import cn.yiqilai.directory.TableEditing;
import cn.yiqilai.directory.TableFilter;
import cn.yiqilai.directory.TableTargets;
import cn.yiqilai.directory.WindowForm;
import cn.yiqilai.directory.WindowView;
import cn.yiqilai.directory.Windows;
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

/** Where requests are taken in (受理登记窗口). */
@Path("/api/v1/directory/windows")
@Tag(name = "组织机构")
@RunOnVirtualThread
@RolesAllowed(ADMIN)
@APIResponse(responseCode = "401", description = "没有登录")
@APIResponse(responseCode = "403", description = "角色没有这项权限")
public class WindowResource {
    private static final int LONGEST_QUERY = 100;

    /**
     * A page of the table and how much of it there is: "loaded n of 1095".
     *
     * @param total how many there are on all pages
     * @param loaded active rows of the city's own
     * @param expected how many the city's plan says there are; null where it is silent
     * @param demo active rows that were made up for trying things out
     * @param number of the newest sheet that was taken in; null when none was
     */
    @Schema(name = "RegistrationWindowPage")
    public record RegistrationWindowPage(
            List<WindowView> items,
            long total,
            int loaded,
            @Nullable Integer expected,
            int demo,
            @Nullable Integer number) {}

    /** What is kept under an idempotency key. */
    record Receipt(String id) {}

    private final Windows lookup;
    private final TableEditing editing;
    private final TableTargets targets;
    private final Idempotency idempotency;
    private final CurrentAccount current;

    WindowResource(
            Windows lookup,
            TableEditing editing,
            TableTargets targets,
            Idempotency idempotency,
            CurrentAccount current) {
        this.lookup = lookup;
        this.editing = editing;
        this.targets = targets;
        this.idempotency = idempotency;
        this.current = current;
    }

    @GET
    @RolesAllowed({AGENT, SPECIALIST, DEPARTMENT, EDITOR, REVIEWER, SUPERVISOR, ADMIN})
    @Operation(summary = "查询受理登记窗口", description = "按编号排列。loaded 为已装载的本市条目，expected 为方案所列的数目；demo 为演示条目，不计入。")
    @APIResponse(responseCode = "200", description = "一页受理登记窗口")
    @APIResponse(responseCode = "400", description = "参数有误")
    public RegistrationWindowPage list(
            @QueryParam("query") @Parameter(description = "编号、名称或类别中的文字") @Nullable String query,
            @QueryParam("active") @Parameter(description = "true：只要启用的；false：只要停用的") @Nullable String active,
            @QueryParam("page") @Parameter(schema = @Schema(type = SchemaType.INTEGER, defaultValue = "0")) @Nullable
                    String page,
            @QueryParam("size") @Parameter(schema = @Schema(type = SchemaType.INTEGER, defaultValue = "20")) @Nullable
                    String size) {
        var checks = new FieldChecks("directory.invalid");
        var filter = new TableFilter(
                checks.optional("query", query, LONGEST_QUERY),
                active == null || active.isEmpty() ? null : Inputs.flag("active", active));
        checks.throwIfAny();
        var found = editing.listWindows(filter, Inputs.page(page, size));
        var count = editing.countWindows();
        return new RegistrationWindowPage(
                found.items().stream().map(WindowView::of).toList(),
                found.total(),
                count.loaded(),
                targets.of(DirectoryPart.WINDOWS).orElse(null),
                count.demo(),
                count.number());
    }

    @POST
    @Operation(summary = "新建受理登记窗口")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            examples = @ExampleObject(name = "window", value = Examples.WINDOW)))
    @APIResponse(
            responseCode = "201",
            description = "已新建",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = WindowView.class)))
    @APIResponse(responseCode = "400", description = "内容有误，errors 逐项说明")
    @APIResponse(responseCode = "409", description = "编号已被使用，或 Idempotency-Key 用于不同内容")
    public Response create(@HeaderParam("Idempotency-Key") @Nullable String key, @Nullable WindowForm body) {
        var form = Inputs.body(body);
        var actor = current.actor();
        var receipt = idempotency.once(
                "directory.windows:" + actor.id(),
                key,
                form,
                Receipt.class,
                () -> new Receipt(editing.create(form, actor).id()));
        return Response.created(URI.create("/api/v1/directory/windows/" + receipt.id()))
                .entity(get(receipt.id()))
                .build();
    }

    @GET
    @Path("{id}")
    @RolesAllowed({AGENT, SPECIALIST, DEPARTMENT, EDITOR, REVIEWER, SUPERVISOR, ADMIN})
    @Operation(summary = "读取受理登记窗口", description = "停用的也能读取。")
    @APIResponse(responseCode = "200", description = "受理登记窗口")
    @APIResponse(responseCode = "404", description = "没有这个受理登记窗口")
    public WindowView get(@PathParam("id") String id) {
        return lookup.find(DirectoryInputs.code(id, TableEditing::unknownWindow))
                .map(WindowView::of)
                .orElseThrow(TableEditing::unknownWindow);
    }

    @PUT
    @Path("{id}")
    @Operation(summary = "修改受理登记窗口", description = "须带所见的 version；内容整体替换。active 为 false 即停用。")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            examples = @ExampleObject(name = "window", value = Examples.CHANGED_WINDOW)))
    @APIResponse(responseCode = "200", description = "已修改")
    @APIResponse(responseCode = "400", description = "内容有误，errors 逐项说明")
    @APIResponse(responseCode = "404", description = "没有这个受理登记窗口")
    @APIResponse(responseCode = "409", description = "version 不是最新，current 为现在的内容")
    public WindowView edit(@PathParam("id") String id, @Nullable WindowForm body) {
        var form = Inputs.body(body);
        Inputs.same("id", id, form.id());
        var version = Inputs.required(form.version());
        return WindowView.of(editing.edit(
                DirectoryInputs.code(id, TableEditing::unknownWindow), form.named(id), version, current.actor()));
    }
}
