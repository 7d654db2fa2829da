package cn.yiqilai.handoff.web;

import static cn.yiqilai.access.Role.Names.AGENT;
import static cn.yiqilai.access.Role.Names.SPECIALIST;

import cn.yiqilai.access.web.CurrentAccount;
import cn.yiqilai.handoff.Attendance;
import cn.yiqilai.handoff.Presence;
import cn.yiqilai.handoff.PresenceState;
import cn.yiqilai.platform.FieldChecks;
import cn.yiqilai.platform.Shanghai;
import cn.yiqilai.platform.web.Inputs;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Whether one is there oneself. */
@Path("/api/v1/presence")
@Tag(name = "接待")
@RunOnVirtualThread
@RolesAllowed({AGENT, SPECIALIST})
@APIResponse(responseCode = "401", description = "没有登录")
@APIResponse(responseCode = "403", description = "须为坐席或政策专员")
public class PresenceResource {
    /** @param leaseUntil without a sign of life until then one is taken for gone; null when one is */
    @Schema(name = "Presence")
    public record PresenceView(
            PresenceState state,
            @Schema(format = "date-time") @Nullable String since,
            @Schema(format = "date-time") @Nullable String leaseUntil) {}

    @Schema(name = "PresenceChange", requiredProperties = "state")
    public record Change(
            @Schema(implementation = PresenceState.class) @Nullable
            String state) {}

    private final Attendance attendance;
    private final CurrentAccount current;
    private final Clock clock;

    PresenceResource(Attendance attendance, CurrentAccount current, Clock clock) {
        this.attendance = attendance;
        this.current = current;
        this.clock = clock;
    }

    @GET
    @Operation(summary = "我的状态")
    @APIResponse(responseCode = "200", description = "状态")
    public PresenceView get() {
        return attendance
                .find(current.get().id())
                .map(this::view)
                .orElseGet(() -> new PresenceView(PresenceState.OFFLINE, null, null));
    }

    @PUT
    @Operation(
            summary = "改变我的状态",
            description = "AVAILABLE 可被呼入，PAUSED 暂停，AFTER_CALL 话后整理，OFFLINE 离开：手上的接待回到队列原来的位置。政策专员暂停时不呼叫。")
    @APIResponse(responseCode = "200", description = "状态")
    @APIResponse(responseCode = "400", description = "没有这种状态")
    public PresenceView change(@Nullable Change body) {
        var checks = new FieldChecks("handoff.invalid");
        var state = Inputs.body(body).state();
        var wanted = checks.constant("state", checks.required("state", state, 1, 20), PresenceState.class, Map.of());
        checks.throwIfAny();
        if (wanted == null) {
            throw new IllegalStateException("a presence that was checked is none");
        }
        return view(attendance.change(current.get().id(), wanted));
    }

    @POST
    @Path("heartbeat")
    @Operation(summary = "我还在", description = "页面每 30 秒发一次，后台页面至少每分钟一次。150 秒没有消息即视为离开；已视为离开的，须自己改回 AVAILABLE。")
    @APIResponse(responseCode = "200", description = "状态")
    public PresenceView heartbeat() {
        return view(attendance.heartbeat(current.get().id()));
    }

    private PresenceView view(Presence presence) {
        var state = presence.at(clock.instant());
        return new PresenceView(
                state,
                Shanghai.format(presence.since()),
                state == PresenceState.OFFLINE ? null : Shanghai.format(presence.leaseUntil()));
    }
}
