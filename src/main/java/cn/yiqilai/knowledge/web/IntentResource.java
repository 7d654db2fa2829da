package cn.yiqilai.knowledge.web;

import static cn.yiqilai.access.Role.Names.ADMIN;
import static cn.yiqilai.access.Role.Names.EDITOR;
import static cn.yiqilai.access.Role.Names.REVIEWER;

import cn.yiqilai.access.web.CurrentAccount;
import cn.yiqilai.knowledge.IntentForm;
import cn.yiqilai.knowledge.IntentRules;
import cn.yiqilai.knowledge.IntentView;
import cn.yiqilai.knowledge.Intents;
import cn.yiqilai.knowledge.LanguageEditing;
import cn.yiqilai.knowledge.StoredIntent;
import cn.yiqilai.platform.web.Idempotency;
import cn.yiqilai.platform.web.Inputs;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
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
import java.util.regex.Pattern;
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

/** What an enterprise may want beside policy answers. A change holds at once. */
@Path("/api/v1/knowledge/intents")
@Tag(name = "知识库")
@RunOnVirtualThread
@RolesAllowed({EDITOR, REVIEWER, ADMIN})
@APIResponse(responseCode = "401", description = "没有登录")
@APIResponse(responseCode = "403", description = "角色没有这项权限")
public class IntentResource {
    private static final Pattern STORABLE = Pattern.compile("[a-z0-9-]{1,80}");

    /** @param total how many there are on all pages */
    @Schema(name = "IntentPage")
    public record IntentPage(List<IntentView> items, long total) {}

    private final LanguageEditing editing;
    private final Intents intents;
    private final Idempotency idempotency;
    private final CurrentAccount current;
    private final ObjectMapper json;

    IntentResource(
            LanguageEditing editing,
            Intents intents,
            Idempotency idempotency,
            CurrentAccount current,
            ObjectMapper json) {
        this.editing = editing;
        this.intents = intents;
        this.idempotency = idempotency;
        this.current = current;
        this.json = json;
    }

    @GET
    @Operation(summary = "全部意图", description = "按编号排列。")
    @APIResponse(responseCode = "200", description = "一页意图")
    @APIResponse(responseCode = "400", description = "参数有误")
    public IntentPage list(
            @QueryParam("page") @Parameter(schema = @Schema(type = SchemaType.INTEGER, defaultValue = "0")) @Nullable
                    String page,
            @QueryParam("size") @Parameter(schema = @Schema(type = SchemaType.INTEGER, defaultValue = "20")) @Nullable
                    String size) {
        var wanted = Inputs.page(page, size);
        var all = intents.all();
        return new IntentPage(
                all.stream()
                        .skip(wanted.offset())
                        .limit(wanted.size())
                        .map(StoredIntent::view)
                        .toList(),
                all.size());
    }

    @POST
    @Operation(summary = "新建意图", description = "立即生效。")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            examples = @ExampleObject(name = "intent", value = Examples.INTENT)))
    @APIResponse(
            responseCode = "201",
            description = "已新建",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = IntentView.class)))
    @APIResponse(responseCode = "400", description = "内容有误，errors 逐项说明")
    @APIResponse(responseCode = "409", description = "编号已被使用，或 Idempotency-Key 用于不同内容")
    public Response create(@HeaderParam("Idempotency-Key") @Nullable String key, @Nullable IntentForm body) {
        var form = Inputs.body(body);
        var intent = IntentRules.require(form);
        var actor = current.actor();
        var created = idempotency.once(
                "knowledge.intent:" + actor.id(),
                key,
                form,
                JsonNode.class,
                () -> json.valueToTree(editing.create(intent, actor).view()));
        return Response.created(URI.create("/api/v1/knowledge/intents/" + intent.id()))
                .entity(created)
                .build();
    }

    @GET
    @Path("{id}")
    @Operation(summary = "读取意图")
    @APIResponse(responseCode = "200", description = "意图")
    @APIResponse(responseCode = "404", description = "没有这个意图")
    public IntentView get(@PathParam("id") String id) {
        return intents.find(known(id))
                .orElseThrow(LanguageEditing::unknownIntent)
                .view();
    }

    @PUT
    @Path("{id}")
    @Operation(summary = "修改意图", description = "立即生效。须带所见的 version。")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            examples = @ExampleObject(name = "intent", value = Examples.INTENT)))
    @APIResponse(responseCode = "200", description = "已修改")
    @APIResponse(responseCode = "400", description = "内容有误，errors 逐项说明")
    @APIResponse(responseCode = "404", description = "没有这个意图")
    @APIResponse(responseCode = "409", description = "version 不是最新，current 为现在的内容")
    public IntentView edit(@PathParam("id") String id, @Nullable IntentForm body) {
        var form = Inputs.body(body);
        known(id);
        Inputs.same("id", id, form.id());
        var version = Inputs.required(form.version());
        return editing.edit(IntentRules.require(form.named(id)), version, current.actor())
                .view();
    }

    @DELETE
    @Path("{id}")
    @Operation(summary = "删除意图", description = "立即生效。")
    @APIResponse(responseCode = "204", description = "已删除")
    @APIResponse(responseCode = "404", description = "没有这个意图")
    @APIResponse(responseCode = "409", description = "version 不是最新")
    public void remove(
            @PathParam("id") String id,
            @QueryParam("version")
                    @Parameter(description = "所见的 version，可不填", schema = @Schema(type = SchemaType.INTEGER))
                    @Nullable
                    String version) {
        editing.remove(known(id), Inputs.version(version), current.actor());
    }

    private static String known(String id) {
        if (!STORABLE.matcher(id).matches()) {
            throw LanguageEditing.unknownIntent();
        }
        return id;
    }
}
