package cn.yiqilai.workorder.web;

import static cn.yiqilai.access.Role.Names.ADMIN;
import static cn.yiqilai.access.Role.Names.SUPERVISOR;

import cn.yiqilai.platform.web.Inputs;
import cn.yiqilai.workorder.oversight.Handovers;
import cn.yiqilai.workorder.web.OversightForms.HandoverForm;
import cn.yiqilai.workorder.web.OversightForms.ToldForm;
import cn.yiqilai.workorder.web.OversightViews.HandoverPage;
import cn.yiqilai.workorder.web.OversightViews.HandoverView;
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
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Clues that are handed to an office which decides outside this service. */
@Path("/api/v1/handovers")
@Tag(name = "督查")
@RunOnVirtualThread
@RolesAllowed({SUPERVISOR, ADMIN})
@APIResponse(responseCode = "401", description = "没有登录")
@APIResponse(responseCode = "403", description = "角色没有这项权限")
public class HandoverResource {
    private final Handovers handovers;
    private final CurrentOfficer officer;
    private final OversightViews views;

    HandoverResource(Handovers handovers, CurrentOfficer officer, OversightViews views) {
        this.handovers = handovers;
        this.officer = officer;
        this.views = views;
    }

    @POST
    @RolesAllowed(SUPERVISOR)
    @Operation(summary = "移交线索", description = "移交给市委大督查办、纪检监察机关、组织人事部门等：涉及的单位和工单、事由、所附材料的清单。")
    @APIResponse(
            responseCode = "201",
            description = "已移交",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = HandoverView.class)))
    @APIResponse(responseCode = "400", description = "内容有误，errors 逐项说明")
    @APIResponse(responseCode = "409", description = "Idempotency-Key 用于不同内容")
    public Response make(@HeaderParam("Idempotency-Key") @Nullable String key, @Nullable HandoverForm body) {
        var made = handovers.handOver(Inputs.body(body).wish(), officer.get(), key);
        return Response.created(URI.create("/api/v1/handovers/" + made.id()))
                .entity(views.of(made))
                .build();
    }

    @POST
    @Path("{id}/tell")
    @RolesAllowed(SUPERVISOR)
    @Operation(summary = "记录签收和处理", description = "先记录签收；此后记录该机关告知的处理方式：通报、诫勉、组织调整或者组织处理、纪律处分、容错纠错、不予问责。决定在本系统之外作出。")
    @APIResponse(responseCode = "200", description = "移交现在的样子")
    @APIResponse(responseCode = "400", description = "内容有误，errors 逐项说明")
    @APIResponse(responseCode = "404", description = "没有这件移交")
    @APIResponse(responseCode = "409", description = "已经签收，或还没有签收")
    public HandoverView tell(
            @PathParam("id") String id, @HeaderParam("Idempotency-Key") @Nullable String key, @Nullable ToldForm body) {
        return views.of(handovers.tell(id(id), Inputs.body(body).told(), officer.get(), key));
    }

    @GET
    @Operation(summary = "查询移交", description = "新的在前。")
    @APIResponse(
            responseCode = "200",
            description = "一页移交",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = HandoverPage.class)))
    @APIResponse(responseCode = "400", description = "参数有误")
    public HandoverPage list(
            @QueryParam("page") @Parameter(schema = @Schema(type = SchemaType.INTEGER, defaultValue = "0")) @Nullable
                    String page,
            @QueryParam("size") @Parameter(schema = @Schema(type = SchemaType.INTEGER, defaultValue = "20")) @Nullable
                    String size) {
        var found = handovers.list(Inputs.page(page, size));
        return new HandoverPage(found.items().stream().map(views::of).toList(), found.total());
    }

    @GET
    @Path("{id}")
    @Operation(summary = "查看一件移交")
    @APIResponse(
            responseCode = "200",
            description = "移交",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = HandoverView.class)))
    @APIResponse(responseCode = "404", description = "没有这件移交")
    public HandoverView get(@PathParam("id") String id) {
        return views.of(handovers.find(id(id)));
    }

    @GET
    @Path("{id}/evidence")
    @RolesAllowed(SUPERVISOR)
    @Produces(ProgrammeResource.WORKBOOK)
    @Operation(summary = "导出材料", description = "xlsx：所涉工单的全部经过，一行一事。举报件不含所写的内容。每次导出都记入审计，即查阅记录。")
    @APIResponse(
            responseCode = "200",
            description = "文件",
            content =
                    @Content(
                            mediaType = ProgrammeResource.WORKBOOK,
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(responseCode = "404", description = "没有这件移交")
    public Response evidence(@PathParam("id") String id) {
        var rows = handovers.evidence(id(id), officer.get());
        return ProgrammeResource.attached(Handovers.EVIDENCE_COLUMNS, rows, "handover.xlsx");
    }

    private static UUID id(String raw) {
        return ProgrammeResource.parsed(raw, "oversight.no-handover");
    }
}
