package cn.yiqilai.workorder.clock;

import cn.yiqilai.city.Flag;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Something that happened to an order and that a clock cares about. The names in the contract stand beside each. */
public sealed interface ClockEvent {
    Instant at();

    /** RECEIVE: the enterprise said what it wants. */
    record Received(Instant at) implements ClockEvent {}

    /** FORM: there is an order. */
    record Formed(Instant at) implements ClockEvent {}

    /**
     * DISPATCH: a unit is to see to it; a second one after an approved return starts that unit's clocks afresh.
     *
     * @param to the unit
     */
    record Dispatched(Instant at, @Nullable String to) implements ClockEvent {}

    /**
     * A unit gave it to its superior or to one below itself: its own clocks end, those of the next start afresh (reading A19),
     * and what the enterprise waits for goes on. No word of the contract: in a trial it is a return and another dispatch.
     *
     * @param to the unit that has it from now on
     */
    record PassedOn(Instant at, String to) implements ClockEvent {}

    /** SIGN */
    record Signed(Instant at) implements ClockEvent {}

    /** CONTACT: the enterprise was told procedure and limit. */
    record Contacted(Instant at) implements ClockEvent {}

    /** REQUEST_RETURN */
    record ReturnRequested(
            Instant at, @Nullable String ground, @Nullable String advice) implements ClockEvent {}

    /** DECIDE_RETURN */
    record ReturnDecided(Instant at, boolean approved) implements ClockEvent {}

    /** REQUEST_EXTENSION: exactly one of {@code workingDays} (1..1000) and {@code until} is given. */
    record ExtensionRequested(
            Instant at,
            @Nullable Integer workingDays,
            @Nullable LocalDate until,
            @Nullable String reason) implements ClockEvent {}

    /** DECIDE_EXTENSION */
    record ExtensionDecided(Instant at, boolean approved) implements ClockEvent {}

    /** SUBMIT_REPLY: the unit's signer approved a version of the reply. */
    record ReplySubmitted(Instant at) implements ClockEvent {}

    /** REVIEW_REPLY: the platform accepts that version or sends it back. */
    record ReplyReviewed(
            Instant at, boolean accepted, @Nullable String reason) implements ClockEvent {}

    /** SET_FLAG */
    record FlagSet(Instant at, Flag flag) implements ClockEvent {}

    /** CLEAR_FLAG */
    record FlagCleared(Instant at, Flag flag) implements ClockEvent {}

    /**
     * The special source of the order has set a limit of its own, where the city's gives way (第十一条末款). No word of the contract.
     *
     * @param until the last day
     * @param ground the provision or the letter that says so
     */
    record SourceLimitSet(Instant at, LocalDate until, String ground) implements ClockEvent {}

    /** MISSED_CALL: a call was not answered. */
    record CallMissed(Instant at) implements ClockEvent {}

    /** CALL_BACK */
    record CalledBack(Instant at) implements ClockEvent {}

    /** RESULT_TOLD: the enterprise was told what came of it. */
    record ResultTold(Instant at) implements ClockEvent {}

    /**
     * RATE
     *
     * @param grade 1 非常不满意 … 5 非常满意
     */
    record Rated(Instant at, RatingChannel channel, int grade) implements ClockEvent {}

    /** By which way a rating came. */
    enum RatingChannel {
        SMS,
        HUMAN
    }
}
