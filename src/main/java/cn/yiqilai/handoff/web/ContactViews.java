package cn.yiqilai.handoff.web;

import cn.yiqilai.access.Assurance;
import cn.yiqilai.access.postgres.Accounts;
import cn.yiqilai.city.Kind;
import cn.yiqilai.conversation.ChannelKind;
import cn.yiqilai.conversation.Conversation;
import cn.yiqilai.conversation.Conversations;
import cn.yiqilai.conversation.Message;
import cn.yiqilai.conversation.Speaker;
import cn.yiqilai.decision.Reason;
import cn.yiqilai.decision.Rule;
import cn.yiqilai.directory.Standing;
import cn.yiqilai.handoff.Audience;
import cn.yiqilai.handoff.Cause;
import cn.yiqilai.handoff.Contact;
import cn.yiqilai.handoff.Contact.Ended;
import cn.yiqilai.handoff.Contact.Queued;
import cn.yiqilai.handoff.Contact.Returned;
import cn.yiqilai.handoff.Contact.Ringing;
import cn.yiqilai.handoff.Contact.Unserved;
import cn.yiqilai.handoff.ContactEvent;
import cn.yiqilai.handoff.ContactState;
import cn.yiqilai.handoff.Handoffs;
import cn.yiqilai.handoff.Packet;
import cn.yiqilai.handoff.Suggestion;
import cn.yiqilai.knowledge.Entry;
import cn.yiqilai.knowledge.EntryId;
import cn.yiqilai.knowledge.PublishedKnowledge;
import cn.yiqilai.platform.Shanghai;
import cn.yiqilai.workorder.State;
import cn.yiqilai.workorder.WorkOrder;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Contacts and packets as desks see them. Times are ISO-8601 with offset. */
@ApplicationScoped
public class ContactViews {
    /** @param name what colleagues read */
    @Schema(name = "ContactAgent")
    public record AgentView(UUID id, String name) {}

    /**
     * @param enterpriseName as it is known; null = not at all
     * @param reason why it wants a person, in its own words; null when it gave none
     * @param position in the queue, from 1; 0 when it does not wait
     * @param agent whose it is, or at whom it rings, or whose it was
     * @param ringUntil while it rings
     * @param note after the call; {@code summary} when it was handed back
     * @param callBackDue of one that nobody served; null also where the rules are silent
     * @param workOrderId that was filed instead
     */
    @Schema(name = "Contact")
    public record ContactView(
            @Schema(format = "uuid") String id,
            @Schema(format = "uuid") String conversationId,
            String desk,
            ContactState state,
            Cause cause,
            Kind kind,
            @Nullable String reason,
            int priority,
            ChannelKind channel,
            @Nullable String enterpriseName,
            Assurance assurance,
            int position,
            @Schema(format = "date-time") String queuedAt,
            @Schema(format = "date-time") String since,
            @Nullable AgentView agent,
            @Schema(format = "date-time") @Nullable String takenAt,
            @Schema(format = "date-time") @Nullable String ringUntil,
            @Nullable String note,
            @Nullable String summary,
            @Schema(format = "date-time") @Nullable String callBackDue,
            @Schema(format = "date-time") @Nullable String calledBackAt,
            @Nullable String workOrderId,
            long version) {}

    @Schema(name = "ContactMessage")
    public record MessageLine(
            int seq,
            Speaker speaker,
            String text,
            @Schema(format = "date-time") String at) {
        static MessageLine of(Message message) {
            return new MessageLine(message.seq(), message.speaker(), message.text(), Shanghai.format(message.at()));
        }
    }

    /**
     * What an entry rests on and how long it holds, as it stands now.
     *
     * @param topic with its parts separated by slashes
     */
    @Schema(name = "SuggestionGrounds")
    public record GroundsView(
            @Nullable String topic,
            @Nullable String issuer,
            @Nullable String documentTitle,
            @Nullable String documentNumber,
            @Schema(format = "date") @Nullable String issuedOn,
            @Nullable String url,
            @Schema(format = "date") @Nullable String validFrom,
            @Schema(format = "date") @Nullable String validUntil,
            @Nullable String region,
            @Nullable String department) {
        static GroundsView of(Entry entry) {
            return new GroundsView(
                    entry.topic(),
                    entry.issuer(),
                    entry.documentTitle(),
                    entry.documentNumber(),
                    day(entry.issuedOn()),
                    entry.url(),
                    day(entry.validFrom()),
                    day(entry.validUntil()),
                    entry.region(),
                    entry.department());
        }

        private static @Nullable String day(@Nullable LocalDate day) {
            return day == null ? null : day.toString();
        }
    }

