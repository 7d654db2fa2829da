package cn.yiqilai.handoff.web;

import static cn.yiqilai.access.Role.Names.ADMIN;
import static cn.yiqilai.access.Role.Names.AGENT;
import static cn.yiqilai.access.Role.Names.SUPERVISOR;

import cn.yiqilai.access.web.CurrentAccount;
import cn.yiqilai.handoff.ContactId;
import cn.yiqilai.handoff.Contacts;
import cn.yiqilai.handoff.InvitationId;
import cn.yiqilai.handoff.Inviting;
import cn.yiqilai.handoff.NoAnswer;
import cn.yiqilai.handoff.ThreeWayGauge;
import cn.yiqilai.handoff.ThreeWayGauges;
import cn.yiqilai.handoff.web.ThreeWayViews.InvitationView;
import cn.yiqilai.handoff.web.ThreeWayViews.PreparationView;
import cn.yiqilai.platform.Problem;
import cn.yiqilai.platform.web.Inputs;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The agent's side of a three-way call. */
@Path("/api/v1/contacts/{id}/three-way")
@Tag(name = "三方通话")
@RunOnVirtualThread
@RolesAllowed({AGENT, SUPERVISOR, ADMIN})
@APIResponse(responseCode = "401", description = "没有登录")
@APIResponse(responseCode = "403", description = "角色没有这项权限")
@APIResponse(responseCode = "404", description = "没有这次接待，或属于别的专席")
public class ThreeWayResource {
    /**
     * @param matter id of a matter of the list; none: that of the topic
     * @param topic none: that of the first suggestion
     * @param unit none: the matter's
     * @param reason why the knowledge does not do; needed for what does not go at once
     */
    @Schema(name = "InviteSpecialist")
    public record InviteForm(
            @Nullable String matter,
            @Nullable String topic,
            @Nullable String unit,

            @Schema(implementation = NoAnswer.class) @Nullable
            String reason) {}

    private final Inviting inviting;
    private final ThreeWayGauges gauges;
    private final ThreeWayViews views;
    private final CurrentAccount current;

    ThreeWayResource(Inviting inviting, ThreeWayGauges gauges, ThreeWayViews views, CurrentAccount current) {
        this.inviting = inviting;
        this.gauges = gauges;
        this.views = views;
        this.current = current;
    }

    @GET
    @Operation(summary = "请专员前看一眼", description = "所问的主题、是否属清单事项、值班的专员（按呼叫先后）、这次接待已请过谁，以及当日三方通话占比。")
    @APIResponse(responseCode = "200", description = "资料")
    public PreparationView prepare(@PathParam("id") String id) {
        return views.of(inviting.prepare(contact(id), current.get()), gauges.today(ThreeWayGauge.Id.THREE_WAY_SHARE));
    }

    @POST
    @Path("invitations")
    @RolesAllowed(AGENT)
    @Operation(
            summary = "请政策专员加入",
            description = "清单事项直接请；其他的须填 reason。按值班表先呼叫主题最近的，20 秒未接、拒接或正忙的转下一名；没有人能接入的登记工单，状态为 UNREACHED。")
    @APIResponse(
            responseCode = "201",
            description = "正在呼叫，或没有人能接入",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = InvitationView.class)))
    @APIResponse(responseCode = "400", description = "没有主题和单位，没有说明原因，或没有这个事项、单位")
    @APIResponse(responseCode = "409", description = "不在自己手上，或已经在请专员（invitation）")
    public Response invite(
            @PathParam("id") String id,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @Nullable InviteForm body) {
        var form = Inputs.body(body);
        var wish = new Inviting.Wish(form.matter(), form.topic(), form.unit(), form.reason());
        var made = inviting.invite(contact(id), wish, key, current.get());
        return Response.created(URI.create("/api/v1/contacts/" + id + "/three-way"))
                .entity(views.of(made))
                .build();
    }

    @POST
    @Path("invitations/{invitation}/cancel")
    @RolesAllowed(AGENT)
    @Operation(summary = "不再请专员", description = "呼叫中的取消，已加入的请其退出；已经结束的没有变化。")
    @APIResponse(responseCode = "200", description = "邀请")
    @APIResponse(responseCode = "409", description = "不在自己手上")
    public InvitationView cancel(@PathParam("id") String id, @PathParam("invitation") String invitation) {
        return views.of(inviting.cancel(contact(id), invitation(invitation), current.get()));
    }

    private static ContactId contact(String raw) {
        return ContactId.parse(raw).orElseThrow(Contacts::unknown);
    }

    /** None has a malformed id, so it is unknown. */
    static InvitationId invitation(String raw) {
        return InvitationId.parse(raw).orElseThrow(() -> Problem.notFound("handoff.invitation-unknown")
                .asException());
    }
}
