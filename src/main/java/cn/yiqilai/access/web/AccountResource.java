package cn.yiqilai.access.web;

import cn.yiqilai.access.AccountEditing;
import cn.yiqilai.access.AccountForm;
import cn.yiqilai.access.AccountView;
import cn.yiqilai.access.Role;
import cn.yiqilai.access.postgres.Accounts;
import cn.yiqilai.platform.FieldChecks;
import cn.yiqilai.platform.web.Inputs;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The accounts of those who work here. */
@Path("/api/v1/accounts")
@Tag(name = "账号", description = "工作人员的账号，由管理员管理。口令只进不出；停用账号或改口令时，已登录的立即退出。")
@Blocking // Hashing a password computes for long: on a virtual thread it would keep a core from those who ask.
@RolesAllowed(Role.Names.ADMIN)
@APIResponse(responseCode = "401", description = "没有登录")
@APIResponse(responseCode = "403", description = "须为管理员")
public class AccountResource {
    private static final int LONGEST_QUERY = 100;

    /** @param total how many there are on all pages */
    @Schema(name = "AccountPage")
    public record AccountPage(List<AccountView> items, long total) {}

    /** Which version of an account somebody has seen. */
    @Schema(
            name = "AccountDeed",
            requiredProperties = {"version"})
    public record Deed(@Nullable Long version) {}

    /** A new password. */
    @Schema(
            name = "PasswordChange",
            requiredProperties = {"password", "version"})
    public record PasswordChange(
            @Nullable String password, @Nullable Long version) {
        /** Without the password, because logs are read by many. */
        @Override
        public String toString() {
            return "PasswordChange[" + version + "]";
        }
    }

    private final AccountEditing editing;
    private final CurrentAccount current;

    AccountResource(AccountEditing editing, CurrentAccount current) {
        this.editing = editing;
        this.current = current;
    }

    @GET
    @Operation(summary = "全部账号", description = "按用户名排列，含已停用的。")
    @APIResponse(responseCode = "200", description = "一页账号")
    @APIResponse(responseCode = "400", description = "参数有误")
    public AccountPage list(
            @QueryParam("query") @Parameter(description = "用户名或姓名中的文字") @Nullable String query,
            @QueryParam("role")
                    @Parameter(description = "有这个角色的", schema = @Schema(implementation = Role.class))
                    @Nullable
                    String role,
            @QueryParam("disabled") @Parameter(description = "true：只要停用的；false：只要在用的") @Nullable String disabled,
            @QueryParam("page") @Parameter(schema = @Schema(type = SchemaType.INTEGER, defaultValue = "0")) @Nullable
                    String page,
            @QueryParam("size") @Parameter(schema = @Schema(type = SchemaType.INTEGER, defaultValue = "20")) @Nullable
                    String size) {
        var checks = new FieldChecks("access.invalid");
        var filter = new Accounts.Filter(
                checks.optional("query", query, LONGEST_QUERY),
                checks.constant("role", role, Role.class, Map.of()),
                disabled == null || disabled.isEmpty() ? null : Inputs.flag("disabled", disabled));
        checks.throwIfAny();
        var found = editing.list(filter, Inputs.page(page, size));
        return new AccountPage(found.items().stream().map(AccountView::of).toList(), found.total());
    }

