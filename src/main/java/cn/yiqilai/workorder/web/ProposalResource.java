package cn.yiqilai.workorder.web;

import static cn.yiqilai.access.Role.Names.ADMIN;
import static cn.yiqilai.access.Role.Names.AGENT;
import static cn.yiqilai.access.Role.Names.SUPERVISOR;

import cn.yiqilai.platform.Messages;
import cn.yiqilai.platform.Problem;
import cn.yiqilai.platform.Shanghai;
import cn.yiqilai.workorder.DispatchProposals;
import cn.yiqilai.workorder.Dispatchable;
import cn.yiqilai.workorder.KnownUnits;
import cn.yiqilai.workorder.WorkOrder;
import cn.yiqilai.workorder.WorkOrders;
import cn.yiqilai.workorder.proposal.KeptProposals.Choice;
import cn.yiqilai.workorder.proposal.Proposal;
import cn.yiqilai.workorder.web.ProposalsView.ChoiceView;
import cn.yiqilai.workorder.web.ProposalsView.GroundView;
import cn.yiqilai.workorder.web.ProposalsView.ProposalView;
import cn.yiqilai.workorder.web.WorkOrderView.UnitView;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Which unit should perhaps get an order. A person decides. */
@Path("/api/v1/work-orders/{id}/proposals")
@Tag(name = "工单")
@RunOnVirtualThread
public class ProposalResource {
    private final WorkOrders orders;
    private final DispatchProposals proposals;
    private final KnownUnits units;
    private final CurrentOfficer officer;

    ProposalResource(WorkOrders orders, DispatchProposals proposals, KnownUnits units, CurrentOfficer officer) {
        this.orders = orders;
        this.proposals = proposals;
        this.units = units;
        this.officer = officer;
    }

    @GET
    @RolesAllowed({AGENT, SUPERVISOR, ADMIN})
    @Operation(
            summary = "派单建议",
            description = "登记和待派的工单，按知识库归口、归口编码、受理窗口、单位职责、属地和相近工单提出至多三个单位，附依据。"
                    + "confidence 是依据的份额，不是概率。没有依据时为空。dispatches 为历次派单时的建议和实际选择。")
    @APIResponse(
            responseCode = "200",
            description = "派单建议",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ProposalsView.class)))
    @APIResponse(responseCode = "401", description = "没有登录")
    @APIResponse(responseCode = "403", description = "没有权限")
    @APIResponse(responseCode = "404", description = "没有这张工单")
    public ProposalsView propose(@PathParam("id") String id) {
        var order = orders.find(OrderDoor.required(id), officer.get())
                .orElseThrow(() -> Problem.notFound("workorder.not-found").asException());
        var found = proposals.of(order);
        return new ProposalsView(
                order.id().value(),
                order.state(),
                views(found),
                note(order, found),
                proposals.kept(order.id()).stream().map(this::view).toList());
    }

    private static String note(WorkOrder order, List<Proposal> found) {
        if (!(order instanceof Dispatchable)) {
            return Messages.of(
                    "workorder.proposal.not-now",
                    Messages.of("workorder.state." + order.state().name()));
        }
        return Messages.of(found.isEmpty() ? "workorder.proposal.nothing" : "workorder.proposal.note");
    }

    private List<ProposalView> views(List<Proposal> found) {
        return found.stream().map(this::view).toList();
    }

    private ProposalView view(Proposal proposal) {
        return new ProposalView(
                unit(proposal.unit()),
                hundredths(proposal.confidence()),
                proposal.reason(),
                proposal.arguments().stream()
                        .map(argument ->
                                new GroundView(argument.ground(), hundredths(argument.weight()), argument.reason()))
                        .toList());
    }

    private ChoiceView view(Choice choice) {
        return new ChoiceView(
                Shanghai.format(choice.at()), unit(choice.chosen()), choice.rank(), views(choice.proposals()));
    }

    private UnitView unit(String id) {
        return new UnitView(id, units.name(id));
    }

    private static double hundredths(double value) {
        return Math.round(value * 100) / 100.0;
    }
}
