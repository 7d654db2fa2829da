package cn.yiqilai.workorder.web;

import static cn.yiqilai.access.Role.Names.ADMIN;
import static cn.yiqilai.access.Role.Names.AGENT;
import static cn.yiqilai.access.Role.Names.SUPERVISOR;

import cn.yiqilai.platform.FieldChecks;
import cn.yiqilai.platform.Problem;
import cn.yiqilai.platform.Shanghai;
import cn.yiqilai.workorder.DispatchProposals;
import cn.yiqilai.workorder.proposal.Agreement;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** How often people chose what was proposed. */
@Path("/api/v1/work-orders/proposals/agreement")
@Tag(name = "工单")
@RunOnVirtualThread
public class AgreementResource {
    private static final int USUAL_DAYS = 30;
    private static final int MOST_DAYS = 3660;

    /**
     * @param from, to days in Shanghai, both included
     * @param dispatches all of them
     * @param proposed those for which there was a proposal
     * @param first the first proposal was chosen
     * @param amongThree one of the proposals was chosen
     * @param firstShare, amongThreeShare of those with a proposal; null when there was none
     * @param bands by the confidence of the first proposal: what it said against what people did
     */
    @Schema(name = "ProposalAgreement")
    public record AgreementView(
            LocalDate from,
            LocalDate to,
            long dispatches,
            long proposed,
            long first,
            long amongThree,
            @Nullable Double firstShare,
            @Nullable Double amongThreeShare,
            List<BandView> bands) {}

    /** @param from included; @param until excluded */
    @Schema(name = "ProposalConfidenceBand")
    public record BandView(
            double from,
            double until,
            long proposed,
            long chosen,
            @Nullable Double chosenShare) {}

    private final DispatchProposals proposals;
    private final Clock clock;

    AgreementResource(DispatchProposals proposals, Clock clock) {
        this.proposals = proposals;
        this.clock = clock;
    }

    @GET
    @RolesAllowed({AGENT, SUPERVISOR, ADMIN})
    @Operation(summary = "派单建议的一致率", description = "from 到 to（均含）之间派出的工单，首选与实际选择一致的、三个之内一致的各多少；没有建议的不计入分母。默认最近 30 天。")
    @APIResponse(
            responseCode = "200",
            description = "一致率",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = AgreementView.class)))
    @APIResponse(responseCode = "400", description = "日期有误")
    @APIResponse(responseCode = "401", description = "没有登录")
    @APIResponse(responseCode = "403", description = "没有权限")
    public AgreementView agreement(
            @Parameter(description = "第一天", example = "2026-03-01") @QueryParam("from") @Nullable String from,
            @Parameter(description = "最后一天", example = "2026-03-31") @QueryParam("to") @Nullable String to) {
        var checks = new FieldChecks("workorder.filter");
        var last = Optional.ofNullable(checks.day("to", to)).orElse(Shanghai.today(clock));
        var first = Optional.ofNullable(checks.day("from", from)).orElse(last.minusDays(USUAL_DAYS - 1L));
        checks.throwIfAny();
        if (first.isAfter(last) || ChronoUnit.DAYS.between(first, last) > MOST_DAYS) {
            throw Problem.invalidField("from", "workorder.proposal.days", MOST_DAYS)
                    .asException();
        }
        return view(first, last, proposals.agreement(start(first), start(last.plusDays(1))));
    }

    private static AgreementView view(LocalDate from, LocalDate to, Agreement agreement) {
        return new AgreementView(
                from,
                to,
                agreement.dispatches(),
                agreement.proposed(),
                agreement.first(),
                agreement.amongThree(),
                share(agreement.first(), agreement.proposed()),
                share(agreement.amongThree(), agreement.proposed()),
                agreement.bands().stream()
                        .map(band -> new BandView(
                                band.from(),
                                band.until(),
                                band.proposed(),
                                band.chosen(),
                                share(band.chosen(), band.proposed())))
                        .toList());
    }

    private static @Nullable Double share(long some, long all) {
        return all == 0 ? null : Double.valueOf(Math.round(1000.0 * some / all) / 1000.0);
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(Shanghai.ZONE).toInstant();
    }
}
