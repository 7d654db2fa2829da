package cn.yiqilai.studio.web;

import static cn.yiqilai.access.Role.Names.ADMIN;
import static cn.yiqilai.access.Role.Names.EDITOR;
import static cn.yiqilai.access.Role.Names.REVIEWER;
import static cn.yiqilai.access.Role.Names.SUPERVISOR;

import cn.yiqilai.channel.chat.AskedQuestions;
import cn.yiqilai.conversation.ConversationId;
import cn.yiqilai.decision.OperatingPoint;
import cn.yiqilai.platform.Problem;
import cn.yiqilai.platform.ProblemException;
import cn.yiqilai.studio.Explaining;
import cn.yiqilai.studio.Explanation;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Why a question is answered as it is, and why one was. */
@Path("/api/v1/knowledge/explain")
@Tag(name = "知识评测", description = "答案从何而来、答得如何：逐项证据、评测、重新拟合。")
@RunOnVirtualThread
@RolesAllowed({EDITOR, REVIEWER, SUPERVISOR, ADMIN})
@APIResponse(responseCode = "401", description = "没有登录")
@APIResponse(responseCode = "403", description = "角色没有这项权限")
public class ExplainResource {
    private final Explaining explaining;
    private final AskedQuestions questions;

    ExplainResource(Explaining explaining, AskedQuestions questions) {
        this.explaining = explaining;
        this.questions = questions;
    }

    @GET
    @Operation(
            summary = "解释一个问题的答案",
            description = "与 POST /api/v1/ask 的判断完全相同，并列出每个候选的每项证据（取值 × 权重 = 得分贡献，合计为得分；取值为 0 的不列出）、"
                    + "置信度的判据、门槛，以及作出这一决定的规则。不记录任何内容。")
    @APIResponse(responseCode = "200", description = "逐项证据")
    @APIResponse(responseCode = "400", description = "问题为空、过长，或参数有误")
    public Explanation explain(
            @QueryParam("question")
                    @Parameter(required = true, description = "1 到 500 个字", example = "小规模纳税人一个月开票9万要交增值税吗")
                    @Nullable
                    String question,
            @QueryParam("region") @Parameter(description = "提问的地区，默认为所服务的城市", example = "盐城市") @Nullable String region,
            @QueryParam("asOf")
                    @Parameter(
                            description = "基准日，默认为今天",
                            schema = @Schema(type = SchemaType.STRING, format = "date"),
                            example = "2026-11-20")
                    @Nullable
                    String asOf,
            @QueryParam("operatingPoint")
                    @Parameter(description = "为谁作决定，默认 PUBLIC", schema = @Schema(implementation = OperatingPoint.class))
                    @Nullable
                    String operatingPoint) {
        return explaining.explain(questions.of(question, region, asOf, operatingPoint));
    }

    @GET
    @Path("{conversation}/{seq}")
    @Operation(summary = "解释会话中的一次答复", description = "企业那句话（序号 seq）当时的证据，按当时的模型；那个模型已不在时不列出权重。不含企业的名称与联系方式。")
    @APIResponse(responseCode = "200", description = "当时的证据")
    @APIResponse(responseCode = "404", description = "没有这个会话或序号，或这句话没有经过检索")
    public Explanation explainTurn(
            @PathParam("conversation") @Parameter(description = "会话的 id") String conversation,
            @PathParam("seq") @Parameter(description = "企业那句话的序号", schema = @Schema(type = SchemaType.INTEGER))
                    String seq) {
        return ConversationId.parse(conversation)
                .flatMap(id -> number(seq).flatMap(known -> explaining.explain(id, known)))
                .orElseThrow(ExplainResource::unknown);
    }

    private static Optional<Integer> number(String seq) {
        try {
            return Optional.of(Integer.valueOf(seq));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static ProblemException unknown() {
        return Problem.notFound("studio.explain.unknown").asException();
    }
}
