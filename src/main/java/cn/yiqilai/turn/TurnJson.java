package cn.yiqilai.turn;

import cn.yiqilai.turn.Spoken.OrderReference;
import cn.yiqilai.understanding.Context;
import cn.yiqilai.workorder.Kind;
import cn.yiqilai.workorder.WorkOrder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a turn leaves in the conversation's records, as JSON. */
@ApplicationScoped
class TurnJson {
    /**
     * What is remembered between turns.
     *
     * @param orders the open orders of this conversation's hand-offs, one of a kind, the latest last
     */
    record Memory(
            @Nullable String question,
            @Nullable String entry,
            @Nullable List<String> options,
            @Nullable List<OrderReference> orders) {
        static final Memory EMPTY = new Memory(null, null, null, null);

        Context context() {
            return new Context(
                    Optional.ofNullable(question), Optional.ofNullable(entry), options == null ? List.of() : options);
        }

        Optional<OrderReference> orderOf(Kind kind) {
            return open().filter(order -> order.kind().equals(kind.name())).findFirst();
        }

        Optional<OrderReference> latestOrder() {
            return open().reduce((earlier, later) -> later);
        }

        Memory after(Context context) {
            return new Memory(context.question().orElse(null), context.entry().orElse(null), context.options(), orders);
        }

        Memory with(OrderReference order) {
            var others = open().filter(one -> !one.kind().equals(order.kind()));
            return new Memory(
                    question,
                    entry,
                    options,
                    Stream.concat(others, Stream.of(order)).toList());
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
        return write(Spoken.of(reply, order, contactWanted));
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

    TurnEvidence readEvidence(String content) {
        try {
            return json.readValue(content, TurnEvidence.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the evidence of a turn cannot be read", e);
        }
    }
}
