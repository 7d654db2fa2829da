package cn.yiqilai.workorder.web;

import static cn.yiqilai.access.Role.Names.ADMIN;
import static cn.yiqilai.access.Role.Names.AGENT;
import static cn.yiqilai.access.Role.Names.DEPARTMENT;
import static cn.yiqilai.access.Role.Names.SUPERVISOR;

import cn.yiqilai.platform.FieldChecks;
import cn.yiqilai.platform.Problem;
import cn.yiqilai.platform.web.Inputs;
import cn.yiqilai.workorder.direct.DirectReportRecords;
import cn.yiqilai.workorder.direct.DirectReporting;
import cn.yiqilai.workorder.direct.Quarter;
import cn.yiqilai.workorder.direct.ReportingRight;
import cn.yiqilai.workorder.direct.ReportingRights;
import cn.yiqilai.workorder.web.DirectReportViews.ReportPage;
import cn.yiqilai.workorder.web.DirectReportViews.ReportView;
import cn.yiqilai.workorder.web.DirectReportViews.RightList;
import cn.yiqilai.workorder.web.DirectReportViews.RightView;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What departments report one by one, and who may. */
@Path("/api/v1/direct-reports")
@Tag(name = "直报", description = "部门在走访调研、挂钩联系点、涉企服务窗口收到的诉求：已办结的归档汇聚，未办结的实时成为工单。")
@RunOnVirtualThread
@APIResponse(responseCode = "401", description = "没有登录")
@APIResponse(responseCode = "403", description = "角色没有这项权限，不是本单位的诉求，或本单位没有获准直报")
public class DirectReportResource {
    private static final int LONGEST_UNIT = 60;

    private final DirectReporting reporting;
    private final ReportingRights rights;
    private final CurrentOfficer officer;
    private final DirectReportViews views;

    DirectReportResource(
            DirectReporting reporting, ReportingRights rights, CurrentOfficer officer, DirectReportViews views) {
        this.reporting = reporting;
        this.rights = rights;
        this.officer = officer;
        this.views = views;
    }

    @GET
    @RolesAllowed({AGENT, DEPARTMENT, SUPERVISOR, ADMIN})
    @Operation(summary = "查询直报", description = "按诉求时间从早到晚。部门只看本单位报送的。")
    @APIResponse(
            responseCode = "200",
            description = "一页直报",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ReportPage.class)))
    @APIResponse(responseCode = "400", description = "参数有误")
    public ReportPage list(
            @QueryParam("quarter") @Parameter(description = "诉求时间所在的季度", example = "2026-Q1") @Nullable String quarter,
            @QueryParam("unit") @Parameter(description = "报送单位的编号", example = "tax") @Nullable String unit,
            @QueryParam("closed") @Parameter(description = "true：已办结的；false：未办结、已成为工单的；不填：全部") @Nullable String closed,
            @QueryParam("page") @Parameter(schema = @Schema(type = SchemaType.INTEGER, defaultValue = "0")) @Nullable
                    String page,
            @QueryParam("size") @Parameter(schema = @Schema(type = SchemaType.INTEGER, defaultValue = "20")) @Nullable
                    String size) {
        var checks = new FieldChecks("workorder.filter");
        var whose = checks.optional("unit", unit, LONGEST_UNIT);
        checks.throwIfAny();
        var filter = new DirectReportRecords.Filter(
                quarter == null || quarter.isBlank() ? null : quarter(quarter),
                whose,
                closed == null || closed.isEmpty() ? null : Inputs.flag("closed", closed));
        var who = officer.get();
        var found = reporting.list(filter, who, Inputs.page(page, size));
        return new ReportPage(
                found.items().stream().map(one -> views.of(one, who)).toList(), found.total());
    }

    @POST
    @RolesAllowed({DEPARTMENT, AGENT, SUPERVISOR})
    @Operation(
            summary = "直报一件诉求",
            description = "closed=true：已由部门办结，登记后即归档，计入诉求时间所在的季度；closed=false：登记为工单，由属地平台派单办理。"
                    + "部门须已获准直报，且只报本单位办理的；坐席和督办可代任何单位报送。同一单位、同一天、同一企业的同一诉求只登记一次，再次报送返回 200 与原件。")
    @APIResponse(
            responseCode = "201",
            description = "已登记",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ReportView.class)))
    @APIResponse(
            responseCode = "200",
            description = "此前已报送的同一诉求",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ReportView.class)))
    @APIResponse(responseCode = "400", description = "内容有误，errors 逐项说明")
    @APIResponse(responseCode = "409", description = "同一诉求此前报送的内容不同，或 Idempotency-Key 用于不同内容")
    public Response file(@HeaderParam("Idempotency-Key") @Nullable String key, @Nullable DirectReportBody body) {
        var who = officer.get();
        var filing = Inputs.body(body).filing(who.unit());
        return switch (reporting.file(filing, who, key)) {
            case DirectReporting.Outcome.Filed(var reported) ->
                Response.created(URI.create(
                                "/api/v1/work-orders/" + reported.order().id()))
                        .entity(views.of(reported, who))
                        .build();
            case DirectReporting.Outcome.AlreadyFiled(var reported) ->
                Response.ok(views.of(reported, who)).build();
        };
    }

    @GET
    @Path("rights")
    @RolesAllowed({SUPERVISOR, ADMIN})
    @Operation(summary = "直报权限", description = "每个单位最近一次的决定。")
    @APIResponse(
            responseCode = "200",
            description = "直报权限",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = RightList.class)))
    public RightList rights() {
        var items = rights.list().stream().map(views::of).toList();
        return new RightList(items, items.size());
    }

    @PUT
    @Path("rights/{unit}")
    @RolesAllowed({SUPERVISOR, ADMIN})
    @Operation(summary = "授予或收回直报权限", description = "按单位的申请（附件2）。申请人须已注册为 L1 级用户，由授权人核实后勾选。每次决定都保留。")
    @APIResponse(
            responseCode = "200",
            description = "决定之后",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = RightView.class)))
    @APIResponse(responseCode = "400", description = "内容有误，或申请人不是 L1 级用户")
    @APIResponse(responseCode = "404", description = "没有这个单位")
    @APIResponse(responseCode = "409", description = "已被别人改动；current 为现在的决定")
    public RightView decide(@PathParam("unit") String unit, @Nullable DirectReportRightBody body) {
        var form = Inputs.body(body);
        ReportingRight right = rights.decide(unit, form.application(), Inputs.required(form.version()), officer.get());
        return views.of(right);
    }

    /** @throws cn.yiqilai.platform.ProblemException 400 for what is no quarter */
    static Quarter quarter(@Nullable String raw) {
        return Quarter.parse(raw == null ? "" : raw)
                .orElseThrow(() -> Problem.invalidField("quarter", "workorder.direct.quarter")
                        .asException());
    }
}
