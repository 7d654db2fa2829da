package cn.yiqilai.workorder;

import cn.yiqilai.workorder.TimelineLine.Deed;
import cn.yiqilai.workorder.clock.ClockEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What somebody wants to make of an order: its next state with everything that is to be written down, or why not. */
sealed interface Move {
    /**
     * @param entries in the order in which they are to stand on the timeline
     * @param afterwards what else is written in the same transaction, once the order was saved
     */
    record To(WorkOrder order, List<Entry> entries, List<Consumer<WorkOrder>> afterwards) implements Move {
        To(WorkOrder order, Entry... entries) {
            this(order, List.of(entries), List.of());
        }

        To and(Entry entry) {
            var more = new ArrayList<>(entries);
            more.add(entry);
            return new To(order, more, afterwards);
        }

        /** @param deed gets the order as it was saved */
        To then(Consumer<WorkOrder> deed) {
            var more = new ArrayList<>(afterwards);
            more.add(deed);
            return new To(order, entries, more);
        }
    }

    record Not(Refusal refusal) implements Move {}

    static <S extends WorkOrder> Move of(Transition<S> transition, Function<S, To> entries) {
        return switch (transition) {
            case Transition.Moved<S>(var order) -> entries.apply(order);
            case Transition.Refused<S>(var refusal) -> new Not(refusal);
        };
    }

    /**
     * One line of the timeline, and what of it the clocks must know.
     *
     * @param to the state after it
     * @param automatic the service itself stands on the line, not whoever brought it about
     */
    record Entry(
            Deed what,
            State to,
            @Nullable String why,
            Map<String, String> detail,
            @Nullable Object content,
            List<ClockEvent> events,
            boolean automatic) {
        static Entry of(Deed what, WorkOrder order) {
            return new Entry(what, order.state(), null, Map.of(), null, List.of(), false);
        }

        /** It follows from the rules, and nobody decided it. */
        static Entry automatic(Deed what, WorkOrder order) {
            return new Entry(what, order.state(), null, Map.of(), null, List.of(), true);
        }

        Entry because(@Nullable String reason) {
            return new Entry(what, to, reason, detail, content, events, automatic);
        }

        Entry with(String name, String value) {
            var more = new TreeMap<>(detail);
            more.put(name, value);
            return new Entry(what, to, why, more, content, events, automatic);
        }

        Entry holding(Object written) {
            return new Entry(what, to, why, detail, written, events, automatic);
        }

        Entry clocked(ClockEvent... happened) {
            return new Entry(what, to, why, detail, content, List.of(happened), automatic);
        }
    }
}
