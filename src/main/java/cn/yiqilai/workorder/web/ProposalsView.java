package cn.yiqilai.workorder.web;

import cn.yiqilai.workorder.State;
import cn.yiqilai.workorder.proposal.Ground;
import cn.yiqilai.workorder.web.WorkOrderView.UnitView;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Who should perhaps get an order, and what was made of earlier proposals.
 *
 * @param proposals best first, at most three; empty when the order is not to be dispatched or nothing speaks for anybody
 * @param note what the confidence is, or why there is no proposal, in Chinese
 * @param dispatches what was proposed and chosen at each dispatch so far, oldest first
 */
@Schema(name = "DispatchProposals")
record ProposalsView(UUID id, State state, List<ProposalView> proposals, String note, List<ChoiceView> dispatches) {
    /**
     * @param confidence 0..1, rounded to a hundredth: a share of weight, no probability
     * @param reason all grounds in one Chinese sentence
     */
    @Schema(name = "DispatchProposal")
    record ProposalView(UnitView unit, double confidence, String reason, List<GroundView> grounds) {}

    /** @param weight comparable between all grounds of an order */
    @Schema(name = "DispatchGround")
    record GroundView(Ground ground, double weight, String reason) {}

    /** @param rank the place of the chosen unit among the proposals, from 1; null when it was none of them */
    @Schema(name = "DispatchChoice")
    record ChoiceView(
            @Schema(format = "date-time") String at,
            UnitView chosen,
            @Nullable Integer rank,
            List<ProposalView> proposals) {}
}
