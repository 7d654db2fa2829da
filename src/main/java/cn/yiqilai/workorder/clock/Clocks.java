package cn.yiqilai.workorder.clock;

import cn.yiqilai.calendar.WorkCalendar;
import cn.yiqilai.city.Flag;
import cn.yiqilai.city.Kind;
import cn.yiqilai.city.ReadingOption;
import cn.yiqilai.city.RulesInForce;
import cn.yiqilai.city.Step;
import cn.yiqilai.workorder.clock.ClockEvent.CallMissed;
import cn.yiqilai.workorder.clock.ClockEvent.CalledBack;
import cn.yiqilai.workorder.clock.ClockEvent.Contacted;
import cn.yiqilai.workorder.clock.ClockEvent.Dispatched;
import cn.yiqilai.workorder.clock.ClockEvent.ExtensionDecided;
import cn.yiqilai.workorder.clock.ClockEvent.ExtensionRequested;
import cn.yiqilai.workorder.clock.ClockEvent.FlagCleared;
import cn.yiqilai.workorder.clock.ClockEvent.FlagSet;
import cn.yiqilai.workorder.clock.ClockEvent.Formed;
import cn.yiqilai.workorder.clock.ClockEvent.PassedOn;
import cn.yiqilai.workorder.clock.ClockEvent.Rated;
import cn.yiqilai.workorder.clock.ClockEvent.Received;
import cn.yiqilai.workorder.clock.ClockEvent.ReplyReviewed;
import cn.yiqilai.workorder.clock.ClockEvent.ReplySubmitted;
import cn.yiqilai.workorder.clock.ClockEvent.ResultTold;
import cn.yiqilai.workorder.clock.ClockEvent.ReturnDecided;
import cn.yiqilai.workorder.clock.ClockEvent.ReturnRequested;
import cn.yiqilai.workorder.clock.ClockEvent.Signed;
import cn.yiqilai.workorder.clock.ClockEvent.SourceLimitSet;
import cn.yiqilai.workorder.clock.ClockOutcome.Reason;
import cn.yiqilai.workorder.clock.Counting.ExtensionOutcome;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The clocks of an order. Immutable: an event gives new ones or is refused. */
public final class Clocks {
    private final Counting counting;
    private final Course course;
    private final List<Deadline> deadlines;
    private final List<Deadline> ended;
    private final List<Change> changes;

    private Clocks(
            Counting counting, Course course, List<Deadline> deadlines, List<Deadline> ended, List<Change> changes) {
        this.counting = counting;
        this.course = course;
        this.deadlines = deadlines;
        this.ended = ended;
        this.changes = changes;
    }

    /** Before anything has happened. */
    public static Clocks begin(Kind kind, Set<Flag> flags, RulesInForce rules, WorkCalendar calendar) {
        var counting = new Counting(rules, calendar);
        var course = Course.begin(kind, flags);
        return new Clocks(counting, course, counting.deadlines(course), List.of(), List.of());
    }

    /**
     * Events come in the order of their times.
     *
     * @throws IllegalArgumentException for an event that lies before the last
     */
    public ClockOutcome after(ClockEvent event) {
        requireOrder(event);
        return switch (event) {
            case Received(var at) -> accepted(event, course.received(at, counting.isNight(at, course)));
            case Formed(var at) -> accepted(event, course.with(course.intake().formed(at)));
            case Dispatched(var at, var to) -> accepted(event, course.dispatched(at, counting.goingOn(course)));
            case PassedOn passed -> passOn(passed);
            case Signed(var at) -> accepted(event, course.with(course.handling().by(unit -> unit.signed(at))));
            case Contacted(var at) -> accepted(event, course.contacted(at));
            case ReturnRequested request -> requestReturn(request);
            case ReturnDecided decision -> decideReturn(decision);
            case ExtensionRequested request -> requestExtension(request);
            case ExtensionDecided decision -> decideExtension(decision);
            case ReplySubmitted(var at) -> accepted(event, course.submitted(at));
            case ReplyReviewed(var at, var accepted, var reason) -> accepted(event, course.reviewed(at, accepted));
            case FlagSet(var at, var flag) -> accepted(event, course.flagSet(flag));
            case FlagCleared(var at, var flag) -> accepted(event, course.flagCleared(flag));
            case SourceLimitSet(var at, var until, var ground) ->
                accepted(event, course.with(course.intake().limited(new SourceLimit(until, ground))));
            case CallMissed(var at) ->
                accepted(event, course.with(course.missedCall().missed(at, isSettled())));
            case CalledBack(var at) ->
                accepted(event, course.with(course.missedCall().calledBack(at)));
            case ResultTold(var at) -> accepted(event, course.resultTold(at));
            case Rated rating -> accepted(event, course.rated(rating));
        };
    }

    /** One a step, in the order of {@link Step}: those that run or ran, and those on which the rules are silent. */
    public List<Deadline> deadlines() {
        return deadlines;
    }

    public Optional<Deadline> deadline(Step step) {
        return deadlines.stream().filter(one -> one.step() == step).findFirst();
    }

    /** Clocks that are no longer of any matter: those of a unit before the present one, in the order in which they ended. */
    public List<Deadline> ended() {
        return ended;
    }

    /** Due times that moved, oldest first. */
    public List<Change> changes() {
        return changes;
    }

