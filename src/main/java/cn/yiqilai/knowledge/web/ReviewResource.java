package cn.yiqilai.knowledge.web;

import static cn.yiqilai.access.Role.Names.ADMIN;
import static cn.yiqilai.access.Role.Names.EDITOR;
import static cn.yiqilai.access.Role.Names.REVIEWER;

import cn.yiqilai.access.Actor;
import cn.yiqilai.access.web.CurrentAccount;
import cn.yiqilai.knowledge.Curation;
import cn.yiqilai.knowledge.Entries;
import cn.yiqilai.knowledge.Entry;
import cn.yiqilai.knowledge.EntryView;
import cn.yiqilai.platform.Problem;
import cn.yiqilai.platform.Shanghai;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The way of an entry to the enterprises and back, one operation a step. */
@Path("/api/v1/knowledge/entries/{id}")
@Tag(name = "知识库")
@RunOnVirtualThread
@RolesAllowed({EDITOR, REVIEWER, ADMIN})
@APIResponse(responseCode = "401", description = "没有登录")
@APIResponse(responseCode = "403", description = "角色没有这项权限")
@APIResponse(responseCode = "404", description = "没有这个条目")
public class ReviewResource {
    /**
     * @param version the one that was seen; null = whatever it is
     * @param comment why it is sent back
     */
    @Schema(name = "ReviewStep")
    public record Deed(@Nullable Long version, @Nullable String comment) {
        private static final Deed PLAIN = new Deed(null, null);
    }

    /**
     * One content that the entry had.
     *
     * @param state {@code REPLACED} when a newer one took its place
     * @param author whose work it is, by id
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    @Schema(name = "EntryVersion")
    public record VersionView(
            int number,
            String state,
            Entry content,
            String author,
            @Nullable String reviewer,
            @Nullable String comment,
            @Schema(format = "date-time") String writtenAt,
            @Schema(format = "date-time") @Nullable String approvedAt) {
        static VersionView of(Entries.StoredVersion stored) {
            var version = stored.version();
            return new VersionView(
                    version.number(),
                    stored.state(),
                    version.content(),
                    version.author().id(),
                    idOf(version.reviewer()),
                    version.comment(),
                    Shanghai.format(version.writtenAt()),
                    format(version.approvedAt()));
        }

        private static @Nullable String idOf(@Nullable Actor actor) {
            return actor == null ? null : actor.id();
        }

        private static @Nullable String format(@Nullable Instant instant) {
            return instant == null ? null : Shanghai.format(instant);
        }
    }

    @Schema(name = "EntryVersionList")
    public record Versions(List<VersionView> items, long total) {}

    private final Curation curation;
    private final Entries entries;
    private final CurrentAccount current;
    private final ObjectMapper json;

    ReviewResource(Curation curation, Entries entries, CurrentAccount current, ObjectMapper json) {
        this.json = json;
        this.curation = curation;
        this.entries = entries;
        this.current = current;
    }

    @GET
    @Path("versions")
    @Operation(summary = "条目的历史版本", description = "新的在前。")
    @APIResponse(responseCode = "200", description = "全部版本")
    public Versions versions(@PathParam("id") String id) {
        var versions = entries.versions(EntryInputs.entry(id));
        if (versions.isEmpty()) {
            throw Curation.unknown();
        }
        return new Versions(versions.stream().map(VersionView::of).toList(), versions.size());
    }

    @POST
    @Path("submit")
    @Operation(summary = "提交审核", description = "草稿 → 待审核。")
    @Consumes(MediaType.WILDCARD)
    @RequestBody(
            required = false,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Deed.class),
                            examples = @ExampleObject(name = "deed", value = Examples.DEED)))
    @APIResponse(responseCode = "200", description = "已提交")
    @APIResponse(responseCode = "409", description = "version 不是最新，或状态不允许")
    public EntryView submit(@PathParam("id") String id, @Nullable String deed) {
        return curation.submit(EntryInputs.entry(id), given(deed).version(), current.actor())
                .view();
    }

    @POST
    @Path("approve")
    @RolesAllowed({REVIEWER, ADMIN})
    @Operation(summary = "审核通过并发布", description = "待审核 → 已发布；须由作者以外的人审核。")
    @Consumes(MediaType.WILDCARD)
    @RequestBody(
            required = false,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Deed.class),
                            examples = @ExampleObject(name = "deed", value = Examples.DEED)))
    @APIResponse(responseCode = "200", description = "已发布")
    @APIResponse(responseCode = "409", description = "version 不是最新，或状态不允许")
    public EntryView approve(@PathParam("id") String id, @Nullable String deed) {
        return curation.approve(EntryInputs.entry(id), given(deed).version(), current.actor())
                .view();
    }

    @POST
    @Path("send-back")
    @RolesAllowed({REVIEWER, ADMIN})
    @Operation(summary = "退回修改", description = "待审核 → 草稿；须说明原因。")
    @Consumes(MediaType.WILDCARD)
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Deed.class),
                            examples = @ExampleObject(name = "deed", value = Examples.SEND_BACK)))
    @APIResponse(responseCode = "200", description = "已退回")
    @APIResponse(responseCode = "400", description = "没有说明原因")
    @APIResponse(responseCode = "409", description = "version 不是最新，或状态不允许")
    public EntryView sendBack(@PathParam("id") String id, @Nullable String deed) {
        var given = given(deed);
        return curation.sendBack(EntryInputs.entry(id), given.version(), given.comment(), current.actor())
                .view();
    }

    @POST
    @Path("retire")
    @Operation(summary = "停用", description = "不再用于回答；历史版本保留。")
    @Consumes(MediaType.WILDCARD)
    @RequestBody(
            required = false,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Deed.class),
                            examples = @ExampleObject(name = "deed", value = Examples.DEED)))
    @APIResponse(responseCode = "200", description = "已停用")
    @APIResponse(responseCode = "409", description = "version 不是最新，或状态不允许")
    public EntryView retire(@PathParam("id") String id, @Nullable String deed) {
        return curation.retire(EntryInputs.entry(id), given(deed).version(), current.actor())
                .view();
    }

    @POST
    @Path("restore")
    @Operation(summary = "恢复为草稿", description = "已停用 → 草稿，内容为停用前最后的内容。")
    @Consumes(MediaType.WILDCARD)
    @RequestBody(
            required = false,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Deed.class),
                            examples = @ExampleObject(name = "deed", value = Examples.DEED)))
    @APIResponse(responseCode = "200", description = "已恢复为草稿")
    @APIResponse(responseCode = "409", description = "version 不是最新，或状态不允许")
    public EntryView restore(@PathParam("id") String id, @Nullable String deed) {
        return curation.restore(EntryInputs.entry(id), given(deed).version(), current.actor())
                .view();
    }

    /** Read by hand, so that a step without a body needs no content type either. */
    private Deed given(@Nullable String body) {
        if (body == null || body.isBlank()) {
            return Deed.PLAIN;
        }
        try {
            var deed = json.readValue(body, Deed.class);
            return deed == null ? Deed.PLAIN : deed;
        } catch (JsonMappingException e) {
            throw Problem.invalidField("version", "field.version-required").asException();
        } catch (JsonProcessingException e) {
            throw Problem.invalid("request.not-json").asException();
        }
    }
}