    /**
     * @param seq the message it was made for
     * @param confidence the chance that it is right, 0..1
     * @param sure it is what the service would say to an agent
     * @param grounds null when its entry was withdrawn since
     */
    @Schema(name = "Suggestion")
    public record SuggestionView(
            int seq,
            int rank,
            String entryId,
            String question,
            String answer,
            double confidence,
            boolean sure,
            @Nullable GroundsView grounds) {}

    /**
     * @param text in the enterprise's own words
     * @param normal what the service read
     * @param rule by which it was decided, and {@code why} in Chinese
     * @param thresholds of confidence by name, each of which asks for so much
     */
    @Schema(name = "PacketQuestion")
    public record QuestionView(
            int seq,
            String text,
            @Nullable String normal,
            @Nullable Rule rule,
            @Nullable String why,
            @Nullable Reason reason,
            @Nullable Double confidence,
            Map<String, Double> thresholds) {
        static QuestionView of(Packet.Asked asked) {
            var understood = Optional.ofNullable(asked.understood());
            var rule = understood.map(Packet.Understood::rule);
            return new QuestionView(
                    asked.seq(),
                    asked.words(),
                    understood.map(Packet.Understood::normal).orElse(null),
                    rule.orElse(null),
                    rule.map(Rule::label).orElse(null),
                    understood.map(Packet.Understood::reason).orElse(null),
                    understood.map(Packet.Understood::confidence).orElse(null),
                    understood.map(Packet.Understood::thresholds).orElse(Map.of()));
        }
    }

    /**
     * @param standing whose desk is its own, by the city's lists; null for none, and for whoever only says who it is
     * @param stars at least so many, 3..5; null for no starred enterprise
     * @param listedAs id of its card in {@code /directory/key-enterprises} or {@code /directory/major-projects}
     */
    @Schema(name = "EnterpriseCard")
    public record EnterpriseView(
            @Nullable String name,
            @Nullable String creditCode,
            @Nullable String contact,
            @Nullable String phone,
            Assurance assurance,
            @Nullable String region,
            ChannelKind channel,
            @Nullable Audience standing,
            @Nullable Integer stars,
            @Schema(format = "uuid") @Nullable String listedAs) {
        static EnterpriseView of(Conversation conversation, Standing standing) {
            return switch (standing) {
                case Standing.None() -> of(conversation, null, null, null);
                case Standing.Starred(var id, var stars) ->
                    of(conversation, Audience.KEY_ENTERPRISES, stars, id.toString());
                case Standing.Project(var id) -> of(conversation, Audience.MAJOR_PROJECTS, null, id.toString());
            };
        }

        private static EnterpriseView of(
                Conversation conversation,
                @Nullable Audience standing,
                @Nullable Integer stars,
                @Nullable String listedAs) {
            var enterprise = conversation.enterprise();
            return new EnterpriseView(
                    enterprise.name(),
                    enterprise.creditCode(),
                    enterprise.contact(),
                    enterprise.phone(),
                    enterprise.assurance(),
                    conversation.region(),
                    conversation.channel(),
                    standing,
                    stars,
                    listedAs);
        }
    }

    @Schema(name = "EarlierConversation")
    public record EarlierView(
            @Schema(format = "uuid") String id,
            ChannelKind channel,
            @Schema(format = "date-time") String createdAt,
            int messages) {}

    @Schema(name = "PacketOrder")
    public record OrderView(
            @Schema(format = "uuid") String id,
            String number,
            Kind kind,
            State state,
            @Schema(format = "date-time") String registeredAt) {
        static OrderView of(WorkOrder order) {
            return new OrderView(
                    order.id().toString(),
                    order.number().value(),
                    order.matter().kind(),
                    order.state(),
                    Shanghai.format(order.registeredAt()));
        }
    }

    /** A body of {@code POST /api/v1/work-orders}. */
    @Schema(name = "PrefilledOrder")
    public record PrefilledView(
            Kind kind,
            String description,
            @Nullable String contact,
            @Nullable String phone,
            @Nullable String region,
            @Schema(format = "uuid") String conversationId,
            @Nullable Integer messageSeq) {
        static PrefilledView of(Packet.Prefilled order) {
            return new PrefilledView(
                    order.kind(),
                    order.description(),
                    order.contact(),
                    order.phone(),
                    order.region(),
                    order.conversation().toString(),
                    order.messageSeq());
        }
    }

