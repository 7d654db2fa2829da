package cn.yiqilai.handoff.web;

import static cn.yiqilai.access.Role.Names.ADMIN;
import static cn.yiqilai.access.Role.Names.AGENT;
import static cn.yiqilai.access.Role.Names.SUPERVISOR;

import cn.yiqilai.access.Account;
import cn.yiqilai.access.web.CurrentAccount;
import cn.yiqilai.conversation.Transcript;
import cn.yiqilai.handoff.ContactId;
import cn.yiqilai.handoff.ContactRecords;
import cn.yiqilai.handoff.Contacts;
import cn.yiqilai.handoff.Floor;
import cn.yiqilai.handoff.Floor.Destination;
import cn.yiqilai.handoff.Floor.Picked;
import cn.yiqilai.handoff.Floor.Saying;
import cn.yiqilai.handoff.Packets;
import cn.yiqilai.handoff.Suggestions;
import cn.yiqilai.handoff.web.ContactViews.ContactView;
import cn.yiqilai.handoff.web.ContactViews.MessageLine;
import cn.yiqilai.handoff.web.ContactViews.PacketView;
import cn.yiqilai.handoff.web.ContactViews.SuggestionView;
import cn.yiqilai.platform.FieldChecks;
import cn.yiqilai.platform.Problem;
import cn.yiqilai.platform.web.Inputs;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Contacts: what waits, what one has, and what one does with it. */
@Path("/api/v1/contacts")
@Tag(name = "接待", description = ContactResource.ABOUT)
@RunOnVirtualThread
@RolesAllowed({AGENT, SUPERVISOR, ADMIN})
@APIResponse(responseCode = "401", description = "没有登录")
@APIResponse(responseCode = "403", description = "角色没有这项权限")
public class ContactResource {
    static final String ABOUT = """
            要人工、正由人工或曾由人工服务的会话。坐席只看得到自己专席的，别的专席的如同不存在（404）；督办和管理员看得到全部。\
            一次接待同一时间只有一名坐席：后到的得到 409，owner 为已接入的坐席。

            **实时**：WebSocket `GET /api/v1/contacts/stream?after=编号`，以登录的 Cookie 或 Authorization 连接。连上先收到 READY，\
            其 `seq` 为起点（不填 after 时为当前最后的编号），之后本专席每发生一件事就收到一条，编号只增不减、不重复、无遗漏：

            ```json
            {"seq":41,"type":"MESSAGE","at":"2026-03-10T10:00:00+08:00","contactId":"…","desk":"general","agentId":null,
             "detail":{"seq":"7"},"message":{"seq":7,"speaker":"ENTERPRISE","text":"…","at":"…"}}
            ```

            政策专员连接同一地址：呼叫自己的邀请（SPECIALIST_RINGING，detail.invitation 为编号）、转呼（SPECIALIST_PASSED）、取消，\
            以及加入之后、退出之前这次接待中发生的事。

            客户端发来的任何内容都算“我还在”（同 `POST /api/v1/presence/heartbeat`）；发来 `typing 接待编号` 的，企业看到坐席正在输入。\
            企业正在输入时，接待它的坐席收到没有编号的 `{"type":"TYPING","contactId":"…"}`，不补发。断开后带着最后的 `seq` 重连。\
            退出登录或登录过期时以 4401 关闭，不再有这里的角色时以 4403 关闭。""";

    private static final int LONGEST_NOTE = 2000;
    private static final int LONGEST_NAME = 128;
    private static final Pattern CLIENT_MESSAGE_ID = Pattern.compile("[\\x21-\\x7E]{1,128}");

    /** @param total how many there are on all pages */
    @Schema(name = "ContactPage")
    public record ContactPage(List<ContactView> items, long total) {}

    @Schema(name = "SuggestionList")
    public record SuggestionsView(List<SuggestionView> items, long total) {}

    /** @param seq the enterprise's message it was made for */
    @Schema(
            name = "PickedSuggestion",
            requiredProperties = {"seq", "entryId"})
    public record PickedForm(
            @Nullable Integer seq, @Nullable String entryId) {}

    /** @param suggestion what it was made from; none for one's own words */
    @Schema(name = "SayAsAgent", requiredProperties = "text")
    public record SayForm(
            @Schema(minLength = 1, maxLength = 20_000) @Nullable
            String text,

            @Nullable String clientMessageId,
            @Nullable PickedForm suggestion) {}

