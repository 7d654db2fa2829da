package cn.yiqilai.channel.chat;

import cn.yiqilai.access.web.TokenSchemes;
import cn.yiqilai.channel.chat.Opening.Opened;
import cn.yiqilai.city.Kind;
import cn.yiqilai.city.Step;
import cn.yiqilai.conversation.ChannelKind;
import cn.yiqilai.conversation.Conversation;
import cn.yiqilai.conversation.Incoming;
import cn.yiqilai.conversation.Rating;
import cn.yiqilai.conversation.Ratings;
import cn.yiqilai.conversation.Transcript;
import cn.yiqilai.conversation.UtteranceText;
import cn.yiqilai.handoff.ContactFacts;
import cn.yiqilai.handoff.Handoffs;
import cn.yiqilai.platform.FieldChecks;
import cn.yiqilai.platform.Problem;
import cn.yiqilai.platform.Shanghai;
import cn.yiqilai.platform.web.ClientAddress;
import cn.yiqilai.turn.Turns;
import cn.yiqilai.workorder.FilingRequest;
import cn.yiqilai.workorder.Promises;
import cn.yiqilai.workorder.Registration;
import cn.yiqilai.workorder.WorkOrder;
import cn.yiqilai.workorder.clock.Deadline;
import cn.yiqilai.workorder.web.WorkOrderView.DeadlineView;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** A conversation, for whoever holds its token. */
@Path("/api/v1/conversations")
@Tag(name = "会话", description = ConversationResource.ABOUT)
@RunOnVirtualThread
public class ConversationResource {
    static final String ABOUT = """
            企业与服务的对话。刷新、断网、重启后凭编号与令牌继续；没有令牌或令牌不对，会话就不存在（404）。

            **实时消息**：WebSocket `GET /api/v1/conversations/{id}/stream?token=令牌&after=编号`。\
            浏览器的 WebSocket 不能带请求头，令牌因此写在地址里。连上后先补发编号大于 `after` 的消息（不填为 0），\
            之后每有一条就发一条，按编号从小到大，不重复、无遗漏：

            ```json
            {"seq":7,"type":"MESSAGE","message":{"seq":7,"speaker":"ASSISTANT","text":"…"}}
            ```

            `message` 的形式同“已说的内容”。客户端不发内容，发来的一律忽略；断开后带着最后的 `seq` 重连。\
            会话不存在或令牌不对时，以 4404 关闭；30 秒没有回应 ping 的，以 4408 关闭。""";

    @Schema(name = "Say", requiredProperties = "text")
    public record Said(
            @Schema(minLength = 1, maxLength = 500) @Nullable
            String text,

            @Nullable String clientMessageId,
            @Nullable String option) {}

    @Schema(name = "HandoffWish")
    public record Wish(
            @Schema(minLength = 1, maxLength = ContactFacts.LONGEST_REASON) @Nullable
            String reason) {}

    @Schema(
            name = "LeaveMessage",
            requiredProperties = {"kind", "description"})
    public record Order(
            @Schema(implementation = Kind.class) @Nullable String kind,

            @Schema(minLength = 1, maxLength = 4000) @Nullable
            String description,

            @Nullable String contact,
            @Nullable String phone) {}

    /**
     * @param dueAt until when the enterprise shall have its reply; null until a unit has the order
     * @param deadlines what the city's rules promise; those that are counted from the dispatch have no due time yet
     */
    @Schema(name = "FiledWorkOrder")
    public record Filed(
            @Schema(format = "uuid") String id,
            String number,
            String tag,
            @Schema(format = "date-time") @Nullable String dueAt,
            List<DeadlineView> deadlines) {}

    @Schema(name = "Rate", requiredProperties = "grade")
    public record Rated(
            @Schema(minimum = "1", maximum = "5") @Nullable Integer grade,
            @Nullable String comment) {}

    @Schema(name = "MessageList")
    public record Messages(List<MessageView> items, long total) {}

    @Schema(name = "Rating")
    public record Graded(int grade) {}

    private final Opening opening;
    private final Holder holder;
    private final Turns turns;
    private final Handoffs handoffs;
    private final Transcript transcript;
    private final Ratings ratings;
    private final Promises promises;
    private final ObjectMapper json;
    private final AskGate gate;
    private final ClientAddress address;

    ConversationResource(
            Opening opening,
            Holder holder,
            Turns turns,
            Handoffs handoffs,
            Transcript transcript,
            Ratings ratings,
            Promises promises,
            ObjectMapper json,
            AskGate gate,
            ClientAddress address) {
        this.opening = opening;
        this.holder = holder;
        this.turns = turns;
        this.handoffs = handoffs;
        this.transcript = transcript;
        this.ratings = ratings;
        this.promises = promises;
        this.json = json;
        this.gate = gate;
        this.address = address;
    }

