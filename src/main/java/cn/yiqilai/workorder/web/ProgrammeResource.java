package cn.yiqilai.workorder.web;

import static cn.yiqilai.access.Role.Names.ADMIN;
import static cn.yiqilai.access.Role.Names.AGENT;
import static cn.yiqilai.access.Role.Names.SUPERVISOR;

import cn.yiqilai.platform.FieldChecks;
import cn.yiqilai.platform.Problem;
import cn.yiqilai.platform.Shanghai;
import cn.yiqilai.platform.sheet.SheetWriter;
import cn.yiqilai.platform.web.Inputs;
import cn.yiqilai.workorder.oversight.Programmes;
import cn.yiqilai.workorder.oversight.Purpose;
import cn.yiqilai.workorder.oversight.Result;
import cn.yiqilai.workorder.web.OversightForms.CalledForm;
import cn.yiqilai.workorder.web.OversightForms.CheckForm;
import cn.yiqilai.workorder.web.OversightForms.ConcludedForm;
import cn.yiqilai.workorder.web.OversightForms.ProgrammeForm;
import cn.yiqilai.workorder.web.OversightViews.EvidenceList;
import cn.yiqilai.workorder.web.OversightViews.ProgrammePage;
import cn.yiqilai.workorder.web.OversightViews.ProgrammeView;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Second looks at orders: quality checks, regular call-backs, inspections, special reports. */
@Path("/api/v1/programmes")
@Tag(name = "督查", description = "抽查、定期回访、督查项目、工作专报、线索移交、监督回应；写下的不再改变。")
@RunOnVirtualThread
@APIResponse(responseCode = "401", description = "没有登录")
@APIResponse(responseCode = "403", description = "角色没有这项权限")
public class ProgrammeResource {
    static final String WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static final int USUAL_DAYS = 365;
    private static final List<String> COLUMNS = List.of("工单", "类型", "主办单位", "状态", "登记时间", "期限", "办结时间", "退回次数", "督办");

    private final Programmes programmes;
    private final CurrentOfficer officer;
    private final OversightViews views;
    private final Clock clock;

    ProgrammeResource(Programmes programmes, CurrentOfficer officer, OversightViews views, Clock clock) {
        this.programmes = programmes;
        this.officer = officer;
        this.views = views;
        this.clock = clock;
    }

