package cn.yiqilai.workorder.web;

import static cn.yiqilai.access.Role.Names.ADMIN;
import static cn.yiqilai.access.Role.Names.AGENT;
import static cn.yiqilai.access.Role.Names.SUPERVISOR;

import cn.yiqilai.workorder.ScopeGuide;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What is accepted, what is not, and what to say. */
@Path("/api/v1/work-orders/scope")
@Tag(name = "工单")
@RunOnVirtualThread
public class ScopeResource {
    private final ScopeGuide guide;

    ScopeResource(ScopeGuide guide) {
        this.guide = guide;
    }

    @GET
    @RolesAllowed({AGENT, SUPERVISOR, ADMIN})
    @Operation(
            summary = "受理范围和不予受理的话术",
            description = "第八条受理范围、第九条不予受理的六项，按本市规则的原文；每项附坐席可以照读的解释，与智能应答所说的是同一份，由编辑在意图中维护。")
    @APIResponse(
            responseCode = "200",
            description = "受理范围和话术",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ScopeGuide.Guide.class)))
    @APIResponse(responseCode = "401", description = "没有登录")
    @APIResponse(responseCode = "403", description = "角色没有这项权限")
    public ScopeGuide.Guide read() {
        return guide.read();
    }
}
