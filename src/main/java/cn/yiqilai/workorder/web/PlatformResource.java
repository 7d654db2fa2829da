package cn.yiqilai.workorder.web;

import static cn.yiqilai.access.Role.Names.AGENT;
import static cn.yiqilai.access.Role.Names.DEPARTMENT;
import static cn.yiqilai.access.Role.Names.SUPERVISOR;

import cn.yiqilai.platform.web.Inputs;
import cn.yiqilai.workorder.CallingBack;
import cn.yiqilai.workorder.Convening;
import cn.yiqilai.workorder.Extending;
import cn.yiqilai.workorder.Flagging;
import cn.yiqilai.workorder.Opinions;
import cn.yiqilai.workorder.Returning;
import cn.yiqilai.workorder.Reviewing;
import cn.yiqilai.workorder.SourceLimits;
import cn.yiqilai.workorder.Supervising;
import cn.yiqilai.workorder.web.PlatformForms.ArchiveForm;
import cn.yiqilai.workorder.web.PlatformForms.CallbackForm;
import cn.yiqilai.workorder.web.PlatformForms.ConcludeForm;
import cn.yiqilai.workorder.web.PlatformForms.ConveneForm;
import cn.yiqilai.workorder.web.PlatformForms.ExtensionDecisionForm;
import cn.yiqilai.workorder.web.PlatformForms.FlagForm;
import cn.yiqilai.workorder.web.PlatformForms.ReasonForm;
import cn.yiqilai.workorder.web.PlatformForms.ReturnDecisionForm;
import cn.yiqilai.workorder.web.PlatformForms.ReviewForm;
import cn.yiqilai.workorder.web.PlatformForms.SourceLimitForm;
import cn.yiqilai.workorder.web.PlatformForms.SuperviseForm;
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

/** What the platform decides, asks and orders. */
@Path("/api/v1/work-orders/{id}")
@Tag(name = "工单")
@RunOnVirtualThread
@APIResponse(responseCode = "401", description = "没有登录")
@APIResponse(responseCode = "403", description = "角色没有这项权限")
@APIResponse(responseCode = "404", description = "没有这张工单，或不归本单位办理")
@APIResponse(responseCode = "409", description = "工单此时的状态不允许、被规则拒绝，或已被别人改动；current 为现在的工单")
public class PlatformResource {
    private final Returning returning;
    private final Extending extending;
    private final Convening convening;
    private final Reviewing reviewing;
    private final Supervising supervising;
    private final Flagging flagging;
    private final SourceLimits sourceLimits;
    private final Opinions opinions;
    private final CallingBack callingBack;
    private final OrderDoor door;

    PlatformResource(
            Returning returning,
            Extending extending,
            Convening convening,
            Reviewing reviewing,
            Supervising supervising,
            Flagging flagging,
            SourceLimits sourceLimits,
            Opinions opinions,
            CallingBack callingBack,
            OrderDoor door) {
        this.returning = returning;
        this.extending = extending;
        this.convening = convening;
        this.reviewing = reviewing;
        this.supervising = supervising;
        this.flagging = flagging;
        this.sourceLimits = sourceLimits;
        this.opinions = opinions;
        this.callingBack = callingBack;
        this.door = door;
    }

    @POST
    @Path("decide-return")
    @RolesAllowed(SUPERVISOR)
    @Operation(summary = "认定退回", description = "同意的回到待派，由别的单位办理；不同意的回到申请之前的状态，须说明原因。")
    @APIResponse(responseCode = "200", description = "办理后的工单")
    public WorkOrderView decideReturn(
            @PathParam("id") String id,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @Nullable ReturnDecisionForm body) {
        var form = Inputs.body(body);
        var call = door.call(id, form.version(), key);
        return door.view(returning.decide(call, form.decision()));
    }

    @POST
    @Path("decide-extension")
    @RolesAllowed(SUPERVISOR)
    @Operation(summary = "认定延期", description = "批准的从原到期日起算；不同意的须说明原因。届满之后才批准的，效力回到申请之时。")
    @APIResponse(responseCode = "200", description = "办理后的工单")
    public WorkOrderView decideExtension(
            @PathParam("id") String id,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @Nullable ExtensionDecisionForm body) {
        var form = Inputs.body(body);
        var call = door.call(id, form.version(), key);
        return door.view(extending.decide(call, form.decision()));
    }

    @POST
    @Path("convene-joint")
    @RolesAllowed({SUPERVISOR, DEPARTMENT})
    @Operation(summary = "联合会办", description = "职责不清或涉及多个单位的召集会办；县（市、区）平台或园区召集即为“吹哨”。")
    @APIResponse(responseCode = "200", description = "办理后的工单")
    public WorkOrderView conveneJoint(
            @PathParam("id") String id,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @Nullable ConveneForm body) {
        var form = Inputs.body(body);
        var call = door.call(id, form.version(), key);
        return door.view(convening.convene(call, form.wish()));
    }

    @POST
    @Path("conclude-joint")
    @RolesAllowed({SUPERVISOR, DEPARTMENT})
    @Operation(summary = "会办结论", description = "写明纪要，指定牵头单位及其承办人；此后由牵头单位办理。")
    @APIResponse(responseCode = "200", description = "办理后的工单")
    public WorkOrderView concludeJoint(
            @PathParam("id") String id,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @Nullable ConcludeForm body) {
        var form = Inputs.body(body);
        var call = door.call(id, form.version(), key);
        return door.view(convening.conclude(call, form.conclusion()));
    }

