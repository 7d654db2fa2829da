package cn.yiqilai.workorder.web;

import static cn.yiqilai.access.Role.Names.AGENT;
import static cn.yiqilai.access.Role.Names.DEPARTMENT;
import static cn.yiqilai.access.Role.Names.SUPERVISOR;

import cn.yiqilai.platform.web.Inputs;
import cn.yiqilai.workorder.CallingBack;
import cn.yiqilai.workorder.Extending;
import cn.yiqilai.workorder.Mending;
import cn.yiqilai.workorder.Opinions;
import cn.yiqilai.workorder.PassingOn;
import cn.yiqilai.workorder.Replying;
import cn.yiqilai.workorder.Returning;
import cn.yiqilai.workorder.Signing;
import cn.yiqilai.workorder.web.UnitForms.ApproveForm;
import cn.yiqilai.workorder.web.UnitForms.ContactForm;
import cn.yiqilai.workorder.web.UnitForms.ExtensionForm;
import cn.yiqilai.workorder.web.UnitForms.OpinionForm;
import cn.yiqilai.workorder.web.UnitForms.PassOnForm;
import cn.yiqilai.workorder.web.UnitForms.RectifyForm;
import cn.yiqilai.workorder.web.UnitForms.ReplyForm;
import cn.yiqilai.workorder.web.UnitForms.ReturnForm;
import cn.yiqilai.workorder.web.UnitForms.SignForm;
import cn.yiqilai.workorder.web.UnitForms.TellForm;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What the unit does that has the order. */
@Path("/api/v1/work-orders/{id}")
@Tag(name = "工单")
@RunOnVirtualThread
@APIResponse(responseCode = "401", description = "没有登录")
@APIResponse(responseCode = "403", description = "角色没有这项权限")
@APIResponse(responseCode = "404", description = "没有这张工单，或不归本单位办理")
@APIResponse(responseCode = "409", description = "工单此时的状态不允许、被规则拒绝，或已被别人改动；current 为现在的工单")
public class HandlingResource {
    private final Signing signing;
    private final Returning returning;
    private final PassingOn passingOn;
    private final Extending extending;
    private final Replying replying;
    private final Mending mending;
    private final Opinions opinions;
    private final CallingBack callingBack;
    private final OrderDoor door;
    private final CurrentOfficer officer;

    HandlingResource(
            Signing signing,
            Returning returning,
            PassingOn passingOn,
            Extending extending,
            Replying replying,
            Mending mending,
            Opinions opinions,
            CallingBack callingBack,
            OrderDoor door,
            CurrentOfficer officer) {
        this.signing = signing;
        this.returning = returning;
        this.passingOn = passingOn;
        this.extending = extending;
        this.replying = replying;
        this.mending = mending;
        this.opinions = opinions;
        this.callingBack = callingBack;
        this.door = door;
        this.officer = officer;
    }

    @POST
    @Path("sign")
    @RolesAllowed(DEPARTMENT)
    @Operation(summary = "签收", description = "由明确的专人签收；签收的时限到此为止。签收并联系企业之后即为办理中。")
    @APIResponse(responseCode = "200", description = "办理后的工单")
    public WorkOrderView sign(
            @PathParam("id") String id, @HeaderParam("Idempotency-Key") @Nullable String key, @Nullable SignForm body) {
        var form = body == null ? SignForm.PLAIN : body;
        var call = door.call(id, form.version(), key);
        return door.view(signing.sign(call, form.name(officer.get().name())));
    }

    @POST
    @Path("contact")
    @RolesAllowed({DEPARTMENT, SUPERVISOR})
    @Operation(summary = "首次联系", description = "主动联系企业，告知办理程序和期限；两者缺一不算联系。举报件单位不知举报人，由督办联系。")
    @APIResponse(responseCode = "200", description = "办理后的工单")
    public WorkOrderView contact(
            @PathParam("id") String id,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @Nullable ContactForm body) {
        var form = Inputs.body(body);
        var call = door.call(id, form.version(), key);
        return door.view(signing.contact(call, form.caller(officer.get().name()), form.said()));
    }

