package cn.yiqilai.workorder.web;

import static cn.yiqilai.access.Role.Names.AGENT;
import static cn.yiqilai.access.Role.Names.SUPERVISOR;

import cn.yiqilai.platform.web.Inputs;
import cn.yiqilai.workorder.Acceptance;
import cn.yiqilai.workorder.Dispatching;
import cn.yiqilai.workorder.LiveAnswering;
import cn.yiqilai.workorder.web.IntakeForms.AmendForm;
import cn.yiqilai.workorder.web.IntakeForms.AnswerForm;
import cn.yiqilai.workorder.web.IntakeForms.DeclineForm;
import cn.yiqilai.workorder.web.IntakeForms.DispatchForm;
import cn.yiqilai.workorder.web.IntakeForms.DoubtForm;
import cn.yiqilai.workorder.web.IntakeForms.EndCallForm;
import cn.yiqilai.workorder.web.IntakeForms.FormForm;
import cn.yiqilai.workorder.web.IntakeForms.StartCallForm;
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

/** What the desk does with an order that no unit has yet. */
@Path("/api/v1/work-orders/{id}")
@Tag(name = "工单")
@RunOnVirtualThread
@APIResponse(responseCode = "401", description = "没有登录")
@APIResponse(responseCode = "403", description = "角色没有这项权限")
@APIResponse(responseCode = "404", description = "没有这张工单，或不归本单位办理")
@APIResponse(responseCode = "409", description = "工单此时的状态不允许、被规则拒绝，或已被别人改动；current 为现在的工单")
public class IntakeResource {
    private final Acceptance acceptance;
    private final LiveAnswering answering;
    private final Dispatching dispatching;
    private final OrderDoor door;

    IntakeResource(Acceptance acceptance, LiveAnswering answering, Dispatching dispatching, OrderDoor door) {
        this.acceptance = acceptance;
        this.answering = answering;
        this.dispatching = dispatching;
        this.door = door;
    }

    @POST
    @Path("amend")
    @RolesAllowed({AGENT, SUPERVISOR})
    @Operation(summary = "更正登记", description = "没有派出之前更正登记的内容；不填的保持不变。时间线只记更正了哪些项。")
    @APIResponse(responseCode = "200", description = "办理后的工单")
    public WorkOrderView amend(
            @PathParam("id") String id,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @Nullable AmendForm body) {
        var form = Inputs.body(body);
        var call = door.call(id, form.version(), key);
        return door.view(acceptance.amend(call, form.amendment(), form.why()));
    }

    @POST
    @Path("raise-doubt")
    @RolesAllowed(AGENT)
    @Operation(summary = "上报疑问", description = "首接人员无法认定是否受理的，报督办决定；此后只有督办可以受理或不予受理。")
    @APIResponse(responseCode = "200", description = "办理后的工单")
    public WorkOrderView raiseDoubt(
            @PathParam("id") String id,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @Nullable DoubtForm body) {
        var form = Inputs.body(body);
        var call = door.call(id, form.version(), key);
        return door.view(acceptance.raiseDoubt(call, form.text()));
    }

    @POST
    @Path("decline")
    @RolesAllowed({AGENT, SUPERVISOR})
    @Operation(summary = "不予受理", description = "按第九条的一项，并写明向企业作了怎样的解释引导。")
    @APIResponse(responseCode = "200", description = "办理后的工单")
    public WorkOrderView decline(
            @PathParam("id") String id,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @Nullable DeclineForm body) {
        var form = Inputs.body(body);
        var call = door.call(id, form.version(), key);
        return door.view(acceptance.decline(call, form.declining()));
    }

    @POST
    @Path("online-answer")
    @RolesAllowed({AGENT, SUPERVISOR})
    @Operation(summary = "在线解答", description = "引用已发布且在有效期内的知识条目当场答复，不再派单。")
    @APIResponse(responseCode = "200", description = "办理后的工单")
    public WorkOrderView answerOnline(
            @PathParam("id") String id,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @Nullable AnswerForm body) {
        var form = Inputs.body(body);
        var call = door.call(id, form.version(), key);
        return door.view(answering.answer(call, form.answer()));
    }

    @POST
    @Path("start-three-way")
    @RolesAllowed({AGENT, SUPERVISOR})
    @Operation(summary = "开始三方通话", description = "查询知识库后仍不能答复的，连线单位的政策专员。")
    @APIResponse(responseCode = "200", description = "办理后的工单")
    public WorkOrderView startThreeWay(
            @PathParam("id") String id,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @Nullable StartCallForm body) {
        var form = Inputs.body(body);
        var call = door.call(id, form.version(), key);
        return door.view(answering.start(call, form.wish()));
    }

    @POST
    @Path("end-three-way")
    @RolesAllowed({AGENT, SUPERVISOR})
    @Operation(summary = "结束三方通话", description = "专员能答复的即为在线解答；不能的形成工单待派。")
    @APIResponse(responseCode = "200", description = "办理后的工单")
    public WorkOrderView endThreeWay(
            @PathParam("id") String id,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @Nullable EndCallForm body) {
        var form = Inputs.body(body);
        var call = door.call(id, form.version(), key);
        return door.view(answering.end(call, form.ending()));
    }

    @POST
    @Path("form")
    @RolesAllowed({AGENT, SUPERVISOR})
    @Operation(summary = "形成工单", description = "需要单位办理的形成工单待派；派单的时限由此开始。")
    @APIResponse(responseCode = "200", description = "办理后的工单")
    public WorkOrderView form(
            @PathParam("id") String id, @HeaderParam("Idempotency-Key") @Nullable String key, @Nullable FormForm body) {
        var form = body == null ? FormForm.PLAIN : body;
        var call = door.call(id, form.version(), key);
        return door.view(dispatching.form(call, form.way()));
    }

    @POST
    @Path("dispatch")
    @RolesAllowed({AGENT, SUPERVISOR})
    @Operation(summary = "派单", description = "派给在用的单位；只登记过的同时形成工单。单位的各项时限由此开始，规则的版本由此固定。")
    @APIResponse(responseCode = "200", description = "办理后的工单")
    public WorkOrderView dispatch(
            @PathParam("id") String id,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @Nullable DispatchForm body) {
        var form = Inputs.body(body);
        var call = door.call(id, form.version(), key);
        return door.view(dispatching.dispatch(call, form.task()));
    }
}
