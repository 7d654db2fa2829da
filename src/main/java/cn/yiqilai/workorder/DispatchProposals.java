package cn.yiqilai.workorder;

import cn.yiqilai.workorder.TimelineLine.Deed;
import cn.yiqilai.workorder.proposal.Agreement;
import cn.yiqilai.workorder.proposal.KeptProposals;
import cn.yiqilai.workorder.proposal.KeptProposals.Choice;
import cn.yiqilai.workorder.proposal.Proposal;
import cn.yiqilai.workorder.proposal.Proposing;
import cn.yiqilai.workorder.proposal.Request;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Proposes units for orders that have none, and keeps what was chosen instead or because of it. */
@ApplicationScoped
public class DispatchProposals {
    private final Proposing proposing;
    private final KeptProposals kept;
    private final Timeline timeline;

    DispatchProposals(Proposing proposing, KeptProposals kept, Timeline timeline) {
        this.proposing = proposing;
        this.kept = kept;
        this.timeline = timeline;
    }

    /** Best first, at most three; empty when nothing speaks for anybody, and for an order that is not to be dispatched. */
    public List<Proposal> of(WorkOrder order) {
        return order instanceof Dispatchable ? proposing.propose(request(order)) : List.of();
    }

    /** What was proposed at each dispatch of an order, oldest first. */
    public List<Choice> kept(WorkOrderId order) {
        return kept.of(order.value());
    }

    /** @param until excluded */
    public Agreement agreement(Instant from, Instant until) {
        return kept.agreement(from, until);
    }

    void keep(WorkOrder dispatched, List<Proposal> proposals, Officer officer) {
        dispatched
                .task()
                .ifPresent(task -> kept.add(
                        dispatched.id().value(),
                        new Choice(task.dispatchedAt(), officer.actor(), task.unit(), proposals)));
    }

    private Request request(WorkOrder order) {
        var filing = order.dossier().filing();
        return new Request(
                order.id().value(),
                ConversationSummary.said(order.matter().description()),
                order.matter().region(),
                filing.code(),
                filing.window(),
                unwilling(order));
    }

    /** Units that gave it back and were let off: whoever had got it last before each return that was approved. */
    private Set<String> unwilling(WorkOrder order) {
        var choices = kept(order.id()).reversed();
        return timeline.of(order.id()).stream()
                .filter(line -> line.what() == Deed.RETURN_APPROVED)
                .flatMap(line -> choices.stream()
                        .filter(choice -> !choice.at().isAfter(line.at()))
                        .limit(1))
                .map(Choice::chosen)
                .collect(Collectors.toSet());
    }
}
