package cn.yiqilai.handoff.web;

import static cn.yiqilai.access.Role.Names.ADMIN;
import static cn.yiqilai.access.Role.Names.EDITOR;
import static cn.yiqilai.access.Role.Names.REVIEWER;
import static cn.yiqilai.access.Role.Names.SUPERVISOR;

import cn.yiqilai.handoff.Choice;
import cn.yiqilai.handoff.Difference;
import cn.yiqilai.handoff.SuggestionLabel;
import cn.yiqilai.handoff.Suggestions;
import cn.yiqilai.platform.FieldChecks;
import cn.yiqilai.platform.Shanghai;
import cn.yiqilai.platform.web.Inputs;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What agents made of suggestions, for editors. */
@Path("/api/v1/suggestion-labels")
@Tag(name = "知识")
@RunOnVirtualThread
@RolesAllowed({EDITOR, REVIEWER, SUPERVISOR, ADMIN})
@APIResponse(responseCode = "401", description = "没有登录")
@APIResponse(responseCode = "403", description = "角色没有这项权限")
public class SuggestionLabelResource {
    private static final int LONGEST_ID = 80;

    /**
     * @param asked the enterprise's words
     * @param difference what the agent edited
     */
    @Schema(name = "SuggestionLabel")
    public record LabelView(
            long id,
            String asked,
            String entryId,
            int rank,
            double confidence,
            Choice choice,
            @Nullable Difference difference,
            @Nullable String reason,
            @Schema(format = "date-time") String at) {
        static LabelView of(SuggestionLabel label) {
            return new LabelView(
                    label.id(),
                    label.asked(),
                    label.entryId(),
                    label.rank(),
                    label.confidence(),
                    label.choice(),
                    label.difference(),
                    label.reason(),
                    Shanghai.format(label.at()));
        }
    }

    /** @param total how many there are on all pages */
    @Schema(name = "SuggestionLabelPage")
    public record LabelPage(List<LabelView> items, long total) {}

    private final Suggestions suggestions;

    SuggestionLabelResource(Suggestions suggestions) {
        this.suggestions = suggestions;
    }

    @GET
    @Operation(summary = "坐席对推荐答复的取舍", description = "采纳、修改（附改动）或不用，最近的在前：改进知识的依据。")
    @APIResponse(responseCode = "200", description = "一页取舍")
    @APIResponse(responseCode = "400", description = "参数有误")
    public LabelPage list(
            @QueryParam("choice") @Parameter(schema = @Schema(implementation = Choice.class)) @Nullable String choice,
            @QueryParam("entry") @Parameter(description = "条目编号") @Nullable String entry,
            @QueryParam("page") @Parameter(schema = @Schema(type = SchemaType.INTEGER, defaultValue = "0")) @Nullable
                    String page,
            @QueryParam("size") @Parameter(schema = @Schema(type = SchemaType.INTEGER, defaultValue = "20")) @Nullable
                    String size) {
        var checks = new FieldChecks("handoff.invalid");
        var wanted = checks.constant("choice", choice, Choice.class, Map.of());
        var id = checks.optional("entry", entry, LONGEST_ID);
        checks.throwIfAny();
        var found = suggestions.labels(wanted, id, Inputs.page(page, size));
        return new LabelPage(found.items().stream().map(LabelView::of).toList(), found.total());
    }
}
