package cn.yiqilai.platform.web;

import cn.yiqilai.platform.Problem;
import cn.yiqilai.platform.ProblemException;
import cn.yiqilai.platform.Shanghai;
import cn.yiqilai.platform.outbox.Delivery.Delivered;
import cn.yiqilai.platform.outbox.Delivery.NoWay;
import cn.yiqilai.platform.outbox.Delivery.Refused;
import cn.yiqilai.platform.outbox.Delivery.Unreachable;
import cn.yiqilai.platform.webhook.Webhook;
import cn.yiqilai.platform.webhook.WebhookRegister;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
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
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
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

/** The addresses of departments' systems. */
@Path("/api/v1/operations/webhooks")
@Tag(name = "运维")
@RunOnVirtualThread
@RolesAllowed(Operator.ADMIN)
@APIResponse(responseCode = "401", description = "没有登录")
@APIResponse(responseCode = "403", description = "角色没有这项权限")
public class WebhookResource {
    private static final String EXAMPLE =
            "{\"unit\":\"yc-tax\",\"name\":\"市税务局办件系统\",\"url\":\"https://hooks.example.com/12345\","
                    + "\"kinds\":[\"WORK_ORDER_DISPATCHED\"]}";
    private static final String CHANGED =
            "{\"unit\":\"yc-tax\",\"name\":\"市税务局办件系统\",\"url\":\"https://hooks.example.com/12345\",\"kinds\":[\"*\"],"
                    + "\"active\":false,\"version\":1}";

    /** @param secret null: one is made and told in the answer */
    @Schema(
            name = "CreateWebhook",
            requiredProperties = {"unit", "name", "url", "kinds"})
    public record Create(
            @Nullable String unit,
            @Nullable String name,
            @Nullable String url,
            @Nullable List<@Nullable String> kinds,
            @Nullable String secret) {}

    /** @param active null = as it is */
    @Schema(
            name = "EditWebhook",
            requiredProperties = {"unit", "name", "url", "kinds", "version"})
    public record Edit(
            @Nullable String unit,
            @Nullable String name,
            @Nullable String url,
            @Nullable List<@Nullable String> kinds,
            @Nullable Boolean active,
            @Nullable Long version) {}

    /** @param secret null: one is made and told in the answer; @param keepFormerDays null = 7 */
    @Schema(name = "RotateWebhookSecret", requiredProperties = "version")
    public record Rotate(
            @Nullable String secret,
            @Nullable Integer keepFormerDays,
            @Nullable Long version) {}

    @Schema(name = "Webhook")
    public record Body(
            UUID id,
            String unit,
            String name,
            String url,
            List<String> kinds,
            boolean active,
            @Schema(format = "date-time") @Nullable String formerSecretUntil,
            long version,
            @Schema(format = "date-time") String createdAt,
            @Schema(format = "date-time") String changedAt) {
        static Body of(Webhook webhook) {
            var until = webhook.formerSecretUntil();
            return new Body(
                    webhook.id(),
                    webhook.unit(),
                    webhook.name(),
                    webhook.url().toString(),
                    webhook.kinds(),
                    webhook.active(),
                    until == null ? null : Shanghai.format(until),
                    webhook.version(),
                    Shanghai.format(webhook.createdAt()),
                    Shanghai.format(webhook.changedAt()));
        }
    }

    /** @param secret told this once; null when the operator brought his own, or when the call was a repeated one */
    @Schema(name = "WebhookWithSecret")
    public record BodyWithSecret(Body webhook, @Nullable String secret) {}

    @Schema(name = "WebhookPage")
    public record BodyPage(List<Body> items, long total) {}

    /** What came of a trial call. */
    @Schema(name = "WebhookPingOutcome")
    public enum PingOutcome {
        DELIVERED,
        REFUSED,
        UNREACHABLE
    }

