package cn.yiqilai.workorder;

import cn.yiqilai.city.SigningLevel;
import cn.yiqilai.platform.Messages;
import cn.yiqilai.platform.Problem;
import cn.yiqilai.platform.Problem.FieldError;
import cn.yiqilai.workorder.Move.Entry;
import cn.yiqilai.workorder.TimelineLine.Deed;
import cn.yiqilai.workorder.clock.ClockEvent;
import cn.yiqilai.workorder.reply.Approval;
import cn.yiqilai.workorder.reply.Finding;
import cn.yiqilai.workorder.reply.FourChecks;
import cn.yiqilai.workorder.reply.Reply;
import cn.yiqilai.workorder.reply.ReplyTemplate;
import cn.yiqilai.workorder.reply.ReplyTemplates;
import cn.yiqilai.workorder.reply.Resolution;
import cn.yiqilai.workorder.reply.StepwisePlan;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A unit writes its reply into the city's template, and somebody of the right level signs it: then it is submitted. */
@ApplicationScoped
public class Replying {
    /**
     * @param sections texts by the keys of the template, each 1..4000 code points
     * @param told how the enterprise was told; needed with STEPWISE (明确告知)
     * @param reason needed with EXPLAINED
     */
    public record Proposal(
            Map<String, String> sections,
            Finding finding,
            Resolution resolution,
            FourChecks checks,
            @Nullable StepwisePlan plan,
            @Nullable String reason,
            @Nullable String told,
            String by) {
        public Proposal {
            sections = Collections.unmodifiableSortedMap(new TreeMap<>(sections));
        }
    }

    /**
     * @param name the leader who signed, 1..60 code points
     * @param signedAt not after now; null = now
     */
    public record Signed(
            SigningLevel level,
            String name,
            @Nullable String position,
            @Nullable Instant signedAt) {}

    private final Transitions transitions;
    private final ReplyTemplates templates;
    private final ClockFactory clocks;

    Replying(Transitions transitions, ReplyTemplates templates, ClockFactory clocks) {
        this.transitions = transitions;
        this.templates = templates;
        this.clocks = clocks;
    }

    /**
     * Row 13.
     *
     * @throws cn.yiqilai.platform.ProblemException 400 with every part that the template asks for and that is missing, every
     *     check that was not passed, and what the resolution wants besides
     */
    public WorkOrder propose(Call call, Proposal proposal) {
        var template = templates.current();
        requireComplete(proposal, template);
        return transitions.perform(Operation.PROPOSE_REPLY, call, proposal, Answerable.class, (order, at) -> {
            var reply = reply(proposal, template, at);
            var proposed = order.propose(reply);
            return new Move.To(
                    proposed,
                    Entry.of(Deed.REPLY_PROPOSED, proposed)
                            .with("template", Integer.toString(template.version()))
                            .with("finding", reply.finding().name())
                            .with("resolution", reply.resolution().name())
                            .holding(reply));
        });
    }

    /** Row 14: by the level that flags and rules ask for, or a higher one. This is the instant of submission. */
    public WorkOrder approve(Call call, Signed signed) {
        return transitions.perform(Operation.APPROVE_REPLY, call, signed, UnderApproval.class, (waiting, at) -> {
            var approval = approval(call, signed, at);
            return Move.of(
                    waiting.approve(approval, levelOf(waiting)),
                    submitted -> new Move.To(
                            submitted,
                            Entry.of(Deed.REPLY_APPROVED, submitted)
                                    .with("level", approval.level().name())
                                    .holding(approval)
                                    .clocked(new ClockEvent.ReplySubmitted(at))));
        });
    }

    /** Who must sign at least; empty where the city's rules say nothing. */
    public Optional<SigningLevel> levelOf(WorkOrder order) {
        return clocks.rulesOf(order).own().approval(order.matter().flags()).map(cn.yiqilai.city.Approval::level);
    }

    private static Approval approval(Call call, Signed signed, Instant at) {
        var signedAt = signed.signedAt() == null ? at : signed.signedAt();
        if (signedAt.isAfter(at)) {
            throw Problem.invalidField("signedAt", "workorder.not-in-future").asException();
        }
        return new Approval(
                signed.level(),
                signed.name(),
                signed.position(),
                signedAt,
                call.officer().actor().id(),
                at);
    }

    private static Reply reply(Proposal proposal, ReplyTemplate template, Instant at) {
        var sections = template.fields().stream()
                .flatMap(field -> Optional.ofNullable(proposal.sections().get(field.key()))
                        .map(text -> new Reply.Section(field.key(), field.heading(), text))
                        .stream())
                .toList();
        return new Reply(
                template.version(),
                sections,
                proposal.finding(),
                proposal.resolution(),
                proposal.checks(),
                proposal.plan(),
                proposal.reason(),
                proposal.told(),
                proposal.by(),
                at);
    }

    private static void requireComplete(Proposal proposal, ReplyTemplate template) {
        var errors = new ArrayList<FieldError>();
        addMissingSections(errors, proposal, template);
        addFailedChecks(errors, proposal.checks());
        switch (proposal.resolution()) {
            case RESOLVED -> {}
            case STEPWISE -> {
                require(errors, "plan", proposal.plan());
                require(errors, "told", proposal.told());
            }
            case EXPLAINED -> require(errors, "reason", proposal.reason());
        }
        if (!errors.isEmpty()) {
            throw new Problem(400, "workorder.reply", Messages.of("workorder.reply"), errors, Map.of()).asException();
        }
    }

    private static void addMissingSections(List<FieldError> errors, Proposal proposal, ReplyTemplate template) {
        var keys = template.fields().stream().map(ReplyTemplate.Field::key).toList();
        template.fields().stream()
                .filter(field -> field.required() && !proposal.sections().containsKey(field.key()))
                .forEach(field -> errors.add(error("sections." + field.key(), "workorder.required")));
        proposal.sections().keySet().stream()
                .filter(key -> !keys.contains(key))
                .sorted()
                .forEach(key -> errors.add(error("sections." + key, "workorder.no-such-section")));
    }

    private static void addFailedChecks(List<FieldError> errors, FourChecks checks) {
        Map.of(
                        "checks.investigated", checks.investigated(),
                        "checks.concluded", checks.concluded(),
                        "checks.handled", checks.handled(),
                        "checks.communicated", checks.communicated())
                .entrySet()
                .stream()
                .filter(check -> !check.getValue())
                .map(Map.Entry::getKey)
                .sorted()
                .forEach(field -> errors.add(error(field, "workorder.check-failed")));
    }

    private static void require(List<FieldError> errors, String field, @Nullable Object value) {
        if (value == null) {
            errors.add(error(field, "workorder.required"));
        }
    }

    private static FieldError error(String field, String code) {
        return new FieldError(field, Messages.of(code));
    }
}