    @Schema(name = "ContactHistoryLine")
    public record HistoryView(
            long seq,
            ContactEvent.Type type,
            @Schema(format = "date-time") String at,
            @Nullable UUID agentId,
            @Nullable String desk,
            Map<String, String> detail) {
        static HistoryView of(ContactEvent event) {
            return new HistoryView(
                    event.number(),
                    event.type(),
                    Shanghai.format(event.at()),
                    event.agent(),
                    event.desk(),
                    event.detail());
        }
    }

    /**
     * @param question null when nothing was asked
     * @param earlier conversations of the same verified enterprise
     * @param orders of this conversation and of those
     */
    @Schema(name = "ContactPacket")
    public record PacketView(
            ContactView contact,
            String deskName,
            @Nullable QuestionView question,
            List<MessageLine> transcript,
            List<SuggestionView> suggestions,
            EnterpriseView enterprise,
            List<EarlierView> earlier,
            List<OrderView> orders,
            PrefilledView order,
            List<HistoryView> history) {}

    private final Conversations conversations;
    private final Handoffs handoffs;
    private final Accounts accounts;
    private final PublishedKnowledge knowledge;

    ContactViews(Conversations conversations, Handoffs handoffs, Accounts accounts, PublishedKnowledge knowledge) {
        this.conversations = conversations;
        this.handoffs = handoffs;
        this.accounts = accounts;
        this.knowledge = knowledge;
    }

    SuggestionView of(Suggestion suggestion) {
        return new SuggestionView(
                suggestion.seq(),
                suggestion.rank(),
                suggestion.entryId(),
                suggestion.question(),
                suggestion.answer(),
                suggestion.confidence(),
                suggestion.sure(),
                knowledge
                        .entry(new EntryId(suggestion.entryId()))
                        .map(GroundsView::of)
                        .orElse(null));
    }

    ContactView of(Contact contact) {
        return of(contact, conversations.find(contact.conversation()).orElseThrow());
    }

    PacketView of(Packet packet) {
        return new PacketView(
                of(packet.contact(), packet.conversation()),
                packet.desk().name(),
                Optional.ofNullable(packet.question()).map(QuestionView::of).orElse(null),
                packet.transcript().stream().map(MessageLine::of).toList(),
                packet.suggestions().stream().map(this::of).toList(),
                EnterpriseView.of(packet.conversation(), packet.standing()),
                packet.earlier().stream()
                        .map(one -> new EarlierView(
                                one.id().toString(), one.channel(), Shanghai.format(one.createdAt()), one.lastSeq()))
                        .toList(),
                packet.orders().stream().map(OrderView::of).toList(),
                PrefilledView.of(packet.order()),
                packet.history().stream().map(HistoryView::of).toList());
    }

    private ContactView of(Contact contact, Conversation conversation) {
        var facts = contact.facts();
        var unserved = contact instanceof Unserved one ? Optional.of(one) : Optional.<Unserved>empty();
        return new ContactView(
                contact.id().toString(),
                contact.conversation().toString(),
                contact.desk(),
                contact.state(),
                facts.cause(),
                facts.kind(),
                facts.reason(),
                facts.priority(),
                conversation.channel(),
                conversation.enterprise().name(),
                conversation.enterprise().assurance(),
                contact instanceof Queued ? handoffs.position(contact) : 0,
                Shanghai.format(facts.queuedAt()),
                Shanghai.format(contact.since()),
                contact.person().flatMap(this::agent).orElse(null),
                time(facts.takenAt()),
                contact instanceof Ringing ringing ? time(ringing.until()) : null,
                contact instanceof Ended ended ? ended.note() : null,
                contact instanceof Returned returned ? returned.summary() : null,
                time(unserved.map(one -> one.callBack().dueAt()).orElse(null)),
                time(unserved.map(one -> one.callBack().doneAt()).orElse(null)),
                unserved.map(Unserved::order).map(Object::toString).orElse(null),
                facts.version());
    }

    private Optional<AgentView> agent(UUID id) {
        return accounts.find(id).map(staff -> new AgentView(id, staff.account().displayName()));
    }

    private static @Nullable String time(@Nullable Instant at) {
        return at == null ? null : Shanghai.format(at);
    }
}
