package cn.yiqilai.access.web;

import cn.yiqilai.access.Account;
import cn.yiqilai.access.Login;
import cn.yiqilai.access.Role;
import cn.yiqilai.access.Token;
import cn.yiqilai.platform.Problem;
import cn.yiqilai.platform.Shanghai;
import cn.yiqilai.platform.StorableText;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Logging in and out. */
@Path("/api/v1")
@Tag(name = "登录", description = "工作人员的登录。浏览器页面用 HttpOnly Cookie，其他程序用 Authorization: Bearer。")
@Blocking // Checking a password computes for long: on a virtual thread it would keep a core from those who ask.
public class LoginResource {
    private static final int LONGEST = 200;

    @Schema(
            name = "Credentials",
            requiredProperties = {"username", "password"})
    public record Credentials(
            @Nullable String username, @Nullable String password) {}

    @Schema(name = "Session")
    public record Session(
            String token, @Schema(format = "date-time") String expiresAt, List<Role> roles) {}

    @Schema(name = "CurrentAccount")
    public record Me(String username, String displayName, List<Role> roles) {}

    private final Login login;
    private final CurrentAccount current;
    private final Clock clock;

    LoginResource(Login login, CurrentAccount current, Clock clock) {
        this.login = login;
        this.current = current;
        this.clock = clock;
    }

    @POST
    @Path("login")
    @Operation(summary = "登录", description = "返回令牌，并为页面写入 HttpOnly Cookie。")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            examples =
                                    @ExampleObject(
                                            name = "agent",
                                            value = "{\"username\":\"agent\",\"password\":\"yiqilai-agent\"}")))
    @APIResponse(
            responseCode = "200",
            description = "已登录",
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Session.class)))
    @APIResponse(responseCode = "401", description = "用户名或密码不对")
    @APIResponse(responseCode = "429", description = "尝试过于频繁")
    public Response login(@Nullable Credentials credentials, @Context UriInfo uri) {
        var username = required("username", credentials == null ? null : credentials.username());
        var password = required("password", credentials == null ? null : credentials.password());
        return switch (login.attempt(username, password)) {
            case Login.Outcome.Granted granted ->
                granted(granted, "https".equals(uri.getRequestUri().getScheme()));
            case Login.Outcome.Refused() ->
                throw Problem.of(401, "access.refused").asException();
            case Login.Outcome.TooManyAttempts(var retryAfter) ->
                throw Problem.of(429, "request.too-many").retryAfter(retryAfter).asException();
        };
    }

    @POST
    @Path("logout")
    @Operation(summary = "退出登录")
    @APIResponse(responseCode = "204", description = "已退出")
    public Response logout(
            @Parameter(hidden = true) @HeaderParam("Authorization") @Nullable String authorization,
            @Parameter(hidden = true) @CookieParam(SessionAuthentication.COOKIE) @Nullable String cookie) {
        var token = authorization != null && authorization.startsWith("Bearer ") ? authorization.substring(7) : cookie;
        if (token != null) {
            login.end(new Token(token));
        }
        return Response.noContent().cookie(cookie("", 0, false)).build();
    }

    @GET
    @Path("me")
    @Authenticated
    @Operation(summary = "当前登录的人")
    @APIResponse(responseCode = "200", description = "账号与角色")
    @APIResponse(responseCode = "401", description = "没有登录")
    public Me me() {
        var account = current.get();
        return new Me(account.username(), account.displayName(), sorted(account));
    }

    private Response granted(Login.Outcome.Granted granted, boolean secure) {
        var seconds =
                (int) Duration.between(clock.instant(), granted.expiresAt()).toSeconds();
        return Response.ok(new Session(
                        granted.token().text(), Shanghai.format(granted.expiresAt()), sorted(granted.account())))
                .cookie(cookie(granted.token().text(), seconds, secure))
                .header("Cache-Control", "no-store")
                .build();
    }

    private static NewCookie cookie(String value, int seconds, boolean secure) {
        return new NewCookie.Builder(SessionAuthentication.COOKIE)
                .value(value)
                .path("/")
                .httpOnly(true)
                .secure(secure)
                .sameSite(NewCookie.SameSite.STRICT)
                .maxAge(seconds)
                .build();
    }

    private static String required(String field, @Nullable String value) {
        if (value == null || value.isBlank() || !StorableText.isStorable(value, LONGEST)) {
            throw Problem.invalidField(field, "access.credentials").asException();
        }
        return value;
    }

    private static List<Role> sorted(Account account) {
        return account.roles().stream().sorted().toList();
    }
}
