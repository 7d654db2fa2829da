package cn.yiqilai.knowledge.web;

import static cn.yiqilai.access.Role.Names.ADMIN;
import static cn.yiqilai.access.Role.Names.EDITOR;
import static cn.yiqilai.access.Role.Names.REVIEWER;

import cn.yiqilai.access.web.CurrentAccount;
import cn.yiqilai.knowledge.CuratedEntry;
import cn.yiqilai.knowledge.Curation;
import cn.yiqilai.knowledge.Entries;
import cn.yiqilai.knowledge.EntryFilter;
import cn.yiqilai.knowledge.EntryForm;
import cn.yiqilai.knowledge.EntryRules;
import cn.yiqilai.knowledge.EntryView;
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

/** Entries: found, read, written. What moves them on is in {@link ReviewResource}. */
@Path("/api/v1/knowledge/entries")
@Tag(name = "知识库", description = "知识条目由编辑起草，另一人审核后对企业可见；意图与语言数据立即生效。改动须带所见的 version，已被别人改过时返回 409 与现在的内容。")
@RunOnVirtualThread
@RolesAllowed({EDITOR, REVIEWER, ADMIN})
@APIResponse(responseCode = "401", description = "没有登录")
@APIResponse(responseCode = "403", description = "角色没有这项权限")
public class EntryResource {
    /** @param total how many there are on all pages */
    @Schema(name = "EntryPage")
    public record EntryPage(List<EntryView> items, long total) {}

    private final Curation curation;
    private final Entries entries;
    private final Idempotency idempotency;
    private final CurrentAccount current;
    private final ObjectMapper json;

    EntryResource(
            Curation curation, Entries entries, Idempotency idempotency, CurrentAccount current, ObjectMapper json) {
        this.curation = curation;
        this.entries = entries;
        this.idempotency = idempotency;
        this.current = current;
        this.json = json;
    }

    @GET
    @Operation(summary = "查找知识条目", description = "最近修改的在前；query 在标准问题、答案和编号中查找，topic 按开头匹配。")
    @APIResponse(responseCode = "200", description = "一页条目")
    @APIResponse(responseCode = "400", description = "参数有误")
    public EntryPage list(
            @QueryParam("query") @Parameter(description = "要查找的文字，不超过 200 个字", example = "增值税") @Nullable String query,
            @QueryParam("state") @Parameter(description = "DRAFT、IN_REVIEW、PUBLISHED 或 RETIRED") @Nullable String state,
            @QueryParam("topic") @Parameter(description = "主题的开头", example = "增值税/") @Nullable String topic,
            @QueryParam("page") @Parameter(schema = @Schema(type = SchemaType.INTEGER, defaultValue = "0")) @Nullable
                    String page,
            @QueryParam("size") @Parameter(schema = @Schema(type = SchemaType.INTEGER, defaultValue = "20")) @Nullable
                    String size) {
        var found = entries.list(EntryFilter.of(query, state, topic), Inputs.page(page, size));
        return new EntryPage(found.items().stream().map(CuratedEntry::view).toList(), found.total());
    }

    @POST
    @Operation(summary = "新建知识条目", description = "新条目是草稿，提交并由另一人审核后对企业可见。")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            examples = @ExampleObject(name = "entry", value = Examples.ENTRY)))
    @APIResponse(
            responseCode = "201",
            description = "已新建",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = EntryView.class)))
    @APIResponse(responseCode = "400", description = "内容有误，errors 逐项说明")
    @APIResponse(responseCode = "409", description = "编号已被使用，或 Idempotency-Key 用于不同内容")
    public Response create(@HeaderParam("Idempotency-Key") @Nullable String key, @Nullable EntryForm body) {
        var form = Inputs.body(body);
        var entry = EntryRules.require(form);
        var actor = current.actor();
        var created = idempotency.once(
                "knowledge.create:" + actor.id(),
                key,
                form,
                JsonNode.class,
                () -> json.valueToTree(curation.create(entry, actor).view()));
        return Response.created(URI.create("/api/v1/knowledge/entries/" + entry.id()))
                .entity(created)
                .build();
    }

    @GET
    @Path("{id}")
    @Operation(summary = "读取知识条目", description = "最新的内容及其状态；publishedVersion 是企业正在看到的版本。")
    @APIResponse(responseCode = "200", description = "条目")
    @APIResponse(responseCode = "404", description = "没有这个条目")
    public EntryView get(@PathParam("id") String id) {
        return entries.find(EntryInputs.entry(id))
                .orElseThrow(Curation::unknown)
                .view();
    }

    @PUT
    @Path("{id}")
    @Operation(summary = "修改知识条目", description = "产生新的草稿；已发布的版本在新版审核通过前仍对企业可见。须带所见的 version。")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            examples = @ExampleObject(name = "entry", value = Examples.CHANGED_ENTRY)))
    @APIResponse(responseCode = "200", description = "已修改")
    @APIResponse(responseCode = "400", description = "内容有误，errors 逐项说明")
    @APIResponse(responseCode = "404", description = "没有这个条目")
    @APIResponse(responseCode = "409", description = "version 不是最新（current 为现在的内容），或状态不允许修改")
    public EntryView edit(@PathParam("id") String id, @Nullable EntryForm body) {
        var form = Inputs.body(body);
        var entry = EntryInputs.entry(id);
        Inputs.same("id", id, form.id());
        var version = Inputs.required(form.version());
        return curation.edit(EntryRules.require(form.named(entry)), version, current.actor())
                .view();
    }

    @DELETE
    @Path("{id}")
    @Operation(summary = "删除知识条目", description = "从未发布的删除；发布过的停用，历史版本保留。")
    @APIResponse(responseCode = "204", description = "已删除或停用")
    @APIResponse(responseCode = "404", description = "没有这个条目")
    @APIResponse(responseCode = "409", description = "version 不是最新")
    public void remove(
            @PathParam("id") String id,
            @QueryParam("version")
                    @Parameter(description = "所见的 version，可不填", schema = @Schema(type = SchemaType.INTEGER))
                    @Nullable
                    String version) {
        curation.remove(EntryInputs.entry(id), Inputs.version(version), current.actor());
    }
}
