package cn.yiqilai.handoff;

import cn.yiqilai.workorder.WorkOrderId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A specialist is brought into a contact (三方通话). Each state is a record with what is known and possible in it.
 *
 * <pre>
 *      Ringing → Ringing …   (20 seconds each: on to the next on the rota)
 *         |  \→ Joined → Left
 *         ├→ Unreached       nobody is left: an order
 *         └→ Cancelled       by the agent, or the contact is over
 * </pre>
 */
public sealed interface Invitation {
    InvitationFacts facts();

    /** When this state began. */
    Instant since();

    default InvitationId id() {
        return facts().id();
    }

    default ContactId contact() {
        return facts().contact();
    }

    default InvitationState state() {
        return switch (this) {
            case Ringing ringing -> InvitationState.RINGING;
            case Joined joined -> InvitationState.JOINED;
            case Left left -> InvitationState.LEFT;
            case Unreached unreached -> InvitationState.UNREACHED;
            case Cancelled cancelled -> InvitationState.CANCELLED;
        };
    }

    /** At whom it rings, or who joined. */
    default Optional<Guest> invited() {
        return switch (this) {
            case Open open -> Optional.of(open.guest());
            case Left left -> Optional.of(left.guest());
            case Unreached unreached -> Optional.empty();
            case Cancelled cancelled -> Optional.empty();
        };
    }

    /** A specialist, and the account with which he answers. */
    record Guest(UUID specialist, UUID account) {}

    sealed interface Open extends Invitation {
        Guest guest();
    }

    sealed interface Closed extends Invitation {}

    /** @param until when it rings at the next */
    record Ringing(InvitationFacts facts, Instant since, Guest guest, Instant until) implements Open {
        Ringing passTo(Guest next, Instant at, Instant nextUntil) {
            return new Ringing(facts, at, next, nextUntil);
        }

        Joined accept(Instant at) {
            return new Joined(facts, at, guest, 0);
        }

        Unreached giveUp(Instant at) {
            return new Unreached(facts, at, null);
        }

        Cancelled cancel(Instant at) {
            return new Cancelled(facts, at);
        }
    }

    /**
     * He reads and speaks.
     *
     * @param answers his messages so far
     */
    record Joined(InvitationFacts facts, Instant since, Guest guest, int answers) implements Open {
        Joined spoke() {
            return new Joined(facts, since, guest, answers + 1);
        }

        Left leave(Instant at) {
            return new Left(facts, at, guest, since, answers);
        }
    }

    record Left(InvitationFacts facts, Instant since, Guest guest, Instant joinedAt, int answers) implements Closed {}

    /** Nobody came. @param order that was filed instead; null only within the transaction */
    record Unreached(
            InvitationFacts facts, Instant since, @Nullable WorkOrderId order) implements Closed {
        Unreached filed(WorkOrderId number) {
            return new Unreached(facts, since, number);
        }
    }

    record Cancelled(InvitationFacts facts, Instant since) implements Closed {}
}
