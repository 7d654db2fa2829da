package cn.yiqilai.workorder.proposal;

import cn.yiqilai.access.Actor;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What was proposed when an order was dispatched, and who got it. Only ever added to. */
public interface KeptProposals {
    /**
     * One dispatch.
     *
     * @param chosen the unit that got it
     * @param proposals as they stood then, best first
     */
    record Choice(Instant at, Actor actor, String chosen, List<Proposal> proposals) {
        public Choice {
            proposals = List.copyOf(proposals);
        }

        /** The place of the chosen one among the proposals, from 1; null when it was not among them. */
        public @Nullable Integer rank() {
            for (var i = 0; i < proposals.size(); i++) {
                if (proposals.get(i).unit().equals(chosen)) {
                    return i + 1;
                }
            }
            return null;
        }
    }

    void add(UUID order, Choice choice);

    /** Of one order, oldest first. */
    List<Choice> of(UUID order);

    /** Over the dispatches of a stretch of time. @param until excluded */
    Agreement agreement(Instant from, Instant until);
}