    /** @param agent id of a colleague who works there; none: whoever is free */
    @Schema(name = "TransferContact")
    public record TransferForm(
            @Nullable String desk, @Nullable String agent) {}

    @Schema(name = "HandBackContact", requiredProperties = "summary")
    public record HandBackForm(@Nullable String summary) {}

    @Schema(name = "EndContact")
    public record EndForm(@Nullable String note) {}

    @Schema(name = "NoteContact", requiredProperties = "note")
    public record NoteForm(@Nullable String note) {}

    @Schema(name = "CallBackContact", requiredProperties = "reached")
    public record CallBackForm(@Nullable Boolean reached) {}

    @Schema(
            name = "RejectSuggestion",
            requiredProperties = {"seq", "entryId"})
    public record RejectForm(
            @Nullable Integer seq,
            @Nullable String entryId,
            @Nullable String reason) {}

    private final Contacts contacts;
    private final Packets packets;
    private final Floor floor;
    private final Suggestions suggestions;
    private final ContactViews views;
    private final CurrentAccount current;

    ContactResource(
            Contacts contacts,
            Packets packets,
            Floor floor,
            Suggestions suggestions,
            ContactViews views,
            CurrentAccount current) {
        this.contacts = contacts;
        this.packets = packets;
        this.floor = floor;
        this.suggestions = suggestions;
        this.views = views;
        this.current = current;
    }

    @GET
    @Operation(
            summary = "接待列表",
            description = "queue：WAITING 排队中（按优先级和先后，默认），OPEN 接待中，UNSERVED 未接通待回拨（先到期的在前），OVER 已结束。mine 为 true 时只要自己的。")
    @APIResponse(responseCode = "200", description = "一页接待")
    @APIResponse(responseCode = "400", description = "参数有误")
    @APIResponse(responseCode = "404", description = "没有这个专席，或不在该专席")
    public ContactPage list(
            @QueryParam("queue") @Parameter(schema = @Schema(implementation = ContactRecords.Queue.class)) @Nullable
                    String queue,
            @QueryParam("desk") @Parameter(description = "专席编号") @Nullable String desk,
            @QueryParam("mine") @Parameter(schema = @Schema(type = SchemaType.BOOLEAN)) @Nullable String mine,
            @QueryParam("page") @Parameter(schema = @Schema(type = SchemaType.INTEGER, defaultValue = "0")) @Nullable
                    String page,
            @QueryParam("size") @Parameter(schema = @Schema(type = SchemaType.INTEGER, defaultValue = "20")) @Nullable
                    String size) {
        var checks = new FieldChecks("handoff.invalid");
        var wanted = checks.constant("queue", queue, ContactRecords.Queue.class, Map.of());
        checks.throwIfAny();
        var found = contacts.list(
                Objects.requireNonNullElse(wanted, ContactRecords.Queue.WAITING),
                desk == null || desk.isBlank() ? null : desk,
                Inputs.flag("mine", mine),
                current.get(),
                Inputs.page(page, size));
        return new ContactPage(found.items().stream().map(views::of).toList(), found.total());
    }

    @GET
    @Path("{id}")
    @Operation(
            summary = "接待的全部资料",
            description = "企业问的原话与规范形式、为何没有直接答复、对话全文、推荐答复及把握、企业信息、以往的会话与工单、预填的工单。以往的会话只对身份已核验的企业给出。")
    @APIResponse(responseCode = "200", description = "资料")
    @APIResponse(responseCode = "404", description = "没有这次接待，或属于别的专席")
    public PacketView get(@PathParam("id") String id) {
        return views.of(packets.of(id(id), account()));
    }

    @GET
    @Path("{id}/suggestions")
    @Operation(summary = "推荐答复", description = "seq 为企业的哪一条消息，不填为最近一条有推荐的；把握最大的在前。")
    @APIResponse(responseCode = "200", description = "推荐答复，可能没有")
    @APIResponse(responseCode = "400", description = "seq 不是数字")
    @APIResponse(responseCode = "404", description = "没有这次接待，或属于别的专席")
    public SuggestionsView suggestions(
            @PathParam("id") String id,
            @QueryParam("seq") @Parameter(schema = @Schema(type = SchemaType.INTEGER, minimum = "1")) @Nullable
                    String seq) {
        var conversation = contacts.find(id(id), account()).conversation();
        var found = seq == null || seq.isEmpty()
                ? suggestions.latest(conversation)
                : suggestions.of(conversation, number(seq));
        return new SuggestionsView(found.stream().map(views::of).toList(), found.size());
    }

