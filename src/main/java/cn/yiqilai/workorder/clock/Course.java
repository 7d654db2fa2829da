package cn.yiqilai.workorder.clock;

import cn.yiqilai.city.Flag;
import cn.yiqilai.city.Kind;
import cn.yiqilai.city.Step;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What happened to an order, as far as a clock cares. It knows facts alone; what the rules make of them is for {@link
 * Counting} to say.
 *
 * @param ratings in the order in which they came
 * @param lastAt of the last event; null before the first
 */
record Course(
        Kind kind,
        Flags flags,
        Intake intake,
        Handling handling,
        Answer answer,
        MissedCall missedCall,
        List<ClockEvent.Rated> ratings,
        @Nullable Instant lastAt) {
    static Course begin(Kind kind, Set<Flag> flags) {
        return new Course(
                kind, Flags.of(flags), Intake.NONE, Handling.NONE, Answer.NONE, MissedCall.NONE, List.of(), null);
    }

    boolean isClosed() {
        return answer.isAccepted();
    }

    @Nullable
    Tenure tenure() {
        return handling.tenure();
    }

    boolean isBetweenUnits() {
        return handling.isBetweenUnits();
    }

    boolean hasPendingReturn() {
        var unit = tenure();
        return unit != null && unit.returnPending() && !isClosed();
    }

    Course received(Instant at, boolean night) {
        var received = with(intake.received(at, night));
        return received.intake.atNight() ? received.flagSet(Flag.URGENT_NIGHT) : received;
    }

    /** @param goingOn steps whose clocks do not belong to the unit */
    Course dispatched(Instant at, Set<Step> goingOn) {
        return isClosed() ? this : with(intake.dispatched(at)).with(handling.dispatched(at, goingOn));
    }

    Course contacted(Instant at) {
        return with(intake.contacted(at)).with(handling.by(unit -> unit.contacted(at)));
    }

    /** The unit is rid of it, though nobody counts a return. */
    Course left(Instant at) {
        return isClosed() ? this : with(handling.left(at)).with(Answer.NONE);
    }

    /** What the unit had submitted goes back with the order. */
    Course returnDecided(Instant at, boolean approved) {
        return approved
                ? with(handling.returned(at)).with(Answer.NONE)
                : with(handling.by(unit -> unit.returnDecided(at, false)));
    }

    Course submitted(Instant at) {
        return isBetweenUnits() ? this : with(answer.submitted(at));
    }

    Course reviewed(Instant at, boolean accepted) {
        return isBetweenUnits() ? this : with(answer.reviewed(at, accepted));
    }

    Course flagSet(Flag flag) {
        return with(flags.set(flag, isClosed()));
    }

    Course flagCleared(Flag flag) {
        return with(flags.clear(flag, isClosed()));
    }

    Course resultTold(Instant at) {
        return with(answer.told(at)).with(missedCall.told(at));
    }

    Course rated(ClockEvent.Rated rating) {
        var more = Stream.concat(ratings.stream(), Stream.of(rating)).toList();
        return new Course(kind, flags, intake, handling, answer, missedCall, more, lastAt);
    }

    Course at(Instant at) {
        return new Course(kind, flags, intake, handling, answer, missedCall, ratings, at);
    }

    Course with(Intake other) {
        return new Course(kind, flags, other, handling, answer, missedCall, ratings, lastAt);
    }

    Course with(Handling other) {
        return new Course(kind, flags, intake, other, answer, missedCall, ratings, lastAt);
    }

    Course with(Extensions other) {
        return with(handling.with(other));
    }

    Course with(MissedCall other) {
        return new Course(kind, flags, intake, handling, answer, other, ratings, lastAt);
    }

    private Course with(Flags other) {
        return new Course(kind, other, intake, handling, answer, missedCall, ratings, lastAt);
    }

    private Course with(Answer other) {
        return new Course(kind, flags, intake, handling, other, missedCall, ratings, lastAt);
    }
}
