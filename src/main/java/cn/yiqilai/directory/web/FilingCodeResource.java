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
import cn.yiqilai.directory.FilingCodeForm;
import cn.yiqilai.directory.FilingCodeView;
import cn.yiqilai.directory.FilingCodes;
import cn.yiqilai.directory.TableEditing;
import cn.yiqilai.directory.TableFilter;
import cn.yiqilai.directory.TableTargets;
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

/** The taxonomy under which requests are filed (数据归口). */
@Path("/api/v1/directory/filing-codes")
@Tag(name = "组织机构")
@RunOnVirtualThread
@RolesAllowed(ADMIN)
@APIResponse(responseCode = "401", description = "没有登录")
@APIResponse(responseCode = "403", description = "角色没有这项权限")
public class FilingCodeResource {
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
    @Schema(name = "FilingCodePage")
    public record FilingCodePage(
            List<FilingCodeView> items,
            long total,
            int loaded,
            @Nullable Integer expected,
            int demo,
            @Nullable Integer number) {}

    /** What is kept under an idempotency key. */
    record Receipt(String code) {}

    private final FilingCodes lookup;
    private final TableEditing editing;
    private final TableTargets targets;
    private final Idempotency idempotency;
    private final CurrentAccount current;

    FilingCodeResource(
            FilingCodes lookup,
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
    @Operation(summary = "查询归口编码", description = "按编号排列。loaded 为已装载的本市条目，expected 为方案所列的数目；demo 为演示条目，不计入。")
    @APIResponse(responseCode = "200", description = "一页归口编码")
    @APIResponse(responseCode = "400", description = "参数有误")
    public FilingCodePage list(
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
        var found = editing.listCodes(filter, Inputs.page(page, size));
        var count = editing.countCodes();
        return new FilingCodePage(
                found.items().stream().map(FilingCodeView::of).toList(),
                found.total(),
                count.loaded(),
                targets.of(DirectoryPart.FILING_CODES).orElse(null),
                count.demo(),
                count.number());
    }

    @POST
    @Operation(summary = "新建归口编码")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            examples = @ExampleObject(name = "code", value = Examples.CODE)))
    @APIResponse(
            responseCode = "201",
            description = "已新建",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = FilingCodeView.class)))
    @APIResponse(responseCode = "400", description = "内容有误，errors 逐项说明")
    @APIResponse(responseCode = "409", description = "编号已被使用，或 Idempotency-Key 用于不同内容")
    public Response create(@HeaderParam("Idempotency-Key") @Nullable String key, @Nullable FilingCodeForm body) {
        var form = Inputs.body(body);
        var actor = current.actor();
        var receipt = idempotency.once(
                "directory.filing-codes:" + actor.id(),
                key,
                form,
                Receipt.class,
                () -> new Receipt(editing.create(form, actor).code()));
        return Response.created(URI.create("/api/v1/directory/filing-codes/" + receipt.code()))
                .entity(get(receipt.code()))
                .build();
    }

    @GET
    @Path("{code}")
    @RolesAllowed({AGENT, SPECIALIST, DEPARTMENT, EDITOR, REVIEWER, SUPERVISOR, ADMIN})
    @Operation(summary = "读取归口编码", description = "停用的也能读取。")
    @APIResponse(responseCode = "200", description = "归口编码")
    @APIResponse(responseCode = "404", description = "没有这个归口编码")
    public FilingCodeView get(@PathParam("code") String code) {
        return lookup.find(DirectoryInputs.code(code, TableEditing::unknownCode))
                .map(FilingCodeView::of)
                .orElseThrow(TableEditing::unknownCode);
    }

    @PUT
    @Path("{code}")
    @Operation(summary = "修改归口编码", description = "须带所见的 version；内容整体替换。active 为 false 即停用。")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            examples = @ExampleObject(name = "code", value = Examples.CHANGED_CODE)))
    @APIResponse(responseCode = "200", description = "已修改")
    @APIResponse(responseCode = "400", description = "内容有误，errors 逐项说明")
    @APIResponse(responseCode = "404", description = "没有这个归口编码")
    @APIResponse(responseCode = "409", description = "version 不是最新，current 为现在的内容")
    public FilingCodeView edit(@PathParam("code") String code, @Nullable FilingCodeForm body) {
        var form = Inputs.body(body);
        Inputs.same("code", code, form.code());
        var version = Inputs.required(form.version());
        return FilingCodeView.of(editing.edit(
                DirectoryInputs.code(code, TableEditing::unknownCode), form.named(code), version, current.actor()));
    }
}