    @POST
    @Operation(summary = "新建账号", description = "用户名一经使用不再改变。口令 12 到 200 个字，不含用户名。")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            examples =
                                    @ExampleObject(
                                            name = "account",
                                            value =
                                                    "{\"username\":\"tax-01\",\"displayName\":\"税务局经办\",\"roles\":[\"DEPARTMENT\"],"
                                                            + "\"password\":\"correct horse battery\"}")))
    @APIResponse(
            responseCode = "201",
            description = "已新建",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = AccountView.class)))
    @APIResponse(responseCode = "400", description = "内容有误，errors 逐项说明")
    @APIResponse(responseCode = "409", description = "用户名已被使用，或 Idempotency-Key 用于不同内容")
    public Response create(@HeaderParam("Idempotency-Key") @Nullable String key, @Nullable AccountForm body) {
        var created = AccountView.of(editing.create(Inputs.body(body), key, current.actor()));
        return Response.created(URI.create("/api/v1/accounts/" + created.id()))
                .entity(created)
                .build();
    }

    @GET
    @Path("{id}")
    @Operation(summary = "读取账号")
    @APIResponse(responseCode = "200", description = "账号")
    @APIResponse(responseCode = "404", description = "没有这个账号")
    public AccountView get(@PathParam("id") String id) {
        return editing.find(id(id)).map(AccountView::of).orElseThrow(AccountEditing::unknown);
    }

    @PUT
    @Path("{id}")
    @Operation(summary = "修改账号的姓名与角色", description = "角色自下一次请求起生效。最后一个管理员不能失去管理员角色。")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            examples =
                                    @ExampleObject(
                                            name = "account",
                                            value =
                                                    "{\"version\":1,\"displayName\":\"税务局经办\",\"roles\":[\"DEPARTMENT\",\"SPECIALIST\"]}")))
    @APIResponse(responseCode = "200", description = "已修改")
    @APIResponse(responseCode = "400", description = "内容有误，errors 逐项说明")
    @APIResponse(responseCode = "404", description = "没有这个账号")
    @APIResponse(responseCode = "409", description = "version 不是最新，current 为现在的内容；或为最后一个管理员")
    public AccountView edit(@PathParam("id") String id, @Nullable AccountForm body) {
        var form = Inputs.body(body);
        return AccountView.of(editing.edit(id(id), form, Inputs.required(form.version()), current.actor()));
    }

    @POST
    @Path("{id}/password")
    @Operation(summary = "设置新口令", description = "已用旧口令登录的立即退出。口令 12 到 200 个字，不含用户名。")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            examples =
                                    @ExampleObject(
                                            name = "password",
                                            value = "{\"version\":2,\"password\":\"another horse battery\"}")))
    @APIResponse(responseCode = "200", description = "已设置")
    @APIResponse(responseCode = "400", description = "口令不合要求")
    @APIResponse(responseCode = "404", description = "没有这个账号")
    @APIResponse(responseCode = "409", description = "version 不是最新，current 为现在的内容")
    public AccountView password(@PathParam("id") String id, @Nullable PasswordChange body) {
        var change = Inputs.body(body);
        var version = Inputs.required(change.version());
        return AccountView.of(editing.changePassword(id(id), change.password(), version, current.actor()));
    }

    @POST
    @Path("{id}/disable")
    @Operation(summary = "停用账号", description = "立即退出登录，不能再登录；已做的事仍署其名。最后一个管理员不能停用。")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            examples = @ExampleObject(name = "deed", value = "{\"version\":3}")))
    @APIResponse(responseCode = "200", description = "已停用")
    @APIResponse(responseCode = "404", description = "没有这个账号")
    @APIResponse(responseCode = "409", description = "version 不是最新，current 为现在的内容；或为最后一个管理员")
    public AccountView disable(@PathParam("id") String id, @Nullable Deed body) {
        return AccountView.of(editing.disable(id(id), version(body), current.actor()));
    }

    @POST
    @Path("{id}/enable")
    @Operation(summary = "重新启用账号")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            examples = @ExampleObject(name = "deed", value = "{\"version\":4}")))
    @APIResponse(responseCode = "200", description = "已启用")
    @APIResponse(responseCode = "404", description = "没有这个账号")
    @APIResponse(responseCode = "409", description = "version 不是最新，current 为现在的内容")
    public AccountView enable(@PathParam("id") String id, @Nullable Deed body) {
        return AccountView.of(editing.enable(id(id), version(body), current.actor()));
    }

    private static long version(@Nullable Deed body) {
        return Inputs.required(Inputs.body(body).version());
    }

    /** No account has a malformed id, so it is unknown. */
    private static UUID id(String raw) {
        try {
            return UUID.fromString(raw);
        } catch (IllegalArgumentException e) {
            throw AccountEditing.unknown();
        }
    }
}