    @POST
    @Path("review-reply")
    @RolesAllowed(SUPERVISOR)
    @Operation(summary = "认定答复", description = "逐项看是否规范、具体、完整；三项都是的办结，否则退回单位在原时限内补充完整。")
    @APIResponse(responseCode = "200", description = "办理后的工单")
    public WorkOrderView reviewReply(
            @PathParam("id") String id,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @Nullable ReviewForm body) {
        var form = Inputs.body(body);
        var call = door.call(id, form.version(), key);
        return door.view(reviewing.review(call, form.verdict()));
    }

    @POST
    @Path("record-callback")
    @RolesAllowed({AGENT, SUPERVISOR})
    @Operation(summary = "记录回访", description = "短信或人工回访的结果。短信不满意的转人工回访，人工回访不满意的转整改；每次评价都保留。")
    @APIResponse(responseCode = "200", description = "办理后的工单")
    public WorkOrderView recordCallback(
            @PathParam("id") String id,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @Nullable CallbackForm body) {
        var form = Inputs.body(body);
        var call = door.call(id, form.version(), key);
        return door.view(callingBack.record(call, form.callback()));
    }

    @POST
    @Path("supervise")
    @RolesAllowed(SUPERVISOR)
    @Operation(summary = "督办", description = "写明督办的情形、方式和原因；不改变任何期限。")
    @APIResponse(responseCode = "200", description = "办理后的工单")
    public WorkOrderView supervise(
            @PathParam("id") String id,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @Nullable SuperviseForm body) {
        var form = Inputs.body(body);
        var call = door.call(id, form.version(), key);
        return door.view(supervising.supervise(call, form.order()));
    }

    @POST
    @Path("remind")
    @RolesAllowed(SUPERVISOR)
    @Operation(summary = "催办", description = "提醒承办单位；不改变任何期限。")
    @APIResponse(responseCode = "200", description = "办理后的工单")
    public WorkOrderView remind(
            @PathParam("id") String id,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @Nullable ReasonForm body) {
        var form = Inputs.body(body);
        var call = door.call(id, form.version(), key);
        return door.view(supervising.remind(call, form.why()));
    }

    @POST
    @Path("set-flag")
    @RolesAllowed({AGENT, SUPERVISOR})
    @Operation(summary = "加标记", description = "标记决定时限和审签的层级，立即生效。")
    @APIResponse(responseCode = "200", description = "办理后的工单")
    public WorkOrderView setFlag(
            @PathParam("id") String id, @HeaderParam("Idempotency-Key") @Nullable String key, @Nullable FlagForm body) {
        var form = Inputs.body(body);
        var call = door.call(id, form.version(), key);
        return door.view(flagging.set(call, form.mark()));
    }

    @POST
    @Path("clear-flag")
    @RolesAllowed({AGENT, SUPERVISOR})
    @Operation(summary = "去标记", description = "标记决定时限和审签的层级，立即生效。")
    @APIResponse(responseCode = "200", description = "办理后的工单")
    public WorkOrderView clearFlag(
            @PathParam("id") String id, @HeaderParam("Idempotency-Key") @Nullable String key, @Nullable FlagForm body) {
        var form = Inputs.body(body);
        var call = door.call(id, form.version(), key);
        return door.view(flagging.clear(call, form.mark()));
    }

    @POST
    @Path("set-source-limit")
    @RolesAllowed({AGENT, SUPERVISOR})
    @Operation(summary = "登记来源规定的期限", description = "第八条(三)至(六)的诉求从其来源的规定：写明最后一天和依据，答复的期限到该日下班为止。")
    @APIResponse(responseCode = "200", description = "办理后的工单")
    public WorkOrderView setSourceLimit(
            @PathParam("id") String id,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @Nullable SourceLimitForm body) {
        var form = Inputs.body(body);
        var call = door.call(id, form.version(), key);
        return door.view(sourceLimits.set(call, form.limit()));
    }

    @POST
    @Path("demand-opinion")
    @RolesAllowed({AGENT, SUPERVISOR})
    @Operation(summary = "要求书面意见", description = "要求承办单位出具书面办理意见。")
    @APIResponse(responseCode = "200", description = "办理后的工单")
    public WorkOrderView demandOpinion(
            @PathParam("id") String id,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @Nullable ReasonForm body) {
        var form = Inputs.body(body);
        var call = door.call(id, form.version(), key);
        return door.view(opinions.demand(call, form.why()));
    }

    @POST
    @Path("archive")
    @RolesAllowed({AGENT, SUPERVISOR})
    @Operation(summary = "归档", description = "企业满意的，或回访无人应答的；没有评价的须说明原因。")
    @APIResponse(responseCode = "200", description = "办理后的工单")
    public WorkOrderView archive(
            @PathParam("id") String id,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @Nullable ArchiveForm body) {
        var form = body == null ? ArchiveForm.PLAIN : body;
        var call = door.call(id, form.version(), key);
        return door.view(callingBack.archive(call, form.why()));
    }
}
