package cn.yiqilai.workorder;

import cn.yiqilai.city.Flag;
import cn.yiqilai.workorder.Move.Entry;
import cn.yiqilai.workorder.TimelineLine.Deed;
import cn.yiqilai.workorder.clock.ClockEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The first receiver says whether a matter is accepted (第八条至第十条), and corrects what was written down of it. */
@ApplicationScoped
public class Acceptance {
    /** @param explanation what the enterprise was told and where else it may turn, 2..2000 code points */
    public record Declining(DeclineGround ground, String explanation) {}

    private final Transitions transitions;
    private final FilingTables tables;

    Acceptance(Transitions transitions, FilingTables tables) {
        this.transitions = transitions;
        this.tables = tables;
    }

    /** Row 2. */
    public WorkOrder decline(Call call, Declining declining) {
        return transitions.perform(Operation.DECLINE, call, declining, Registered.class, (registered, at) -> {
            var explanation = new Explanation(declining.ground(), declining.explanation(), at);
            return Move.of(
                    registered.decline(explanation, call.officer()),
                    declined -> new Move.To(
                            declined,
                            Entry.of(Deed.DECLINED, declined)
                                    .with("ground", declining.ground().name())
                                    .because(declining.explanation())
                                    .holding(explanation)));
        });
    }

    /** 首接人员无法认定的，及时向上级汇报: from then on a supervisor decides. */
    public WorkOrder raiseDoubt(Call call, String question) {
        return transitions.perform(
                Operation.RAISE_DOUBT,
                call,
                question,
                Registered.class,
                (registered, at) -> Move.of(
                        registered.raiseDoubt(new Doubt(question, at)),
                        doubted -> new Move.To(
                                doubted, Entry.of(Deed.DOUBT_RAISED, doubted).because(question))));
    }

    /**
     * Corrects what was registered while no unit has it. What is null stays as it is.
     *
     * @throws cn.yiqilai.platform.ProblemException 400 for a code or a window that does not exist
     */
    public WorkOrder amend(Call call, Amendment amendment, @Nullable String reason) {
        tables.require(amendment.filing());
        return transitions.perform(Operation.AMEND, call, amendment, Dispatchable.class, (order, at) -> {
            var amended = order.with(amendment.of(order.dossier()));
            return new Move.To(
                    amended,
                    Entry.of(Deed.AMENDED, amended)
                            .with("fields", amendment.fields())
                            .with("kind", amended.matter().kind().name())
                            .because(reason)
                            .clocked(flagged(order, amended, at)));
        });
    }

    /** A scope that is put right may make of an order one of a special source, or of such a one another. */
    private static ClockEvent[] flagged(WorkOrder before, WorkOrder after, Instant at) {
        var was = before.matter().flags().contains(Flag.SPECIAL_SOURCE);
        var is = after.matter().flags().contains(Flag.SPECIAL_SOURCE);
        if (was == is) {
            return new ClockEvent[0];
        }
        return new ClockEvent[] {
            is ? new ClockEvent.FlagSet(at, Flag.SPECIAL_SOURCE) : new ClockEvent.FlagCleared(at, Flag.SPECIAL_SOURCE)
        };
    }
}
