package cn.yiqilai.handoff.web;

import static cn.yiqilai.access.Role.Names.ADMIN;
import static cn.yiqilai.access.Role.Names.EDITOR;
import static cn.yiqilai.access.Role.Names.REVIEWER;
import static cn.yiqilai.access.Role.Names.SUPERVISOR;

import cn.yiqilai.conversation.Speaker;
import cn.yiqilai.handoff.CapturedAnswer;
import cn.yiqilai.handoff.Captures;
import cn.yiqilai.handoff.ContactId;
import cn.yiqilai.knowledge.EntryId;
import cn.yiqilai.platform.FieldChecks;
import cn.yiqilai.platform.Shanghai;
import cn.yiqilai.platform.web.Inputs;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Where drafts come from that nobody wrote for the knowledge. */
@Path("/api/v1/captured-answers")
@Tag(name = "知识")
@RunOnVirtualThread
@RolesAllowed({EDITOR, REVIEWER, SUPERVISOR, ADMIN})
@APIResponse(responseCode = "401", description = "没有登录")
@APIResponse(responseCode = "403", description = "角色没有这项权限")
public class CapturedAnswerResource {
    private static final int LONGEST_ID = 80;

    /**
     * @param question, answer without anybody's data
     * @param speaker AGENT or SPECIALIST
     * @param joined the entry was there before: it was asked again, maybe in other words
     */
    @Schema(name = "CapturedAnswer")
    public record CapturedView(
            long id,
            String entryId,
            boolean joined,
            String question,
            String answer,
            Speaker speaker,
            @Schema(format = "uuid") String contactId,
            @Schema(format = "uuid") String conversationId,
            int questionSeq,
            int answerSeq,
            @Schema(format = "date-time") String at) {
        static CapturedView of(CapturedAnswer captured) {
            return new CapturedView(
                    captured.id(),
                    captured.entry().value(),
                    captured.joined(),
                    captured.question(),
                    captured.answer(),
                    captured.speaker(),
                    captured.contact().toString(),
                    captured.conversation().toString(),
                    captured.questionSeq(),
                    captured.answerSeq(),
                    Shanghai.format(captured.at()));
        }
    }

    /** @param total how many there are on all pages */
    @Schema(name = "CapturedAnswerPage")
    public record CapturedPage(List<CapturedView> items, long total) {}

    private final Captures captures;

    CapturedAnswerResource(Captures captures) {
        this.captures = captures;
    }

    @GET
    @Operation(
            summary = "归集的答复",
            description = "人工接待结束后，企业的问题和坐席或专员的答复（已去除个人和企业信息）成为知识草稿；问题已有条目或草稿的并入其中（joined）。最近的在前。")
    @APIResponse(responseCode = "200", description = "一页归集的答复")
    @APIResponse(responseCode = "400", description = "参数有误")
    public CapturedPage list(
            @QueryParam("entry") @Parameter(description = "条目编号") @Nullable String entry,
            @QueryParam("contact") @Parameter(description = "接待编号", schema = @Schema(format = "uuid")) @Nullable
                    String contact,
            @QueryParam("page") @Parameter(schema = @Schema(type = SchemaType.INTEGER, defaultValue = "0")) @Nullable
                    String page,
            @QueryParam("size") @Parameter(schema = @Schema(type = SchemaType.INTEGER, defaultValue = "20")) @Nullable
                    String size) {
        var checks = new FieldChecks("handoff.invalid");
        var id = checks.optional("entry", entry, LONGEST_ID);
        if (id != null && !EntryId.isWellFormed(id)) {
            checks.refuse("entry", "knowledge.id");
        }
        var from = checks.optional("contact", contact, LONGEST_ID);
        var wanted = from == null ? null : ContactId.parse(from).orElse(null);
        if (from != null && wanted == null) {
            checks.refuse("contact", "handoff.unknown");
        }
        checks.throwIfAny();
        var found = captures.list(id == null ? null : new EntryId(id), wanted, Inputs.page(page, size));
        return new CapturedPage(found.items().stream().map(CapturedView::of).toList(), found.total());
    }
}
