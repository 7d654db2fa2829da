package cn.yiqilai.handoff.web;

import static cn.yiqilai.access.Role.Names.SPECIALIST;

import cn.yiqilai.access.Account;
import cn.yiqilai.access.web.CurrentAccount;
import cn.yiqilai.conversation.Transcript;
import cn.yiqilai.handoff.Invitation;
import cn.yiqilai.handoff.Joining;
import cn.yiqilai.handoff.web.ContactViews.MessageLine;
import cn.yiqilai.handoff.web.ThreeWayViews.ReceivedView;
import cn.yiqilai.platform.FieldChecks;
import cn.yiqilai.platform.web.Inputs;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The specialist's side of a three-way call. */
@Path("/api/v1/invitations")
@Tag(name = "三方通话")
@RunOnVirtualThread
@RolesAllowed(SPECIALIST)
@APIResponse(responseCode = "401", description = "没有登录")
@APIResponse(responseCode = "403", description = "须为政策专员")
public class InvitationResource {
    private static final Pattern CLIENT_MESSAGE_ID = Pattern.compile("[\\x21-\\x7E]{1,128}");

    /** @param total how many there are on all pages */
    @Schema(name = "ReceivedInvitationPage")
    public record ReceivedPage(List<ReceivedView> items, long total) {}

    @Schema(name = "SayAsSpecialist", requiredProperties = "text")
    public record SayForm(
            @Schema(minLength = 1, maxLength = 20_000) @Nullable
            String text,

            @Nullable String clientMessageId) {}

    private final Joining joining;
    private final ThreeWayViews views;
    private final CurrentAccount current;

    InvitationResource(Joining joining, ThreeWayViews views, CurrentAccount current) {
        this.joining = joining;
        this.views = views;
        this.current = current;
    }

    @GET
    @Operation(
            summary = "我的邀请",
            description = "呼叫过我的，最近的在前；实时消息见 `GET /api/v1/contacts/stream`（SPECIALIST_RINGING 为正在呼叫我）。")
    @APIResponse(responseCode = "200", description = "一页邀请，不含会话内容")
    @APIResponse(responseCode = "400", description = "参数有误")
    public ReceivedPage list(
            @QueryParam("page") @Parameter(schema = @Schema(type = SchemaType.INTEGER, defaultValue = "0")) @Nullable
                    String page,
            @QueryParam("size") @Parameter(schema = @Schema(type = SchemaType.INTEGER, defaultValue = "20")) @Nullable
                    String size) {
        var found = joining.list(account(), Inputs.page(page, size));
        return new ReceivedPage(
                found.items().stream()
                        .map(one -> views.received(one, account().id(), null))
                        .toList(),
                found.total());
    }

    @GET
    @Path("{id}")
    @Operation(summary = "读取邀请", description = "加入之后、退出之前有 briefing：企业的问题、会话小结与全文、推荐答复。不含企业联系人和电话。")
    @APIResponse(responseCode = "200", description = "邀请")
    @APIResponse(responseCode = "404", description = "没有这个邀请，或没有呼叫过自己")
    public ReceivedView get(@PathParam("id") String id) {
        return view(joining.find(ThreeWayResource.invitation(id), account()));
    }

    @POST
    @Path("{id}/accept")
    @Operation(summary = "加入", description = "企业会看到某部门的政策专员已加入。已经加入的没有变化。")
    @APIResponse(responseCode = "200", description = "邀请，含 briefing")
    @APIResponse(responseCode = "404", description = "没有这个邀请，或没有呼叫过自己")
    @APIResponse(responseCode = "409", description = "已转呼下一名、已取消或已结束（state）")
    public ReceivedView accept(@PathParam("id") String id) {
        return view(joining.accept(ThreeWayResource.invitation(id), account()));
    }

    @POST
    @Path("{id}/decline")
    @Operation(summary = "不能加入", description = "立即呼叫值班表上的下一名。")
    @APIResponse(responseCode = "204", description = "已转呼下一名")
    @APIResponse(responseCode = "404", description = "没有这个邀请，或没有呼叫过自己")
    @APIResponse(responseCode = "409", description = "没有在呼叫自己（state）")
    public void decline(@PathParam("id") String id) {
        joining.decline(ThreeWayResource.invitation(id), account());
    }

    @POST
    @Path("{id}/messages")
    @Operation(summary = "答复企业", description = "企业看到的是部门名称和“政策专员”。同一 clientMessageId 只算一条。")
    @APIResponse(responseCode = "200", description = "发出的消息")
    @APIResponse(responseCode = "400", description = "没有内容")
    @APIResponse(responseCode = "404", description = "没有这个邀请，或没有呼叫过自己")
    @APIResponse(responseCode = "409", description = "没有加入或已经退出（state），或 clientMessageId 用于不同内容")
    public MessageLine say(@PathParam("id") String id, @Nullable SayForm body) {
        var form = Inputs.body(body);
        var checks = new FieldChecks("handoff.invalid");
        var text = checks.requiredText("text", form.text(), 1, Transcript.LONGEST_TEXT);
        var name = form.clientMessageId();
        if (name != null && !CLIENT_MESSAGE_ID.matcher(name).matches()) {
            checks.refuse("clientMessageId", "conversation.client-message-id");
        }
        checks.throwIfAny();
        return MessageLine.of(joining.say(ThreeWayResource.invitation(id), text, name, account()));
    }

    @POST
    @Path("{id}/leave")
    @Operation(summary = "退出", description = "之后不再看得到会话。")
    @APIResponse(responseCode = "200", description = "邀请")
    @APIResponse(responseCode = "404", description = "没有这个邀请，或没有呼叫过自己")
    @APIResponse(responseCode = "409", description = "没有加入（state）")
    public ReceivedView leave(@PathParam("id") String id) {
        return view(joining.leave(ThreeWayResource.invitation(id), account()));
    }

    private ReceivedView view(Invitation invitation) {
        return views.received(
                invitation,
                account().id(),
                joining.briefing(invitation, account()).orElse(null));
    }

    private Account account() {
        return current.get();
    }
}