    @POST
    @RolesAllowed(SUPERVISOR)
    @Operation(
            summary = "建立检查、回访、督查或专报",
            description = "QUALITY_CHECK 抽查、CALLBACK 定期回访、INSPECTION 督查项目、SPECIAL_REPORT 工作专报。工单逐件指定（orders），"
                    + "或从一段时间办结的工单中随机抽取（draw，保留种子，可以重抽核对）。专报只列未解决的。抽取的可定每几个月重复一次。")
    @APIResponse(
            responseCode = "201",
            description = "已建立",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ProgrammeView.class)))
    @APIResponse(responseCode = "400", description = "内容有误，errors 逐项说明")
    @APIResponse(responseCode = "409", description = "没有可抽取的工单，或 Idempotency-Key 用于不同内容")
    public Response make(@HeaderParam("Idempotency-Key") @Nullable String key, @Nullable ProgrammeForm body) {
        return created(programmes.make(Inputs.body(body).wish(), officer.get(), key));
    }

    @POST
    @Path("{id}/repeat")
    @RolesAllowed(SUPERVISOR)
    @Operation(summary = "抽取下一期", description = "定期的，下一段时间过去以后，用同样的单位和件数再抽一次；没有办结工单的各期跳过，要求完成日期随之顺延；每期只接续一次。")
    @APIResponse(
            responseCode = "201",
            description = "已建立",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ProgrammeView.class)))
    @APIResponse(responseCode = "404", description = "没有这一项")
    @APIResponse(responseCode = "409", description = "不是定期的、下一期还没有结束、已经抽取，或没有可抽取的工单")
    public Response repeat(@PathParam("id") String id, @HeaderParam("Idempotency-Key") @Nullable String key) {
        return created(programmes.repeat(id(id), officer.get(), key));
    }

    private Response created(Programmes.Whole whole) {
        return Response.created(
                        URI.create("/api/v1/programmes/" + whole.programme().id()))
                .entity(views.whole(whole))
                .build();
    }

    @GET
    @RolesAllowed({AGENT, SUPERVISOR, ADMIN})
    @Operation(summary = "查询检查、回访、督查和专报", description = "新的在前，不含工单。坐席只看定期回访。")
    @APIResponse(
            responseCode = "200",
            description = "一页",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ProgrammePage.class)))
    @APIResponse(responseCode = "400", description = "参数有误")
    public ProgrammePage list(
            @QueryParam("purpose") @Parameter(schema = @Schema(implementation = Purpose.class)) @Nullable
                    String purpose,
            @QueryParam("page") @Parameter(schema = @Schema(type = SchemaType.INTEGER, defaultValue = "0")) @Nullable
                    String page,
            @QueryParam("size") @Parameter(schema = @Schema(type = SchemaType.INTEGER, defaultValue = "20")) @Nullable
                    String size) {
        var checks = new FieldChecks("workorder.filter");
        var which = checks.constant("purpose", purpose, Purpose.class, Map.of());
        checks.throwIfAny();
        var found = programmes.list(which, officer.get(), Inputs.page(page, size));
        return new ProgrammePage(found.items().stream().map(views::row).toList(), found.total());
    }

    @GET
    @Path("{id}")
    @RolesAllowed({AGENT, SUPERVISOR, ADMIN})
    @Operation(summary = "查看一项", description = "含每件工单现在的状态和历次结果。")
    @APIResponse(
            responseCode = "200",
            description = "一项",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ProgrammeView.class)))
    @APIResponse(responseCode = "404", description = "没有这一项")
    public ProgrammeView get(@PathParam("id") String id) {
        return views.whole(programmes.find(id(id), officer.get()));
    }

    @POST
    @Path("{id}/orders/{order}/check")
    @RolesAllowed(SUPERVISOR)
    @Operation(summary = "记录检查、复核结果", description = "规范、具体、完整、属实逐项认定；有一项不是的，未归档的工单随即列入督办，并计入该单位。此前的结果保留。")
    @APIResponse(responseCode = "200", description = "这一项现在的样子")
    @APIResponse(responseCode = "400", description = "内容有误，errors 逐项说明")
    @APIResponse(responseCode = "404", description = "没有这一项，或其中没有这张工单")
    @APIResponse(responseCode = "409", description = "不是这一类的结果，或工单同时被别人改动")
    public ProgrammeView check(
            @PathParam("id") String id,
            @PathParam("order") String order,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @Nullable CheckForm body) {
        return written(id, order, Inputs.body(body).result(), key);
    }

    @POST
    @Path("{id}/orders/{order}/call")
    @RolesAllowed({AGENT, SUPERVISOR})
    @Operation(summary = "记录定期回访", description = "是否接通、评价和说明；历次都保留，不改变办结时的评估。")
    @APIResponse(responseCode = "200", description = "这一项现在的样子")
    @APIResponse(responseCode = "400", description = "内容有误，errors 逐项说明")
    @APIResponse(responseCode = "404", description = "没有这一项，或其中没有这张工单")
    @APIResponse(responseCode = "409", description = "不是这一类的结果")
    public ProgrammeView call(
            @PathParam("id") String id,
            @PathParam("order") String order,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @Nullable CalledForm body) {
        return written(id, order, Inputs.body(body).result(), key);
    }

    @POST
    @Path("{id}/orders/{order}/conclude")
    @RolesAllowed(SUPERVISOR)
    @Operation(summary = "记录督查结果或专报去向", description = "督查发现了什么、是否解决；专报形成了什么议题。历次都保留。")
    @APIResponse(responseCode = "200", description = "这一项现在的样子")
    @APIResponse(responseCode = "400", description = "内容有误，errors 逐项说明")
    @APIResponse(responseCode = "404", description = "没有这一项，或其中没有这张工单")
    @APIResponse(responseCode = "409", description = "不是这一类的结果")
    public ProgrammeView conclude(
            @PathParam("id") String id,
            @PathParam("order") String order,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @Nullable ConcludedForm body) {
        return written(id, order, Inputs.body(body).result(), key);
    }

    private ProgrammeView written(String id, String order, Result result, @Nullable String key) {
        return views.whole(programmes.write(id(id), OrderDoor.required(order), result, officer.get(), key));
    }

    @GET
    @Path("{id}/export")
    @RolesAllowed({SUPERVISOR, ADMIN})
    @Produces(WORKBOOK)
    @Operation(summary = "导出工单清单", description = "xlsx，不含个人信息和诉求内容；每次导出留有审计记录。")
    @APIResponse(
            responseCode = "200",
            description = "文件",
            content = @Content(mediaType = WORKBOOK, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(responseCode = "404", description = "没有这一项")
    public Response export(@PathParam("id") String id) {
        var whole = programmes.export(id(id), officer.get());
        var rows = views.rows(whole.orders());
        return attached(COLUMNS, rows, "programme.xlsx");
    }

    @GET
    @Path("evidence")
    @RolesAllowed({SUPERVISOR, ADMIN})
    @Operation(summary = "各单位的问题记录", description = "from 到 to（均含）之间退回、退回未获同意、会办超期、答复不属实、检查不合格的件数，只列有记录的单位。默认最近一年。")
    @APIResponse(
            responseCode = "200",
            description = "问题记录",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = EvidenceList.class)))
    @APIResponse(responseCode = "400", description = "日期有误")
    public EvidenceList evidence(
            @QueryParam("from") @Parameter(description = "第一天", example = "2026-03-01") @Nullable String from,
            @QueryParam("to") @Parameter(description = "最后一天", example = "2026-03-31") @Nullable String to) {
        var checks = new FieldChecks("workorder.filter");
        var last = Optional.ofNullable(checks.day("to", to)).orElse(Shanghai.today(clock));
        var first = Optional.ofNullable(checks.day("from", from)).orElse(last.minusDays(USUAL_DAYS - 1L));
        if (first.isAfter(last)) {
            checks.refuse("from", "oversight.days");
        }
        checks.throwIfAny();
        var items = programmes.evidence(first, last).stream().map(views::of).toList();
        return new EvidenceList(first, last, items, items.size());
    }

    static Response attached(List<String> columns, List<List<String>> rows, String name) {
        StreamingOutput content = target -> SheetWriter.write("工单", columns, rows.iterator(), target);
        return Response.ok(content, WORKBOOK)
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .header("Cache-Control", "no-store")
                .build();
    }

    private static UUID id(String raw) {
        return parsed(raw, "oversight.no-programme");
    }

    /** What is no id is the id of nothing. */
    static UUID parsed(String raw, String missing) {
        try {
            return UUID.fromString(raw);
        } catch (IllegalArgumentException e) {
            throw Problem.notFound(missing).asException();
        }
    }
}
