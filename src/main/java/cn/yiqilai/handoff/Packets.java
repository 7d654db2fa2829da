package cn.yiqilai.handoff;

import cn.yiqilai.access.Account;
import cn.yiqilai.access.Assurance;
import cn.yiqilai.conversation.Conversation;
import cn.yiqilai.conversation.Conversations;
import cn.yiqilai.conversation.Message;
import cn.yiqilai.conversation.Transcript;
import cn.yiqilai.decision.Reason;
import cn.yiqilai.decision.Rule;
import cn.yiqilai.handoff.Packet.Asked;
import cn.yiqilai.handoff.Packet.Prefilled;
import cn.yiqilai.handoff.Packet.Understood;
import cn.yiqilai.workorder.Confidentiality;
import cn.yiqilai.workorder.ConversationSummary;
import cn.yiqilai.workorder.WorkOrder;
import cn.yiqilai.workorder.WorkOrders;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Puts packets together. */
@ApplicationScoped
public class Packets {
    private static final int EARLIER = 20;

    private final Contacts contacts;
    private final Desks desks;
    private final Conversations conversations;
    private final Transcript transcript;
    private final Suggestions suggestions;
    private final WorkOrders orders;
    private final ListedEnterprises lists;
    private final ObjectMapper json;

    Packets(
            Contacts contacts,
            Desks desks,
            Conversations conversations,
            Transcript transcript,
            Suggestions suggestions,
            WorkOrders orders,
            ListedEnterprises lists,
            ObjectMapper json) {
        this.contacts = contacts;
        this.desks = desks;
        this.conversations = conversations;
        this.transcript = transcript;
        this.suggestions = suggestions;
        this.orders = orders;
        this.lists = lists;
        this.json = json;
    }

    /** @throws cn.yiqilai.platform.ProblemException 404 for another desk's contact */
    public Packet of(ContactId id, Account account) {
        var contact = contacts.find(id, account);
        var conversation = conversations.find(contact.conversation()).orElseThrow();
        var said = transcript.recent(conversation.id(), Transcript.MOST);
        var earlier = earlier(conversation);
        return new Packet(
                contact,
                desks.known(contact.desk()),
                conversation,
                lists.standing(conversation.enterprise()),
                asked(contact),
                said,
                suggestions.latest(conversation.id()),
                earlier,
                orders(conversation, earlier, account),
                prefilled(contact, conversation, said),
                contacts.history(id));
    }

    /** For a specialist who joins. */
    Briefing briefing(Contact contact) {
        var conversation = conversations.find(contact.conversation()).orElseThrow();
        var said = transcript.recent(conversation.id(), Transcript.MOST);
        return new Briefing(
                desks.known(contact.desk()).name(),
                asked(contact),
                ConversationSummary.of(said),
                said,
                suggestions.latest(conversation.id()),
                conversation.enterprise().name(),
                conversation.region());
    }

    /** What an enterprise says of itself opens nobody's past. */
    private List<Conversation> earlier(Conversation conversation) {
        var enterprise = conversation.enterprise();
        var code = enterprise.creditCode();
        return code == null || enterprise.assurance() != Assurance.VERIFIED
                ? List.of()
                : conversations.ofVerified(code, EARLIER).stream()
                        .filter(other -> !other.id().equals(conversation.id()))
                        .toList();
    }

    /** A 举报 of another conversation would tell who reported: it is shown to those alone who may know. */
    private List<WorkOrder> orders(Conversation conversation, List<Conversation> earlier, Account account) {
        var ids = Stream.concat(Stream.of(conversation), earlier.stream())
                .map(Conversation::id)
                .toList();
        return orders.ofConversations(ids).stream()
                .filter(order -> order.source()
                                .filter(source -> source.conversation().equals(conversation.id()))
                                .isPresent()
                        || Confidentiality.mayKnowReporter(order, account.roles()))
                .toList();
    }

    private @Nullable Asked asked(Contact contact) {
        var seq = contact.facts().askedSeq();
        if (seq == null) {
            return null;
        }
        var message = transcript.after(contact.conversation(), seq - 1, 1).getFirst();
        return new Asked(
                seq,
                message.text(),
                message.at(),
                transcript
                        .evidence(contact.conversation(), seq)
                        .flatMap(this::understood)
                        .orElse(null));
    }

    /** Of the evidence that the turn kept, what tells an agent why there was no answer. */
    private Optional<Understood> understood(String evidence) {
        try {
            var kept = json.readTree(evidence);
            return kept.has("normal")
                    ? Optional.of(new Understood(
                            kept.path("normal").asText(),
                            constant(Rule.values(), kept.path("rule")).orElse(null),
                            constant(Reason.values(), kept.path("reason")).orElse(null),
                            kept.path("confidence").asDouble(),
                            numbers(kept.path("thresholds"))))
                    : Optional.empty();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the evidence of a turn cannot be read", e);
        }
    }

    /** One that a later version of the service wrote is not known here. */
    private static <E extends Enum<E>> Optional<E> constant(E[] constants, JsonNode name) {
        return Arrays.stream(constants)
                .filter(constant -> constant.name().equals(name.asText()))
                .findFirst();
    }

    private static Map<String, Double> numbers(JsonNode object) {
        var numbers = new LinkedHashMap<String, Double>();
        object.properties()
                .forEach(field -> numbers.put(field.getKey(), field.getValue().asDouble()));
        return numbers;
    }

    private static Prefilled prefilled(Contact contact, Conversation conversation, List<Message> said) {
        var enterprise = conversation.enterprise();
        return new Prefilled(
                contact.facts().kind(),
                ConversationSummary.of(said),
                enterprise.contact(),
                enterprise.phone(),
                conversation.region(),
                conversation.id(),
                contact.facts().askedSeq());
    }
}
