package cn.yiqilai.workorder.web;

import cn.yiqilai.city.Flag;
import cn.yiqilai.city.FollowUp;
import cn.yiqilai.city.Kind;
import cn.yiqilai.city.Step;
import cn.yiqilai.platform.Shanghai;
import cn.yiqilai.workorder.clock.Change;
import cn.yiqilai.workorder.clock.Clocks;
import cn.yiqilai.workorder.clock.Closing;
import cn.yiqilai.workorder.clock.Consequence;
import cn.yiqilai.workorder.clock.Deadline;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What the clocks of an order would do, as they stand after the last event.
 *
 * @param ruleVersion by which rules it was counted
 * @param calendarVersion by which calendar
 * @param flags as they are then; a call at night has added URGENT_NIGHT
 * @param deadlines one a step: those that were started, and those on which the rules are silent
 * @param events in the order in which they were sent
 * @param ended clocks that are over because another unit took over, or a call was missed again
 * @param changes due times that moved, oldest first
 * @param openedAt since when the enterprise waits, whatever unit has it; null before anything has happened
 * @param returns how many returns were approved
 * @param closing null while it is not closed
 * @param consequences what has to follow by the city's rules: call-backs, rectification, supervision
 */
@Schema(name = "Timeline")
public record TimelineView(
        String profile,
        String ruleVersion,
        String calendarVersion,
        Kind kind,
        Set<Flag> flags,
        List<StepView> deadlines,
        List<EventView> events,
        List<StepView> ended,
        List<ChangeView> changes,
        @Schema(format = "date-time") @Nullable String openedAt,
        int returns,
        @Nullable ClosingView closing,
        List<ConsequenceView> consequences) {

    /**
     * One clock.
     *
     * @param dueAt null where the rules are silent
     * @param metAt when what it is for was done
     * @param overdueWorkingMinutes by how much it was met too late, in minutes in which the offices were open; null when it
     *     was met in time or is not met
     * @param rule in Chinese; 本地未规定 where the rules are silent
     * @param days how it was counted, day by day
     * @param stoppedAt when it ended without being met
     * @param overdue whether it is late as of the last event
     * @param profile whose rule it is
     */
    @Schema(name = "TimelineStep")
    public record StepView(
            Step step,
            @Schema(format = "date-time") @Nullable String dueAt,
            boolean provisional,
            @Schema(format = "date-time") @Nullable String metAt,
            @Nullable Long overdueWorkingMinutes,
            String rule,
            @Nullable String source,
            List<String> days,
            @Schema(format = "date-time") @Nullable String startedAt,
            @Schema(format = "date-time") @Nullable String stoppedAt,
            boolean overdue,
            String profile,
            @Nullable String owner) {}

    /** What becomes of an event. */
    @Schema(name = "TimelineOutcome")
    public enum Outcome {
        ACCEPTED,
        /** The time that it was to move is over. */
        REFUSED_DEADLINE_PASSED,
        /** More than the rules allow. */
        REFUSED_OVER_CAP,
        /** The time in which it could be asked for is over or has not begun, or nobody asked. */
        REFUSED_WINDOW_CLOSED
    }

    /** @param note why it was refused, in Chinese; null when it was accepted */
    @Schema(name = "TimelineEventOutcome")
    public record EventView(
            @JsonProperty("do") TimelineForm.Deed deed,
            Outcome outcome,
            @Schema(format = "date-time") String at,
            @Nullable String note) {}

    /** A due time that moved. */
    @Schema(name = "TimelineChange")
    public record ChangeView(
            Step step,
            @Schema(format = "date-time") String at,
            @Schema(format = "date-time") @Nullable String oldDueAt,
            @Schema(format = "date-time") @Nullable String newDueAt,
            String oldRule,
            String newRule) {}

    /**
     * The end.
     *
     * @param closedAt when the reply was accepted
     * @param period the month in which it is evaluated; null where the city's rules know no evaluation
     * @param publishedIn the month in which that is published
     */
    @Schema(name = "TimelineClosing")
    public record ClosingView(
            @Schema(format = "date-time") String closedAt,
            @Schema(examples = "2026-03") @Nullable String period,
            @Schema(examples = "2026-04") @Nullable String publishedIn) {}

    /** @param since when it came to that; null when it has been so from the beginning */
    @Schema(name = "TimelineConsequence")
    public record ConsequenceView(
            FollowUp.Then then,
            @Schema(format = "date-time") @Nullable String since,
            String text,
            @Nullable String by,
            String source) {}

    /** @param now the last event */
    static TimelineView of(Kind kind, Clocks clocks, List<EventView> events, Instant now) {
        var steps = new Steps(clocks, now);
        return new TimelineView(
                clocks.rules().own().profile(),
                clocks.rules().version(),
                clocks.calendar().version(),
                kind,
                clocks.flags(),
                clocks.deadlines().stream().map(steps::view).toList(),
                events,
                clocks.ended().stream().map(steps::view).toList(),
                clocks.changes().stream().map(TimelineView::view).toList(),
                clocks.openedAt().map(Shanghai::format).orElse(null),
                clocks.returns(),
                clocks.closing().map(closing -> view(closing, clocks)).orElse(null),
                clocks.consequences(now).stream().map(TimelineView::view).toList());
    }

    private record Steps(Clocks clocks, Instant now) {
        StepView view(Deadline deadline) {
            return new StepView(
                    deadline.step(),
                    format(deadline.dueAt()),
                    deadline.provisional(),
                    format(deadline.metAt()),
                    overdueMinutes(deadline),
                    deadline.rule(),
                    deadline.source(),
                    deadline.days(),
                    format(deadline.startedAt()),
                    format(deadline.stoppedAt()),
                    deadline.isOverdue(now),
                    deadline.profile(),
                    deadline.owner());
        }

        private @Nullable Long overdueMinutes(Deadline deadline) {
            var due = deadline.dueAt();
            var met = deadline.metAt();
            return due == null || met == null || !deadline.isOverdue(met)
                    ? null
                    : clocks.calendar().workingMinutes(due, met);
        }
    }

    private static ChangeView view(Change change) {
        return new ChangeView(
                change.step(),
                Shanghai.format(change.because().at()),
                format(change.oldDueAt()),
                format(change.newDueAt()),
                change.oldRule(),
                change.newRule());
    }

    private static ClosingView view(Closing closing, Clocks clocks) {
        var evaluated = clocks.rules()
                .own()
                .provision("evaluation", "cadence")
                .filter(cadence -> cadence.value() != null)
                .isPresent();
        return new ClosingView(
                Shanghai.format(closing.at()),
                evaluated ? closing.period().toString() : null,
                evaluated ? closing.publishedIn().toString() : null);
    }

    private static ConsequenceView view(Consequence consequence) {
        var rule = consequence.rule();
        return new ConsequenceView(rule.then(), format(consequence.since()), rule.text(), rule.by(), rule.source());
    }

    private static @Nullable String format(@Nullable Instant instant) {
        return instant == null ? null : Shanghai.format(instant);
    }
}
