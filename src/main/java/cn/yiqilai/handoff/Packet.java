package cn.yiqilai.handoff;

import cn.yiqilai.city.Kind;
import cn.yiqilai.conversation.Conversation;
import cn.yiqilai.conversation.ConversationId;
import cn.yiqilai.conversation.Message;
import cn.yiqilai.decision.Reason;
import cn.yiqilai.decision.Rule;
import cn.yiqilai.directory.Standing;
import cn.yiqilai.workorder.WorkOrder;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything an agent needs at one glance, so that nothing is asked twice.
 *
 * @param question that led here; null when nothing was asked
 * @param transcript the conversation so far, at most its last 500 messages
 * @param standing on the city's lists, of a verified enterprise
 * @param suggestions for the enterprise's last message that has some, best first
 * @param earlier conversations of the same verified enterprise, the latest first
 * @param orders of this conversation and of those, the latest first
 * @param order as it would be filed from here
 */
public record Packet(
        Contact contact,
        Desk desk,
        Conversation conversation,
        Standing standing,
        @Nullable Asked question,
        List<Message> transcript,
        List<Suggestion> suggestions,
        List<Conversation> earlier,
        List<WorkOrder> orders,
        Prefilled order,
        List<ContactEvent> history) {
    public Packet {
        transcript = List.copyOf(transcript);
        suggestions = List.copyOf(suggestions);
        earlier = List.copyOf(earlier);
        orders = List.copyOf(orders);
        history = List.copyOf(history);
    }

    /**
     * What was asked, and why no answer was given to it.
     *
     * @param words the enterprise's own
     * @param understood null when the service did not think about it, as when an option was picked
     */
    public record Asked(
            int seq,
            String words,
            @Nullable Instant at,
            @Nullable Understood understood) {}

    /**
     * What the service made of it.
     *
     * @param normal its normal form
     * @param rule that decided, {@code reason} for the enterprise
     * @param confidence the chance that the first candidate is right
     * @param thresholds that it would have had to reach, by name
     */
    public record Understood(
            String normal,
            @Nullable Rule rule,
            @Nullable Reason reason,
            double confidence,
            Map<String, Double> thresholds) {}

    /** An order that needs only to be looked over. */
    public record Prefilled(
            Kind kind,
            String description,
            @Nullable String contact,
            @Nullable String phone,
            @Nullable String region,
            ConversationId conversation,
            @Nullable Integer messageSeq) {}
}