    /** As they are now; a call at night has added {@link Flag#URGENT_NIGHT}. */
    public Set<Flag> flags() {
        return course.flags().all();
    }

    /** How many returns were approved. */
    public int returns() {
        return course.handling().returns();
    }

    /** When the enterprise began to wait: that clock goes on whatever unit has the order (reading A19). */
    public Optional<Instant> openedAt() {
        return Optional.ofNullable(course.intake().receipt());
    }

    public Optional<Closing> closing() {
        return Optional.ofNullable(course.answer().closedAt()).map(Closing::new);
    }

    /** Whether a return waits to be decided upon. */
    public boolean hasPendingReturn() {
        return course.hasPendingReturn();
    }

    /** Whether more time was asked for and that waits to be decided upon. */
    public boolean hasPendingExtension() {
        return course.handling().extensions().pending() != null;
    }

    public RulesInForce rules() {
        return counting.rules();
    }

    public WorkCalendar calendar() {
        return counting.calendar();
    }

    /** What has to follow by the city's rules, as things stand at {@code now}. */
    public List<Consequence> consequences(Instant now) {
        return new Consequences(this, course.ratings(), now).list();
    }

    /** The clocks of the one unit stop before those of the next start, both at the same instant. */
    private ClockOutcome passOn(PassedOn passed) {
        var between = next(passed, course.left(passed.at()));
        return between.accepted(passed, between.course.dispatched(passed.at(), counting.goingOn(between.course)));
    }

    private ClockOutcome requestReturn(ReturnRequested request) {
        return counting.isReturnOpen(request.at(), course)
                ? accepted(request, course.with(course.handling().by(unit -> unit.returnAsked(request.at()))))
                : new ClockOutcome.Refused(Reason.WINDOW_CLOSED);
    }

    private ClockOutcome decideReturn(ReturnDecided decision) {
        return hasPendingReturn()
                ? accepted(decision, course.returnDecided(decision.at(), decision.approved()))
                : new ClockOutcome.Refused(Reason.WINDOW_CLOSED);
    }

    private ClockOutcome requestExtension(ExtensionRequested request) {
        return switch (counting.extension(request, course)) {
            case ExtensionOutcome.Possible(var asked) ->
                accepted(request, course.with(course.handling().extensions().asked(asked)));
            case ExtensionOutcome.Impossible(var reason) -> new ClockOutcome.Refused(reason);
        };
    }

    /** However late it is decided, it acts back to when it was asked for (reading A6). */
    private ClockOutcome decideExtension(ExtensionDecided decision) {
        return hasPendingExtension()
                ? accepted(decision, course.with(course.handling().extensions().decided(decision.approved())))
                : new ClockOutcome.Refused(Reason.WINDOW_CLOSED);
    }

    private boolean isSettled() {
        return deadline(Step.MISSED_CALL).map(one -> one.metAt() != null).orElse(false);
    }

    private void requireOrder(ClockEvent event) {
        var last = course.lastAt();
        if (last != null && event.at().isBefore(last)) {
            throw new IllegalArgumentException("an event at " + event.at() + " lies before the last, at " + last);
        }
    }

    private ClockOutcome accepted(ClockEvent event, Course happened) {
        return new ClockOutcome.Accepted(next(event, happened));
    }

    private Clocks next(ClockEvent event, Course happened) {
        var next = happened.at(event.at());
        var counted = counting.deadlines(next);
        return new Clocks(
                counting,
                next,
                counted,
                plus(ended, endedBy(event, counted)),
                plus(changes, changedBy(event, counted)));
    }

    /** A clock that has started anew, or is gone, leaves the one that ran before. */
    private Stream<Deadline> endedBy(ClockEvent event, List<Deadline> counted) {
        return deadlines.stream()
                .filter(before -> before.dueAt() != null)
                .filter(before -> isNew(event, before, find(before.step(), counted)));
    }

    private boolean isNew(ClockEvent event, Deadline before, @Nullable Deadline now) {
        if (now == null || now.startedAt() == null) {
            return true;
        }
        return (event instanceof Dispatched || event instanceof PassedOn || event instanceof CallMissed)
                && !now.startedAt().equals(before.startedAt());
    }

    private Stream<Change> changedBy(ClockEvent event, List<Deadline> counted) {
        return deadlines.stream().filter(before -> before.startedAt() != null).flatMap(before -> {
            var now = find(before.step(), counted);
            return now == null || isNew(event, before, now) || isSame(before, now)
                    ? Stream.empty()
                    : Stream.of(
                            new Change(before.step(), event, before.dueAt(), now.dueAt(), before.rule(), now.rule()));
        });
    }

    private static boolean isSame(Deadline before, Deadline now) {
        return Objects.equals(before.dueAt(), now.dueAt()) && before.rule().equals(now.rule());
    }

    private static @Nullable Deadline find(Step step, List<Deadline> among) {
        return among.stream().filter(one -> one.step() == step).findFirst().orElse(null);
    }

    private static <T> List<T> plus(List<T> list, Stream<T> more) {
        return Stream.concat(list.stream(), more).toList();
    }

    /** Whether the city's rules read something that way. */
    boolean reads(ReadingOption option) {
        return rules().own().reads(option);
    }
}