    @POST
    @Operation(summary = "开始会话", description = "返回会话编号、令牌和问候语；以下操作都需要该令牌。")
    @RequestBody(required = false)
    @APIResponse(
            responseCode = "201",
            description = "已开始",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Opened.class)))
    @APIResponse(responseCode = "400", description = "渠道、地区或企业信息有误")
    public Response open(Opening.@Nullable Wanted wanted) {
        Opened opened = opening.open(wanted);
        return Response.status(201).entity(opened).build();
    }

    @POST
    @Path("{id}/messages")
    @SecurityRequirement(name = TokenSchemes.CONVERSATION)
    @Operation(
            summary = "说一句话",
            description = "同一 clientMessageId 只算一条消息，得到同一个答复。人工接入后机器人不再答复：返回的是这条消息本身，handoff 为接入状态。")
    @APIResponse(responseCode = "200", description = "答复；人工接入后为这条消息本身")
    @APIResponse(responseCode = "400", description = "文字为空、过长或有误")
    @APIResponse(responseCode = "404", description = "没有这个会话，或令牌不对")
    @APIResponse(responseCode = "429", description = "请求过多")
    @APIResponse(responseCode = "503", description = "暂时不可用，内容未提交")
    public MessageView say(
            @PathParam("id") String id,
            @Parameter(hidden = true) @HeaderParam("Authorization") @Nullable String authorization,
            @Nullable Said said,
            RoutingContext client) {
        return gate.say(address.of(client), said == null ? null : said.text(), () -> answer(id, authorization, said));
    }

    private MessageView answer(String id, @Nullable String authorization, @Nullable Said said) {
        var conversation = conversation(id, authorization);
        if (said == null) {
            throw Problem.invalid("request.not-json").asException();
        }
        var incoming = new Incoming(text(said.text()), said.clientMessageId());
        var exchange = turns.take(conversation, incoming, Optional.ofNullable(said.option()));
        var reply = exchange.reply();
        return reply == null
                ? MessageView.of(
                        exchange.question(), turns.handoff(conversation.id()).orElse(null), json)
                : MessageView.of(reply, json);
    }

    @GET
    @Path("{id}/messages")
    @SecurityRequirement(name = TokenSchemes.CONVERSATION)
    @Operation(summary = "已说的内容", description = "编号大于 after 的消息，按顺序，无遗漏。")
    @APIResponse(responseCode = "200", description = "消息")
    @APIResponse(responseCode = "400", description = "after 不是数字")
    @APIResponse(responseCode = "404", description = "没有这个会话，或令牌不对")
    public Messages messages(
            @PathParam("id") String id,
            @Parameter(hidden = true) @HeaderParam("Authorization") @Nullable String authorization,
            @Parameter(schema = @Schema(type = SchemaType.INTEGER, minimum = "0"))
                    @QueryParam("after")
                    @DefaultValue("0")
                    String after) {
        var conversation = conversation(id, authorization);
        var items = transcript.after(conversation.id(), number(after), Transcript.MOST).stream()
                .map(message -> MessageView.of(message, json))
                .toList();
        return new Messages(items, conversation.lastSeq());
    }

    @POST
    @Path("{id}/handoff")
    @SecurityRequirement(name = TokenSchemes.CONVERSATION)
    @Operation(
            summary = "转人工",
            description = "进入专席队列，handoff 为状态、位次和预计等待时间（不知道时为 null）；没有坐席在线或不在服务时间时登记工单。reason 为企业自己的话，坐席看得到。重复请求不重复排队。")
    @RequestBody(required = false)
    @APIResponse(responseCode = "200", description = "排队情况，或工单编号")
    @APIResponse(responseCode = "400", description = "reason 过长或有误")
    @APIResponse(responseCode = "404", description = "没有这个会话，或令牌不对")
    public MessageView handoff(
            @PathParam("id") String id,
            @Parameter(hidden = true) @HeaderParam("Authorization") @Nullable String authorization,
            @Nullable Wish wish) {
        var conversation = conversation(id, authorization);
        var checks = new FieldChecks("handoff.invalid");
        var reason = checks.optionalText("reason", wish == null ? null : wish.reason(), ContactFacts.LONGEST_REASON);
        checks.throwIfAny();
        return MessageView.of(turns.askForPerson(conversation, reason), json);
    }

    @DELETE
    @Path("{id}/handoff")
    @SecurityRequirement(name = TokenSchemes.CONVERSATION)
    @Operation(summary = "取消排队", description = "不再等待人工；没有在排队，或人工已接入的，没有变化。")
    @APIResponse(responseCode = "204", description = "不在队列中")
    @APIResponse(responseCode = "404", description = "没有这个会话，或令牌不对")
    public void cancelHandoff(
            @PathParam("id") String id,
            @Parameter(hidden = true) @HeaderParam("Authorization") @Nullable String authorization) {
        handoffs.cancel(conversation(id, authorization).id());
    }

    @POST
    @Path("{id}/work-orders")
    @SecurityRequirement(name = TokenSchemes.CONVERSATION)
    @Operation(summary = "留言登记工单", description = "返回工单编号和按规则应有的时限。转人工时已登记、还没有联系电话的同类工单，由留言补充，不另登记。接受 Idempotency-Key。")
    @APIResponse(
            responseCode = "200",
            description = "已补充到转人工时登记的工单",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Filed.class)))
    @APIResponse(
            responseCode = "201",
            description = "已登记",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Filed.class)))
    @APIResponse(responseCode = "400", description = "内容有误，errors 逐项说明")
    @APIResponse(responseCode = "404", description = "没有这个会话，或令牌不对")
    public Response order(
            @PathParam("id") String id,
            @Parameter(hidden = true) @HeaderParam("Authorization") @Nullable String authorization,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @Nullable Order order) {
        var conversation = conversation(id, authorization);
        if (order == null) {
            throw Problem.invalid("request.not-json").asException();
        }
        var request = new FilingRequest(
                kind(order.kind()),
                Set.of(),
                required("description", order.description()),
                order.contact(),
                order.phone(),
                null,
                null,
                conversation.id(),
                null);
        var outcome = turns.leave(conversation, request, key);
        return Response.status(outcome instanceof Registration.Outcome.Filed ? 201 : 200)
                .entity(filed(outcome.order()))
                .build();
    }

    @POST
    @Path("{id}/ratings")
    @SecurityRequirement(name = TokenSchemes.CONVERSATION)
    @Operation(summary = "评价", description = "5 非常满意，4 满意，3 基本满意，2 不满意，1 非常不满意。")
    @APIResponse(
            responseCode = "201",
            description = "已记录",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Graded.class)))
    @APIResponse(responseCode = "400", description = "等级须为 1 到 5")
    @APIResponse(responseCode = "404", description = "没有这个会话，或令牌不对")
    public Response rate(
            @PathParam("id") String id,
            @Parameter(hidden = true) @HeaderParam("Authorization") @Nullable String authorization,
            @Nullable Rated rated) {
        var conversation = conversation(id, authorization);
        var grade = rated == null || rated.grade() == null ? 0 : rated.grade();
        ratings.rate(conversation.id(), new Rating(grade, rated == null ? null : rated.comment()));
        return Response.status(201).entity(new Graded(grade)).build();
    }

    private Conversation conversation(String id, @Nullable String authorization) {
        return holder.byHeader(id, authorization)
                .orElseThrow(() -> Problem.notFound("conversation.unknown").asException());
    }

    private static int number(String after) {
        try {
            return Math.max(0, Integer.parseInt(after));
        } catch (NumberFormatException e) {
            throw Problem.invalidField("after", "conversation.after").asException();
        }
    }

    private static UtteranceText text(@Nullable String raw) {
        return switch (UtteranceText.check(raw)) {
            case UtteranceText.Outcome.Accepted accepted -> accepted.text();
            case UtteranceText.Outcome.Refused refused ->
                throw new Problem(
                                400,
                                "conversation.utterance",
                                refused.error().message(),
                                List.of(refused.error()),
                                Map.of())
                        .asException();
        };
    }

    private static Kind kind(@Nullable String name) {
        return Arrays.stream(Kind.values())
                .filter(kind -> kind.name().equals(name))
                .findFirst()
                .orElseThrow(
                        () -> Problem.invalidField("kind", "conversation.kind").asException());
    }

    private static String required(String field, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw Problem.invalidField(field, "workorder.description").asException();
        }
        return value;
    }

    private Filed filed(WorkOrder order) {
        var deadlines = promises.of(order);
        return new Filed(
                order.id().toString(),
                order.number().value(),
                WorkOrder.TAG,
                dueAt(deadlines),
                deadlines.stream().map(ConversationResource::view).toList());
    }

    private static @Nullable String dueAt(List<Deadline> deadlines) {
        return deadlines.stream()
                .filter(deadline -> deadline.step() == Step.REPLY || deadline.step() == Step.CLOSE)
                .flatMap(deadline -> Optional.ofNullable(deadline.dueAt()).stream())
                .min(Comparator.naturalOrder())
                .map(Shanghai::format)
                .orElse(null);
    }

    private static DeadlineView view(Deadline deadline) {
        return new DeadlineView(
                deadline.step().name(),
                1,
                format(deadline.startedAt()),
                format(deadline.dueAt()),
                deadline.provisional(),
                format(deadline.metAt()),
                format(deadline.stoppedAt()),
                null,
                null,
                deadline.rule(),
                deadline.source(),
                deadline.days());
    }

    private static @Nullable String format(@Nullable Instant at) {
        return at == null ? null : Shanghai.format(at);
    }

    static Optional<ChannelKind> channel(@Nullable String name) {
        return Arrays.stream(ChannelKind.values())
                .filter(kind -> kind.name().equals(name))
                .findFirst();
    }
}
