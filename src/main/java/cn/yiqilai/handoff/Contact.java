package cn.yiqilai.handoff;

import cn.yiqilai.conversation.ConversationId;
import cn.yiqilai.workorder.WorkOrderId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A conversation that wants, has or had a person. Each state is a record with what is known and possible in it; what a state
 * forbids does not compile. Whoever saves the next one counts up its version.
 */
public sealed interface Contact {
    ContactFacts facts();

    /** When this state began. */
    Instant since();

    default ContactId id() {
        return facts().id();
    }

    default ConversationId conversation() {
        return facts().conversation();
    }

    default String desk() {
        return facts().desk();
    }

    default ContactState state() {
        return switch (this) {
            case Queued queued -> ContactState.QUEUED;
            case Ringing ringing -> ContactState.RINGING;
            case Owned owned -> ContactState.OWNED;
            case Held held -> ContactState.HELD;
            case Returned returned -> ContactState.RETURNED;
            case Ended ended -> ContactState.ENDED;
            case Abandoned abandoned -> ContactState.ABANDONED;
            case Missed missed -> ContactState.MISSED;
        };
    }

    /** Whose it is, or at whom it rings, or whose it was at the end. */
    default Optional<UUID> person() {
        return switch (this) {
            case Ringing ringing -> Optional.of(ringing.agent());
            case WithAgent with -> Optional.of(with.agent());
            case Returned returned -> Optional.of(returned.agent());
            case Ended ended -> Optional.of(ended.agent());
            case Queued queued -> Optional.empty();
            case Unserved unserved -> Optional.empty();
        };
    }

    /** It is waiting or somebody has it. */
    default boolean isOpen() {
        return switch (this) {
            case Waiting waiting -> true;
            case WithAgent with -> true;
            case Over over -> false;
        };
    }

    /** Nobody has it yet. */
    sealed interface Waiting extends Contact {
        default Owned take(UUID agent, Instant at) {
            return new Owned(facts().taken(at), at, agent);
        }

        default Ringing ringAt(UUID agent, String desk, Instant at, Instant until) {
            return new Ringing(facts().at(desk), at, agent, until);
        }

        default Abandoned abandon(Instant at, @Nullable Instant callBackDue) {
            return new Abandoned(facts(), at, new CallBack(callBackDue, null), null);
        }

        default Missed miss(Instant at, @Nullable Instant callBackDue) {
            return new Missed(facts(), at, new CallBack(callBackDue, null), null);
        }
    }

    record Queued(ContactFacts facts, Instant since) implements Waiting {}

    /** @param until when it rings elsewhere */
    record Ringing(ContactFacts facts, Instant since, UUID agent, Instant until) implements Waiting {
        Queued unanswered(Instant at) {
            return new Queued(facts, at);
        }
    }

    /** A person has the floor, and no machine speaks. */
    sealed interface WithAgent extends Contact {
        UUID agent();

        /** Back to its old place, at this desk or another. */
        default Queued requeue(String desk, Instant at) {
            return new Queued(facts().at(desk), at);
        }

        default Ringing handOver(UUID other, String desk, Instant at, Instant until) {
            return new Ringing(facts().at(desk), at, other, until);
        }

        default Returned handBack(String summary, Instant at) {
            return new Returned(facts(), at, agent(), summary);
        }

        default Ended end(@Nullable String note, Instant at) {
            return new Ended(facts(), at, agent(), note);
        }
    }

    record Owned(ContactFacts facts, Instant since, UUID agent) implements WithAgent {
        Held hold(Instant at) {
            return new Held(facts, at, agent);
        }
    }

    /** The enterprise was asked to wait a moment. */
    record Held(ContactFacts facts, Instant since, UUID agent) implements WithAgent {
        Owned resume(Instant at) {
            return new Owned(facts, at, agent);
        }
    }

    /** Nothing happens to it any more, but that it is written down or called back. */
    sealed interface Over extends Contact {}

    /** @param summary what the bot and the enterprise read */
    record Returned(ContactFacts facts, Instant since, UUID agent, String summary) implements Over {}

    /** @param note the after-call note; null until it is written */
    record Ended(
            ContactFacts facts,
            Instant since,
            UUID agent,
            @Nullable String note) implements Over {
        Ended noted(String text) {
            return new Ended(facts, since, agent, text);
        }
    }

    /** No person ever came. */
    sealed interface Unserved extends Over {
        CallBack callBack();

        /** The order that was filed instead; null for none. */
        @Nullable
        WorkOrderId order();

        default Unserved calledBack(Instant at) {
            return switch (this) {
                case Abandoned abandoned ->
                    new Abandoned(facts(), since(), callBack().done(at), order());
                case Missed missed -> new Missed(facts(), since(), callBack().done(at), order());
            };
        }
    }

    /** The enterprise left before. */
    record Abandoned(
            ContactFacts facts,
            Instant since,
            CallBack callBack,
            @Nullable WorkOrderId order) implements Unserved {}

    /** Nobody was there, or nobody came. */
    record Missed(
            ContactFacts facts,
            Instant since,
            CallBack callBack,
            @Nullable WorkOrderId order) implements Unserved {
        Missed filed(WorkOrderId number) {
            return new Missed(facts, since, callBack, number);
        }
    }

    /**
     * @param dueAt by the city's rule; null where they are silent
     * @param doneAt when it was reached; null before
     */
    record CallBack(@Nullable Instant dueAt, @Nullable Instant doneAt) {
        CallBack done(Instant at) {
            return new CallBack(dueAt, at);
        }
    }
}