    @POST
    @Path("pass-on")
    @RolesAllowed(DEPARTMENT)
    @Operation(
            summary = "上报上级或转交下级",
            description =
                    "由办理单位直接上报上级主管部门，或转交下级主管部门办理；只能是组织目录中的直接上级或直接下级。接手的单位重新签收、联系，" + "单位的时限重新起算，企业等待的时间照旧；原单位仍可查看。")
    @APIResponse(responseCode = "200", description = "办理后的工单")
    public WorkOrderView passOn(
            @PathParam("id") String id,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @Nullable PassOnForm body) {
        var form = Inputs.body(body);
        var call = door.call(id, form.version(), key);
        return door.view(passingOn.passOn(call, form.wish()));
    }

    @POST
    @Path("request-return")
    @RolesAllowed(DEPARTMENT)
    @Operation(summary = "申请退回", description = "在退回时限内申请，并说明依据和办理建议。各项时限不停。")
    @APIResponse(responseCode = "200", description = "办理后的工单")
    public WorkOrderView requestReturn(
            @PathParam("id") String id,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @Nullable ReturnForm body) {
        var form = Inputs.body(body);
        var call = door.call(id, form.version(), key);
        return door.view(returning.request(call, form.wish()));
    }

    @POST
    @Path("request-extension")
    @RolesAllowed(DEPARTMENT)
    @Operation(summary = "申请延期", description = "在时限届满之前申请并说明原因；批准之后期限才变。")
    @APIResponse(responseCode = "200", description = "办理后的工单")
    public WorkOrderView requestExtension(
            @PathParam("id") String id,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @Nullable ExtensionForm body) {
        var form = Inputs.body(body);
        var call = door.call(id, form.version(), key);
        return door.view(extending.request(call, form.wish()));
    }

    @POST
    @Path("propose-reply")
    @RolesAllowed(DEPARTMENT)
    @Operation(summary = "拟写答复", description = "按统一的答复模版填写，确认诉求是否属实，并通过调查清楚、明确结论、有效处理、沟通到位四项自查。审签之前可以重拟。")
    @APIResponse(responseCode = "200", description = "办理后的工单")
    public WorkOrderView proposeReply(
            @PathParam("id") String id,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @Nullable ReplyForm body) {
        var form = Inputs.body(body);
        var call = door.call(id, form.version(), key);
        return door.view(replying.propose(call, form.proposal(officer.get().name())));
    }

    @POST
    @Path("approve-reply")
    @RolesAllowed(DEPARTMENT)
    @Operation(summary = "审签答复", description = "按工单的标记由相应层级的领导签字；提交的时刻以此为准。")
    @APIResponse(responseCode = "200", description = "办理后的工单")
    public WorkOrderView approveReply(
            @PathParam("id") String id,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @Nullable ApproveForm body) {
        var form = Inputs.body(body);
        var call = door.call(id, form.version(), key);
        return door.view(replying.approve(call, form.signed()));
    }

    @POST
    @Path("rectify")
    @RolesAllowed(DEPARTMENT)
    @Operation(summary = "核实整改", description = "企业不满意的，写明核实情况和整改措施，之后再次回访。")
    @APIResponse(responseCode = "200", description = "办理后的工单")
    public WorkOrderView rectify(
            @PathParam("id") String id,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @Nullable RectifyForm body) {
        var form = Inputs.body(body);
        var call = door.call(id, form.version(), key);
        return door.view(mending.rectify(call, form.result(officer.get().name())));
    }

    @POST
    @Path("write-opinion")
    @RolesAllowed(DEPARTMENT)
    @Operation(summary = "出具书面意见", description = "被要求出具书面办理意见的，由承办单位出具。")
    @APIResponse(responseCode = "200", description = "办理后的工单")
    public WorkOrderView writeOpinion(
            @PathParam("id") String id,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @Nullable OpinionForm body) {
        var form = Inputs.body(body);
        var call = door.call(id, form.version(), key);
        return door.view(opinions.write(call, form.opinion()));
    }

    @POST
    @Path("tell-result")
    @RolesAllowed({DEPARTMENT, AGENT, SUPERVISOR})
    @Operation(summary = "反馈结果", description = "办结之后把结果告知企业；结果反馈的时限到此为止。")
    @APIResponse(responseCode = "200", description = "办理后的工单")
    public WorkOrderView tellResult(
            @PathParam("id") String id, @HeaderParam("Idempotency-Key") @Nullable String key, @Nullable TellForm body) {
        var form = Inputs.body(body);
        var call = door.call(id, form.version(), key);
        return door.view(callingBack.tellResult(call, form.said()));
    }
}