    /** @param reason a code, and {@code explanation} what it means; null when it was delivered */
    @Schema(name = "WebhookPing")
    public record Ping(
            PingOutcome outcome,
            @Nullable String reason,
            @Nullable String explanation) {
        static Ping failed(PingOutcome outcome, String reason) {
            return new Ping(outcome, reason, DeliveryReason.explain(reason));
        }
    }

    private final WebhookRegister register;
    private final Idempotency idempotency;
    private final SecurityIdentity identity;

    WebhookResource(WebhookRegister register, Idempotency idempotency, SecurityIdentity identity) {
        this.register = register;
        this.idempotency = idempotency;
        this.identity = identity;
    }

    @GET
    @Operation(summary = "部门接口列表", description = "新的在前。密钥不会再次显示。")
    @APIResponse(responseCode = "200", description = "一页接口")
    @APIResponse(responseCode = "400", description = "参数有误")
    public BodyPage list(
            @Parameter(schema = @Schema(type = SchemaType.INTEGER, minimum = "0", defaultValue = "0"))
                    @QueryParam("page")
                    @DefaultValue("0")
                    String page,
            @Parameter(schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "200", defaultValue = "20"))
                    @QueryParam("size")
                    @DefaultValue("20")
                    String size) {
        var found = register.list(Parameters.page(page, size));
        return new BodyPage(found.items().stream().map(Body::of).toList(), found.total());
    }

    @POST
    @Operation(
            summary = "登记部门接口",
            description = "unit 为单位编号，all 为全部单位；kinds 为要通知的事件，* 为全部。调用按 HMAC-SHA256 签名（见运维文档）。"
                    + "不给 secret 时自动生成，只在这次应答中出现；用同一 Idempotency-Key 重发时不再给出。"
                    + "地址须为公网的 https，除非设置了 WEBHOOK_ALLOW_PRIVATE。")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Create.class),
                            examples = @ExampleObject(name = "webhook", value = EXAMPLE)))
    @APIResponse(
            responseCode = "201",
            description = "已登记",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = BodyWithSecret.class)))
    @APIResponse(responseCode = "400", description = "内容有误，errors 逐项说明")
    @APIResponse(responseCode = "409", description = "接口过多，没有封存密钥的 SECRETS_KEY，或 Idempotency-Key 用于不同内容")
    public Response create(@HeaderParam("Idempotency-Key") @Nullable String key, @Nullable Create body) {
        var form = Parameters.body(body);
        var made = new AtomicReference<@Nullable String>();
        // What is kept under the key is the id alone: a secret is kept in one place only, and sealed.
        var id = idempotency.once(
                "webhook:" + identity.getPrincipal().getName(), key, form, UUID.class, () -> create(form, made));
        var webhook = register.find(id).orElseThrow(WebhookResource::unknown);
        return Response.created(URI.create("/api/v1/operations/webhooks/" + id))
                .entity(new BodyWithSecret(Body.of(webhook), made.get()))
                .header("Cache-Control", "no-store")
                .build();
    }

    private UUID create(Create form, AtomicReference<@Nullable String> made) {
        var entry = new WebhookRegister.Entry(form.unit(), form.name(), form.url(), form.kinds());
        var created = register.create(entry, form.secret());
        made.set(created.secret());
        return created.webhook().id();
    }

    @GET
    @Path("{id}")
    @Operation(summary = "查看部门接口")
    @APIResponse(responseCode = "200", description = "接口")
    @APIResponse(responseCode = "404", description = "没有这个接口")
    public Body get(@PathParam("id") String id) {
        return Parameters.id(id).flatMap(register::find).map(Body::of).orElseThrow(WebhookResource::unknown);
    }

    @PUT
    @Path("{id}")
    @Operation(summary = "修改部门接口", description = "须带所见的 version。active 为 false 时不再通知，已排队的停发，可在恢复后重发。")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Edit.class),
                            examples = @ExampleObject(name = "webhook", value = CHANGED)))
    @APIResponse(responseCode = "200", description = "已修改")
    @APIResponse(responseCode = "400", description = "内容有误，errors 逐项说明")
    @APIResponse(responseCode = "404", description = "没有这个接口")
    @APIResponse(responseCode = "409", description = "version 不是最新，current 为现在的内容")
    public Body edit(@PathParam("id") String id, @Nullable Edit body) {
        var form = Parameters.body(body);
        var entry = new WebhookRegister.Entry(form.unit(), form.name(), form.url(), form.kinds());
        try {
            return Body.of(register.edit(known(id), entry, form.active(), form.version()));
        } catch (WebhookRegister.Stale e) {
            throw stale(e);
        }
    }

    @DELETE
    @Path("{id}")
    @Operation(summary = "删除部门接口", description = "须带所见的 version。已排队的消息停发。")
    @APIResponse(responseCode = "204", description = "已删除")
    @APIResponse(responseCode = "400", description = "没有给出 version")
    @APIResponse(responseCode = "404", description = "没有这个接口")
    @APIResponse(responseCode = "409", description = "version 不是最新，current 为现在的内容")
    public void remove(
            @PathParam("id") String id,
            @QueryParam("version")
                    @Parameter(required = true, schema = @Schema(type = SchemaType.INTEGER, format = "int64"))
                    @Nullable
                    String version) {
        try {
            register.remove(known(id), number(version));
        } catch (WebhookRegister.Stale e) {
            throw stale(e);
        }
    }

    @POST
    @Path("{id}/rotate-secret")
    @Operation(
            summary = "更换密钥",
            description = "新旧两个密钥同时签名，直到旧的到期（keepFormerDays，0 到 30 天，默认 7 天；0 为立即作废）。新密钥只在这次应答中出现。")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Rotate.class),
                            examples = @ExampleObject(name = "rotate", value = "{\"keepFormerDays\":7,\"version\":1}")))
    @APIResponse(responseCode = "200", description = "已更换")
    @APIResponse(responseCode = "400", description = "内容有误")
    @APIResponse(responseCode = "404", description = "没有这个接口")
    @APIResponse(responseCode = "409", description = "version 不是最新，current 为现在的内容；或没有封存密钥的 SECRETS_KEY")
    public BodyWithSecret rotate(@PathParam("id") String id, @Nullable Rotate body) {
        var form = Parameters.body(body);
        try {
            var rotated = register.rotate(known(id), form.secret(), form.keepFormerDays(), form.version());
            return new BodyWithSecret(Body.of(rotated.webhook()), rotated.secret());
        } catch (WebhookRegister.Stale e) {
            throw stale(e);
        }
    }

    @POST
    @Path("{id}/ping")
    @Operation(summary = "试调用部门接口", description = "立即发出一次事件为 PING 的签名调用，并返回结果；最长十秒。")
    @APIResponse(responseCode = "200", description = "调用的结果")
    @APIResponse(responseCode = "404", description = "没有这个接口")
    public Ping ping(@PathParam("id") String id) {
        return switch (register.ping(known(id))) {
            case Delivered() -> new Ping(PingOutcome.DELIVERED, null, null);
            case Refused(var reason) -> Ping.failed(PingOutcome.REFUSED, reason);
            case Unreachable(var reason, var wish) -> Ping.failed(PingOutcome.UNREACHABLE, reason);
            case NoWay(var reason) -> Ping.failed(PingOutcome.UNREACHABLE, reason);
        };
    }

    private static UUID known(String id) {
        return Parameters.id(id).orElseThrow(WebhookResource::unknown);
    }

    private static @Nullable Long number(@Nullable String version) {
        return Optional.ofNullable(version)
                .filter(text -> text.matches("\\d{1,18}"))
                .map(Long::valueOf)
                .orElse(null);
    }

    private static ProblemException stale(WebhookRegister.Stale e) {
        return Problem.conflict("webhook.stale")
                .with("current", Body.of(e.current()))
                .asException();
    }

    private static ProblemException unknown() {
        return Problem.notFound("webhook.unknown").asException();
    }
}
