package cn.yiqilai.turn;

import cn.yiqilai.city.Kind;
import cn.yiqilai.handoff.Cause;
import cn.yiqilai.handoff.HandoffStatus;
import cn.yiqilai.turn.Reply.Option;
import cn.yiqilai.turn.Spoken.HandoffReference;
import cn.yiqilai.turn.Spoken.OrderReference;
import cn.yiqilai.understanding.Context;
import cn.yiqilai.understanding.Topic;
import cn.yiqilai.workorder.WorkOrder;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a turn leaves in the conversation's records, as JSON. */
@ApplicationScoped
class TurnJson {
    private static final String PICKED = "picked";

    /**
     * What is remembered between turns. What an older version of the service wrote lacks the later fields.
     *
     * @param earlier topics before the present one, latest first
     * @param refused entries that were not meant
     * @param astray turns since that did not touch the question
     * @param at when the last turn was
     * @param asked what the enterprise was asked back, with the labels it read
     * @param orders the open orders of this conversation's hand-offs, one of a kind, the latest last
     * @param offered the wish that a person was offered for with the last reply, and what it needs to be put through
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Memory(
            @Nullable String question,
            @Nullable String entry,
            @Nullable List<String> options,
            @Nullable List<Talked> earlier,
            @Nullable Set<String> refused,
            @Nullable Integer astray,
            @Nullable Instant at,
            @Nullable Asked asked,
            @Nullable List<OrderReference> orders,
            @Nullable Offered offered) {
        static final Memory EMPTY = new Memory(null, null, null, null, null, null, null, null, null, null);

        /** @param seq the message for which a person was offered */
        record Offered(Cause cause, int seq, @Nullable String topic) {}

        /** A topic as it is kept. */
        record Talked(String question, @Nullable String entry) {
            Topic topic() {
                return new Topic(question, Optional.ofNullable(entry));
            }

            static Talked of(Topic topic) {
                return new Talked(topic.question(), topic.entry().orElse(null));
            }
        }

        /** As it stands now: after a long silence nothing is under discussion. */
        Context context(Instant now) {
            var context = new Context(
                    Optional.ofNullable(question),
                    Optional.ofNullable(entry),
                    options == null ? List.of() : options,
                    earlier == null
                            ? List.of()
                            : earlier.stream().map(Talked::topic).toList(),
                    refused == null ? Set.of() : refused,
                    astray == null ? 0 : astray);
            return at == null ? context : context.after(Duration.between(at, now));
        }

        Optional<OrderReference> orderOf(Kind kind) {
            return open().filter(order -> order.kind().equals(kind.name())).findFirst();
        }

        Optional<OrderReference> latestOrder() {
            return open().reduce((earlier, later) -> later);
        }

        Asked askedBack() {
            return asked == null ? Asked.NOTHING : asked;
        }

        Memory after(Context context, Instant now) {
            return new Memory(
                    context.question().orElse(null),
                    context.entry().orElse(null),
                    context.options(),
                    context.earlier().stream().map(Talked::of).toList(),
                    context.refused(),
                    context.astray(),
                    now,
                    asked,
                    orders,
                    null);
        }

        /** @param shown the options of the reply, as numbered as the enterprise reads them; none when it asks nothing */
        Memory asking(List<Option> shown) {
            return new Memory(
                    question,
                    entry,
                    shown.isEmpty()
                            ? options
                            : shown.stream().map(Option::entryId).toList(),
                    earlier,
                    refused,
                    astray,
                    at,
                    askedBack().after(shown),
                    orders,
                    offered);
        }

        Memory with(OrderReference order) {
            var others = open().filter(one -> !one.kind().equals(order.kind()));
            return new Memory(
                    question,
                    entry,
                    options,
                    earlier,
                    refused,
                    astray,
                    at,
                    asked,
                    Stream.concat(others, Stream.of(order)).toList(),
                    offered);
        }

        /** A person was offered; the next turn forgets it. */
        Memory offering(Offered wish) {
            return new Memory(question, entry, options, earlier, refused, astray, at, asked, orders, wish);
        }

        /** The same with those orders alone. */
        Memory keeping(Predicate<OrderReference> wanted) {
            return orders == null
                    ? this
                    : new Memory(
                            question,
                            entry,
                            options,
                            earlier,
                            refused,
                            astray,
                            at,
                            asked,
                            open().filter(wanted).toList(),
                            offered);
        }

        private Stream<OrderReference> open() {
            return orders == null ? Stream.empty() : orders.stream();
        }
    }

    private final ObjectMapper json;

    TurnJson(ObjectMapper json) {
        this.json = json;
    }

    Memory readMemory(String content) {
        try {
            return json.readValue(content, Memory.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the memory of a conversation cannot be read", e);
        }
    }

    String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot be written as JSON: " + value.getClass(), e);
        }
    }

    /** @param contactWanted nobody knows yet whom to call back about the order */
    String payload(Reply reply, @Nullable OrderReference order, boolean contactWanted) {
        return write(Spoken.of(reply, null, order, contactWanted));
    }

    /** Of a reply while a person is called. */
    String payload(Reply reply, HandoffStatus status) {
        return write(Spoken.of(reply, HandoffReference.of(status), null, false));
    }

    static OrderReference reference(WorkOrder order) {
        return new OrderReference(
                order.id().toString(),
                order.number().value(),
                WorkOrder.TAG,
                order.matter().kind().name(),
                null);
    }

    /** Why the turn went as it did: for editors, agents and whoever asks later. */
    String evidence(Thought thought) {
        return write(TurnEvidence.of(thought));
    }

    /** Of a pick in words, with the label. */
    String evidenceOfPick(Thought thought, Memory memory, String entry) {
        ObjectNode evidence = json.valueToTree(TurnEvidence.of(thought));
        evidence.set(PICKED, pick(memory, entry));
        return write(evidence);
    }

    /** Of a pick by a button: the label alone, there was nothing to think about. */
    String evidenceOfPick(Memory memory, String entry) {
        return write(Map.of(PICKED, pick(memory, entry)));
    }

    /**
     * Which of the options was meant, as the enterprise itself says: a label of its question for whoever fits the models.
     *
     * @param memory with the question as it was read, and the options that were offered
     */
    private ObjectNode pick(Memory memory, String entry) {
        var pick = json.createObjectNode().put("question", memory.question()).put("entry", entry);
        pick.set("options", json.valueToTree(memory.options()));
        return pick;
    }

    /** Empty for a pick by a button. */
    Optional<TurnEvidence> readEvidence(String content) {
        try {
            var kept = json.readTree(content);
            return kept.has("read") ? Optional.of(json.treeToValue(kept, TurnEvidence.class)) : Optional.empty();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the evidence of a turn cannot be read", e);
        }
    }
}