    @POST
    @Path("{id}/take")
    @RolesAllowed(AGENT)
    @Operation(summary = "接入", description = "排队中的、正在呼叫自己或同事的都可以；已是自己的没有变化。")
    @APIResponse(responseCode = "200", description = "接待")
    @APIResponse(responseCode = "404", description = "没有这次接待，或属于别的专席")
    @APIResponse(responseCode = "409", description = "已由同事接入（owner）、已结束、自己不在线或接待数已满")
    public ContactView take(@PathParam("id") String id) {
        return views.of(floor.take(id(id), account()));
    }

    @POST
    @Path("{id}/messages")
    @RolesAllowed(AGENT)
    @Operation(
            summary = "对企业说",
            description = "以专席的名义。同一 clientMessageId 只算一条。用了推荐答复的带上 suggestion：原样发出记为采纳，改过的连同改动一起记下。")
    @APIResponse(responseCode = "200", description = "发出的消息")
    @APIResponse(responseCode = "404", description = "没有这次接待，或属于别的专席")
    @APIResponse(responseCode = "409", description = "不在自己手上，或 clientMessageId 用于不同内容")
    public MessageLine say(@PathParam("id") String id, @Nullable SayForm body) {
        var form = Inputs.body(body);
        var checks = new FieldChecks("handoff.invalid");
        var text = checks.requiredText("text", form.text(), 1, Transcript.LONGEST_TEXT);
        var name = form.clientMessageId();
        if (name != null && !CLIENT_MESSAGE_ID.matcher(name).matches()) {
            checks.refuse("clientMessageId", "conversation.client-message-id");
        }
        var made = form.suggestion();
        var picked = made == null ? null : picked(checks, "suggestion.", made.seq(), made.entryId());
        checks.throwIfAny();
        return MessageLine.of(floor.say(id(id), new Saying(text, name, picked), account()));
    }

    @POST
    @Path("{id}/hold")
    @RolesAllowed(AGENT)
    @Operation(summary = "请企业稍候", description = "告诉企业正在核实；再说话即恢复。")
    @APIResponse(responseCode = "200", description = "接待")
    @APIResponse(responseCode = "404", description = "没有这次接待，或属于别的专席")
    @APIResponse(responseCode = "409", description = "不在自己手上")
    public ContactView hold(@PathParam("id") String id) {
        return views.of(floor.hold(id(id), account()));
    }

    @POST
    @Path("{id}/resume")
    @RolesAllowed(AGENT)
    @Operation(summary = "恢复接待")
    @APIResponse(responseCode = "200", description = "接待")
    @APIResponse(responseCode = "404", description = "没有这次接待，或属于别的专席")
    @APIResponse(responseCode = "409", description = "不在自己手上")
    public ContactView resume(@PathParam("id") String id) {
        return views.of(floor.resume(id(id), account()));
    }

    @POST
    @Path("{id}/transfer")
    @RolesAllowed(AGENT)
    @Operation(summary = "转接", description = "转到另一专席（按最初的排队时间），或转给某专席的一名坐席（呼叫 20 秒，未接的回到队列）。")
    @APIResponse(responseCode = "200", description = "接待")
    @APIResponse(responseCode = "404", description = "没有这次接待，或属于别的专席")
    @APIResponse(responseCode = "409", description = "不在自己手上，或对方现在不能接入")
    public ContactView transfer(@PathParam("id") String id, @Nullable TransferForm body) {
        var form = Inputs.body(body);
        var checks = new FieldChecks("handoff.invalid");
        var desk = checks.optional("desk", form.desk(), LONGEST_NAME);
        var agent = checks.optional("agent", form.agent(), LONGEST_NAME);
        var colleague = agent == null ? null : uuid(checks, agent);
        checks.throwIfAny();
        return views.of(floor.transfer(id(id), new Destination(desk, colleague), account()));
    }

    @POST
    @Path("{id}/hand-back")
    @RolesAllowed(AGENT)
    @Operation(summary = "交回智能助手", description = "小结给企业看；之前谈的到此为止，之后的提问重新理解。")
    @APIResponse(responseCode = "200", description = "接待")
    @APIResponse(responseCode = "404", description = "没有这次接待，或属于别的专席")
    @APIResponse(responseCode = "409", description = "不在自己手上")
    public ContactView handBack(@PathParam("id") String id, @Nullable HandBackForm body) {
        var checks = new FieldChecks("handoff.invalid");
        var summary = checks.requiredText("summary", Inputs.body(body).summary(), 1, LONGEST_NOTE);
        checks.throwIfAny();
        return views.of(floor.handBack(id(id), summary, account()));
    }

