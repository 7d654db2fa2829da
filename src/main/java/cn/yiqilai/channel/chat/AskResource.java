package cn.yiqilai.channel.chat;

import cn.yiqilai.access.Role;
import cn.yiqilai.access.web.CurrentAccount;
import cn.yiqilai.decision.OperatingPoint;
import cn.yiqilai.platform.Problem;
import cn.yiqilai.platform.web.ClientAddress;
import cn.yiqilai.turn.Reply;
import cn.yiqilai.turn.ReplyWriter;
import cn.yiqilai.turn.Thinking;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.util.EnumSet;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** One question, no conversation, no side effect. */
@Path("/api/v1/ask")
@Tag(name = "问答", description = "无须登录。给出答案与来源；没有把握时如实说明，并列出相近的条目。")
@RunOnVirtualThread
public class AskResource {
    private static final int DEFAULT_LIMIT = 3;
    private static final int HIGHEST_LIMIT = 20;

    /** Whose trade it is to judge a suggestion. */
    private static final Set<Role> JUDGES =
            EnumSet.of(Role.AGENT, Role.SPECIALIST, Role.EDITOR, Role.REVIEWER, Role.SUPERVISOR, Role.ADMIN);

    /** Only {@code question} is required. */
    @Schema(name = "Ask", requiredProperties = "question")
    public record Ask(
            @Schema(minLength = 1, maxLength = 500) @Nullable
            String question,

            @Nullable String region,

            @Schema(format = "date", examples = "2026-11-20") @Nullable
            String asOf,

            @Schema(minimum = "1", maximum = "20", defaultValue = "3") @Nullable
            Integer limit,

            @Schema(implementation = OperatingPoint.class) @Nullable
            String operatingPoint) {}

    private final Thinking thinking;
    private final ReplyWriter writer;
    private final Reception reception;
    private final AskGate gate;
    private final ClientAddress address;
    private final AskedQuestions questions;
    private final CurrentAccount account;

    AskResource(
            Thinking thinking,
            ReplyWriter writer,
            Reception reception,
            AskGate gate,
            ClientAddress address,
            AskedQuestions questions,
            CurrentAccount account) {
        this.thinking = thinking;
        this.writer = writer;
        this.reception = reception;
        this.gate = gate;
        this.address = address;
        this.questions = questions;
        this.account = account;
    }

    @POST
    @Operation(
            summary = "提一个问题",
            description = "返回决定、置信度、答案与来源。不记录任何内容。一次问了两三件事的，逐一答复：每条答案带 part（第几问），"
                    + "先列各问的最佳答案，总数不超过 limit，但各问至少一条；没有把握的一问列在 unanswered。"
                    + "operatingPoint 为 AGENT 时按坐席的宽松门槛给出建议，须以工作人员身份登录。")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            examples = {
                                @ExampleObject(
                                        name = "增值税",
                                        value =
                                                "{\"question\":\"小规模纳税人一个月开票9万要交增值税吗\",\"region\":\"盐城市\",\"limit\":3}"),
                                @ExampleObject(
                                        name = "两个问题",
                                        value = "{\"question\":\"新招的员工多久要签书面劳动合同？另外试用期工资最低给多少？\"}")
                            }))
    @APIResponse(responseCode = "200", description = "决定与答案")
    @APIResponse(responseCode = "400", description = "问题为空、过长，或字段有误")
    @APIResponse(responseCode = "403", description = "AGENT 工作点只供登录的工作人员使用")
    @APIResponse(responseCode = "429", description = "请求过多")
    public Reply ask(@Nullable Ask ask, RoutingContext client) {
        if (ask == null) {
            throw Problem.invalid("request.not-json").asException();
        }
        var question = questions.of(ask.question(), ask.region(), ask.asOf(), ask.operatingPoint());
        if (question.point() == OperatingPoint.AGENT && !judges()) {
            throw Problem.of(403, "access.forbidden").asException();
        }
        var limit = limit(ask.limit());
        return reception.serve(
                client, () -> gate.ask(address.of(client), () -> writer.write(thinking.think(question), limit)));
    }

    private boolean judges() {
        return account.find().stream().flatMap(one -> one.roles().stream()).anyMatch(JUDGES::contains);
    }

    private static int limit(@Nullable Integer limit) {
        if (limit == null) {
            return DEFAULT_LIMIT;
        }
        if (limit < 1 || limit > HIGHEST_LIMIT) {
            throw Problem.invalidField("limit", "ask.limit").asException();
        }
        return limit;
    }
}
