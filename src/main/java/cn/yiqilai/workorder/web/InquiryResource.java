package cn.yiqilai.workorder.web;

import static cn.yiqilai.access.Role.Names.ADMIN;
import static cn.yiqilai.access.Role.Names.DEPARTMENT;
import static cn.yiqilai.access.Role.Names.SUPERVISOR;

import cn.yiqilai.platform.web.Inputs;
import cn.yiqilai.workorder.oversight.Inquiries;
import cn.yiqilai.workorder.web.OversightForms.AnsweredForm;
import cn.yiqilai.workorder.web.OversightForms.InquiryForm;
import cn.yiqilai.workorder.web.OversightViews.InquiryPage;
import cn.yiqilai.workorder.web.OversightViews.InquiryView;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
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

/** What units have to answer for by a day. */
@Path("/api/v1/inquiries")
@Tag(name = "督查")
@RunOnVirtualThread
@RolesAllowed({DEPARTMENT, SUPERVISOR, ADMIN})
@APIResponse(responseCode = "401", description = "没有登录")
@APIResponse(responseCode = "403", description = "角色没有这项权限")
public class InquiryResource {
    private final Inquiries inquiries;
    private final CurrentOfficer officer;
    private final OversightViews views;

    InquiryResource(Inquiries inquiries, CurrentOfficer officer, OversightViews views) {
        this.inquiries = inquiries;
        this.officer = officer;
        this.views = views;
    }

    @POST
    @RolesAllowed(SUPERVISOR)
    @Operation(summary = "登记监督，要求回应", description = "党内监督、人大、政协和民主党派、社会公众、媒体的监督，以及督办和通报：要求一个单位在指定的一天或之前回应。")
    @APIResponse(
            responseCode = "201",
            description = "已登记",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = InquiryView.class)))
    @APIResponse(responseCode = "400", description = "内容有误，errors 逐项说明")
    @APIResponse(responseCode = "409", description = "Idempotency-Key 用于不同内容")
    public Response ask(@HeaderParam("Idempotency-Key") @Nullable String key, @Nullable InquiryForm body) {
        var asked = inquiries.ask(Inputs.body(body).wish(), officer.get(), key);
        return Response.created(URI.create("/api/v1/inquiries/" + asked.id()))
                .entity(views.of(asked))
                .build();
    }

    @POST
    @Path("{id}/answer")
    @RolesAllowed({DEPARTMENT, SUPERVISOR})
    @Operation(summary = "回应监督", description = "被要求的单位回应，督办可代为登记；历次回应都保留，是否按时以第一次为准。")
    @APIResponse(responseCode = "200", description = "监督和回应")
    @APIResponse(responseCode = "400", description = "内容有误，errors 逐项说明")
    @APIResponse(responseCode = "404", description = "没有这件监督，或不是对本单位的")
    @APIResponse(responseCode = "409", description = "Idempotency-Key 用于不同内容")
    public InquiryView answer(
            @PathParam("id") String id,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @Nullable AnsweredForm body) {
        return views.of(inquiries.answer(id(id), Inputs.body(body).answer(), officer.get(), key));
    }

    @GET
    @Operation(summary = "查询监督", description = "新的在前；部门只看对本单位的。")
    @APIResponse(
            responseCode = "200",
            description = "一页监督",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = InquiryPage.class)))
    @APIResponse(responseCode = "400", description = "参数有误")
    public InquiryPage list(
            @QueryParam("page") @Parameter(schema = @Schema(type = SchemaType.INTEGER, defaultValue = "0")) @Nullable
                    String page,
            @QueryParam("size") @Parameter(schema = @Schema(type = SchemaType.INTEGER, defaultValue = "20")) @Nullable
                    String size) {
        var found = inquiries.list(officer.get(), Inputs.page(page, size));
        return new InquiryPage(found.items().stream().map(views::of).toList(), found.total());
    }

    @GET
    @Path("{id}")
    @Operation(summary = "查看一件监督")
    @APIResponse(
            responseCode = "200",
            description = "监督和回应",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = InquiryView.class)))
    @APIResponse(responseCode = "404", description = "没有这件监督，或不是对本单位的")
    public InquiryView get(@PathParam("id") String id) {
        return views.of(inquiries.find(id(id), officer.get()));
    }

    private static UUID id(String raw) {
        return ProgrammeResource.parsed(raw, "oversight.no-inquiry");
    }
}