    @POST
    @Path("{id}/end")
    @RolesAllowed(AGENT)
    @Operation(summary = "结束接待", description = "请企业评价一次。没有小结的进入话后整理，写完小结再接新的。")
    @APIResponse(responseCode = "200", description = "接待")
    @APIResponse(responseCode = "404", description = "没有这次接待，或属于别的专席")
    @APIResponse(responseCode = "409", description = "不在自己手上")
    public ContactView end(@PathParam("id") String id, @Nullable EndForm body) {
        var checks = new FieldChecks("handoff.invalid");
        var note = checks.optionalText("note", body == null ? null : body.note(), LONGEST_NOTE);
        checks.throwIfAny();
        return views.of(floor.end(id(id), note, account()));
    }

    @POST
    @Path("{id}/note")
    @RolesAllowed(AGENT)
    @Operation(summary = "写接待小结", description = "结束后写一次，不能再改。")
    @APIResponse(responseCode = "200", description = "接待")
    @APIResponse(responseCode = "404", description = "没有这次接待，或属于别的专席")
    @APIResponse(responseCode = "409", description = "不是自己结束的，或已有小结")
    public ContactView note(@PathParam("id") String id, @Nullable NoteForm body) {
        var checks = new FieldChecks("handoff.invalid");
        var note = checks.requiredText("note", Inputs.body(body).note(), 1, LONGEST_NOTE);
        checks.throwIfAny();
        return views.of(floor.note(id(id), note, account()));
    }

    @POST
    @Path("{id}/call-back")
    @RolesAllowed({AGENT, SUPERVISOR})
    @Operation(summary = "登记回拨", description = "未接通的企业已经回拨；没有联系上的（reached 为 false）仍留在待回拨中。")
    @APIResponse(responseCode = "200", description = "接待")
    @APIResponse(responseCode = "404", description = "没有这次接待，或属于别的专席")
    @APIResponse(responseCode = "409", description = "有人服务过，不需要回拨")
    public ContactView callBack(@PathParam("id") String id, @Nullable CallBackForm body) {
        var reached = Inputs.body(body).reached();
        var checks = new FieldChecks("handoff.invalid");
        if (reached == null) {
            checks.refuse("reached", "field.required");
        }
        checks.throwIfAny();
        return views.of(floor.callBack(id(id), Boolean.TRUE.equals(reached), account()));
    }

    @POST
    @Path("{id}/suggestions/reject")
    @RolesAllowed(AGENT)
    @Operation(summary = "不用这条推荐", description = "记下来供知识编辑改进；同一条只记一次。")
    @APIResponse(responseCode = "204", description = "已记下")
    @APIResponse(responseCode = "400", description = "没有这条推荐")
    @APIResponse(responseCode = "404", description = "没有这次接待，或属于别的专席")
    @APIResponse(responseCode = "409", description = "不在自己手上")
    public void reject(@PathParam("id") String id, @Nullable RejectForm body) {
        var form = Inputs.body(body);
        var checks = new FieldChecks("handoff.invalid");
        var picked = picked(checks, "", form.seq(), form.entryId());
        var reason = checks.optionalText("reason", form.reason(), LONGEST_NOTE);
        checks.throwIfAny();
        floor.reject(id(id), picked, reason, account());
    }

    private Account account() {
        return current.get();
    }

    /** No contact has a malformed id, so it is unknown. */
    private static ContactId id(String raw) {
        return ContactId.parse(raw).orElseThrow(Contacts::unknown);
    }

    private static Picked picked(FieldChecks checks, String path, @Nullable Integer seq, @Nullable String entryId) {
        if (seq == null) {
            checks.refuse(path + "seq", "field.required");
        }
        return new Picked(
                Objects.requireNonNullElse(seq, 0), checks.required(path + "entryId", entryId, 1, LONGEST_NAME));
    }

    private static @Nullable UUID uuid(FieldChecks checks, String raw) {
        try {
            return UUID.fromString(raw);
        } catch (IllegalArgumentException e) {
            checks.refuse("agent", "handoff.transfer-agent");
            return null;
        }
    }

    private static int number(String raw) {
        try {
            return Integer.parseInt(raw);
        } catch (NumberFormatException e) {
            throw Problem.invalidField("seq", "conversation.after").asException();
        }
    }
}
