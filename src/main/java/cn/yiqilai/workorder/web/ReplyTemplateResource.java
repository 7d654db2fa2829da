package cn.yiqilai.workorder.web;

import static cn.yiqilai.access.Role.Names.ADMIN;
import static cn.yiqilai.access.Role.Names.AGENT;
import static cn.yiqilai.access.Role.Names.DEPARTMENT;
import static cn.yiqilai.access.Role.Names.SUPERVISOR;

import cn.yiqilai.platform.FieldChecks;
import cn.yiqilai.platform.web.Inputs;
import cn.yiqilai.workorder.ReplyTemplating;
import cn.yiqilai.workorder.reply.ReplyTemplate;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The city's form of a reply (统一的答复意见模版). */
@Path("/api/v1/reply-template")
@Tag(name = "工单")
@RunOnVirtualThread
@APIResponse(responseCode = "401", description = "没有登录")
@APIResponse(responseCode = "403", description = "角色没有这项权限")
public class ReplyTemplateResource {
    private static final Pattern KEY = Pattern.compile("[a-z0-9-]{1,40}");
    private static final int MOST_FIELDS = 20;

    /** @param fields 1..20, in the order in which they are read */
    @Schema(name = "ReplyTemplate")
    public record TemplateView(int version, String name, List<ReplyTemplate.Field> fields) {
        static TemplateView of(ReplyTemplate template) {
            return new TemplateView(template.version(), template.name(), template.fields());
        }
    }

    /** @param version the one that was seen */
    @Schema(
            name = "ChangeReplyTemplate",
            requiredProperties = {"version", "name", "fields"})
    public record TemplateForm(
            @Nullable Integer version,
            @Nullable String name,
            @Nullable List<@Nullable FieldForm> fields) {}

    @Schema(
            name = "ChangeReplyTemplateField",
            requiredProperties = {"key", "heading"})
    public record FieldForm(
            @Nullable String key,
            @Nullable String heading,
            @Nullable String hint,
            @Nullable Boolean required) {}

    private final ReplyTemplating templating;
    private final CurrentOfficer officer;

    ReplyTemplateResource(ReplyTemplating templating, CurrentOfficer officer) {
        this.templating = templating;
        this.officer = officer;
    }

    @GET
    @RolesAllowed({AGENT, DEPARTMENT, SUPERVISOR, ADMIN})
    @Operation(summary = "答复模版", description = "拟写答复时按 fields 逐项填写；required 的不可缺。")
    @APIResponse(responseCode = "200", description = "现行的模版")
    public TemplateView get() {
        return TemplateView.of(templating.current());
    }

    @PUT
    @RolesAllowed(SUPERVISOR)
    @Operation(summary = "修改答复模版", description = "须带所见的 version；此后拟写的答复按新的模版，已有的答复不变。")
    @APIResponse(responseCode = "200", description = "已修改")
    @APIResponse(responseCode = "409", description = "version 不是最新；current 为现行的模版")
    public TemplateView change(@Nullable TemplateForm body) {
        var form = Inputs.body(body);
        var checks = Forms.checks();
        var seen = form.version();
        if (seen == null || seen < 1) {
            checks.refuse("version", "field.version-required");
        }
        var name = checks.required("name", form.name(), 1, 60);
        var fields = fields(checks, form.fields());
        checks.throwIfAny();
        return TemplateView.of(templating.change(seen == null ? 0 : seen, name, fields, officer.get()));
    }

    private static List<ReplyTemplate.Field> fields(FieldChecks checks, @Nullable List<@Nullable FieldForm> raw) {
        if (raw == null || raw.isEmpty()) {
            checks.refuse("fields", "field.required");
            return List.of();
        }
        if (raw.size() > MOST_FIELDS) {
            checks.refuse("fields", "field.list-too-long", String.valueOf(MOST_FIELDS));
            return List.of();
        }
        var fields = new ArrayList<ReplyTemplate.Field>();
        var keys = new HashSet<String>();
        for (var i = 0; i < raw.size(); i++) {
            var path = "fields." + i;
            var field = field(checks, path, raw.get(i));
            if (!keys.add(field.key())) {
                checks.refuse(path + ".key", "workorder.template-key-twice");
            }
            fields.add(field);
        }
        return fields;
    }

    private static ReplyTemplate.Field field(FieldChecks checks, String path, @Nullable FieldForm raw) {
        var form = raw == null ? new FieldForm(null, null, null, null) : raw;
        var key = checks.required(path + ".key", form.key(), 1, 40);
        if (!key.isEmpty() && !KEY.matcher(key).matches()) {
            checks.refuse(path + ".key", "workorder.template-key");
        }
        return new ReplyTemplate.Field(
                key,
                checks.required(path + ".heading", form.heading(), 1, 40),
                checks.optional(path + ".hint", form.hint(), 200),
                Boolean.TRUE.equals(form.required()));
    }
}
