package cn.yiqilai.directory.web;

import static cn.yiqilai.access.Role.Names.ADMIN;

import cn.yiqilai.access.AccountEditing;
import cn.yiqilai.access.web.CurrentAccount;
import cn.yiqilai.directory.Membership;
import cn.yiqilai.directory.MembershipEditing;
import cn.yiqilai.directory.MembershipForm;
import cn.yiqilai.platform.web.Inputs;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Which account works for which unit. */
@Path("/api/v1/directory/memberships")
@Tag(name = "组织机构")
@RunOnVirtualThread
@APIResponse(responseCode = "401", description = "没有登录")
public class MembershipResource {
    private final MembershipEditing editing;
    private final CurrentAccount current;

    MembershipResource(MembershipEditing editing, CurrentAccount current) {
        this.editing = editing;
        this.current = current;
    }

    @GET
    @Path("mine")
    @Authenticated
    @Operation(summary = "我所在的单位", description = "不属于任何单位时 unit 为 null。")
    @APIResponse(responseCode = "200", description = "所在的单位")
    public Membership mine() {
        return editing.of(current.get().id());
    }

    @GET
    @Path("{account}")
    @RolesAllowed(ADMIN)
    @Operation(summary = "账号所在的单位")
    @APIResponse(responseCode = "200", description = "所在的单位")
    @APIResponse(responseCode = "403", description = "须为管理员")
    @APIResponse(responseCode = "404", description = "没有这个账号")
    public Membership get(@PathParam("account") String account) {
        return editing.of(DirectoryInputs.id(account, AccountEditing::unknown));
    }

    @PUT
    @Path("{account}")
    @RolesAllowed(ADMIN)
    @Operation(summary = "设置账号所在的单位", description = "自该账号的下一次请求起生效。从未设置过的 version 为 0；不填 unit 即不属于任何单位。")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            examples = @ExampleObject(name = "membership", value = Examples.MEMBERSHIP)))
    @APIResponse(responseCode = "200", description = "已设置")
    @APIResponse(responseCode = "400", description = "没有这个单位")
    @APIResponse(responseCode = "403", description = "须为管理员")
    @APIResponse(responseCode = "404", description = "没有这个账号")
    @APIResponse(responseCode = "409", description = "version 不是最新，current 为现在的内容")
    public Membership assign(@PathParam("account") String account, @Nullable MembershipForm body) {
        var form = Inputs.body(body);
        var id = DirectoryInputs.id(account, AccountEditing::unknown);
        return editing.assign(id, form, Inputs.required(form.version()), current.actor());
    }
}
