package cn.yiqilai.workorder;

import cn.yiqilai.knowledge.Entry;
import cn.yiqilai.knowledge.EntryId;
import cn.yiqilai.knowledge.PublishedKnowledge;
import cn.yiqilai.platform.Problem;
import cn.yiqilai.platform.Shanghai;
import cn.yiqilai.workorder.TimelineLine.Deed;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What needs no unit after all: answered from the knowledge, or by a specialist on the line. */
@ApplicationScoped
public class LiveAnswering {
    /**
     * @param entries ids of published entries, 1..20; an answer from the desk cites what it rests on
     * @param text what was said beyond them, at most 4000 code points
     */
    public record Answer(List<String> entries, @Nullable String text) {
        public Answer {
            entries = List.copyOf(entries);
        }
    }

    /** As {@link Consultation}. */
    public record Wish(
            String unit,
            String specialist,
            String lookedUp,
            @Nullable String item) {}

    /**
     * How a three-way call ended.
     *
     * @param answered the specialist could answer
     * @param text the answer, or what is still open; 2..4000 code points
     */
    public record Ending(boolean answered, String text) {}

    private final Transitions transitions;
    private final PublishedKnowledge knowledge;
    private final KnownUnits units;
    private final Clock clock;

    LiveAnswering(Transitions transitions, PublishedKnowledge knowledge, KnownUnits units, Clock clock) {
        this.transitions = transitions;
        this.knowledge = knowledge;
        this.units = units;
        this.clock = clock;
    }

    /**
     * Row 3.
     *
     * @throws cn.yiqilai.platform.ProblemException 400 for an entry that is not published or does not hold today
     */
    public WorkOrder answer(Call call, Answer answer) {
        requireValid(answer.entries());
        return transitions.perform(Operation.ONLINE_ANSWER, call, answer, Registered.class, (registered, at) -> {
            var given = new LiveAnswer(answer.entries(), answer.text(), null, at);
            return Move.of(
                    registered.answer(given, call.officer()),
                    answered -> new Move.To(
                            answered,
                            Move.Entry.of(Deed.ANSWERED_ONLINE, answered)
                                    .with("entries", String.join(",", answer.entries()))
                                    .holding(given)));
        });
    }

    /** Row 4. */
    public WorkOrder start(Call call, Wish wish) {
        var unit = units.require("unit", wish.unit());
        return transitions.perform(Operation.START_THREE_WAY, call, wish, Registered.class, (registered, at) -> {
            var consultation = new Consultation(unit, wish.specialist(), wish.lookedUp(), wish.item(), at);
            return Move.of(
                    registered.call(consultation, call.officer()),
                    started -> new Move.To(
                            started,
                            Move.Entry.of(Deed.THREE_WAY_STARTED, started)
                                    .with("unit", unit)
                                    .holding(consultation)));
        });
    }

    /** Row 5. */
    public WorkOrder end(Call call, Ending ending) {
        return transitions.perform(
                Operation.END_THREE_WAY,
                call,
                ending,
                ThreeWayCall.class,
                (line, at) -> ending.answered()
                        ? answered(
                                line,
                                new LiveAnswer(
                                        List.of(),
                                        ending.text(),
                                        line.consultation().specialist(),
                                        at))
                        : formed(line.unanswered(at), ending.text()));
    }

    private static Move answered(ThreeWayCall line, LiveAnswer answer) {
        var answered = line.answered(answer);
        return new Move.To(
                answered, Move.Entry.of(Deed.ANSWERED_ONLINE, answered).holding(answer));
    }

    private static Move formed(AwaitingDispatch formed, String open) {
        return new Move.To(
                formed, Move.Entry.of(Deed.THREE_WAY_ENDED, formed).because(open), Dispatching.formed(formed));
    }

    private void requireValid(List<String> entries) {
        var today = Shanghai.today(clock);
        IntStream.range(0, entries.size())
                .filter(i -> !isValid(entries.get(i), today))
                .findFirst()
                .ifPresent(i -> {
                    throw Problem.invalidField("entries." + i, "workorder.entry")
                            .asException();
                });
    }

    private boolean isValid(String id, LocalDate today) {
        return EntryId.isWellFormed(id)
                && knowledge
                        .entry(new EntryId(id))
                        .filter(entry -> holds(entry, today))
                        .isPresent();
    }

    private static boolean holds(Entry entry, LocalDate today) {
        return (entry.validFrom() == null || !entry.validFrom().isAfter(today))
                && (entry.validUntil() == null || !entry.validUntil().isBefore(today));
    }
}
