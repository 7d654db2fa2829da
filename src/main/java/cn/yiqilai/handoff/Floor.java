package cn.yiqilai.handoff;

import cn.yiqilai.access.Account;
import cn.yiqilai.access.Actor;
import cn.yiqilai.access.AuditTrail;
import cn.yiqilai.access.postgres.Accounts;
import cn.yiqilai.conversation.Conversation;
import cn.yiqilai.conversation.Conversations;
import cn.yiqilai.conversation.Message;
import cn.yiqilai.conversation.Ratings;
import cn.yiqilai.conversation.Replies;
import cn.yiqilai.conversation.Transcript;
import cn.yiqilai.handoff.Contact.Ended;
import cn.yiqilai.handoff.Contact.Held;
import cn.yiqilai.handoff.Contact.Over;
import cn.yiqilai.handoff.Contact.Owned;
import cn.yiqilai.handoff.Contact.Ringing;
import cn.yiqilai.handoff.Contact.Unserved;
import cn.yiqilai.handoff.Contact.Waiting;
import cn.yiqilai.handoff.Contact.WithAgent;
import cn.yiqilai.platform.Messages;
import cn.yiqilai.platform.Problem;
import cn.yiqilai.platform.ProblemException;
import cn.yiqilai.platform.web.Idempotency;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * What an agent does with a contact. Each is one transaction that holds the conversation and then the switchboard; who comes
 * second reads whose it is.
 *
 * <p>All throw {@link ProblemException}: 404 for another desk's contact, 409 with {@code state} and {@code owner} for one that
 * is somebody else's or over.
 */
@ApplicationScoped
public class Floor {
    private static final Logger LOG = Logger.getLogger(Floor.class);

    /** What is kept under the sender's name of a message. */
    record Receipt(int seq) {}

    /**
     * Something an agent says.
     *
     * @param clientMessageId the sender's own name for it; the same again is no new message
     * @param suggestion what it was made from; null for his own words
     */
    public record Saying(
            String text,
            @Nullable String clientMessageId,
            @Nullable Picked suggestion) {}

    /** A suggestion, by the message it was made for and its entry. */
    public record Picked(int seq, String entryId) {}

    /**
     * Where a contact is handed to.
     *
     * @param desk null = the same
     * @param agent null = whoever is free there
     */
    public record Destination(
            @Nullable String desk, @Nullable UUID agent) {}

    private final Contacts visible;
    private final ContactRecords contacts;
    private final Desks desks;
    private final PresenceRecords presences;
    private final Attendance attendance;
    private final Offering offering;
    private final Switchboard switchboard;
    private final HandoffTimers timers;
    private final Transcript transcript;
    private final Conversations conversations;
    private final Replies replies;
    private final Ratings ratings;
    private final Suggestions suggestions;
    private final RoundOfRings round;
    private final Notices notices;
    private final Bot bot;
    private final Accounts accounts;
    private final AuditTrail audit;
    private final Idempotency idempotency;

    Floor(
            Contacts visible,
            ContactRecords contacts,
            Desks desks,
            PresenceRecords presences,
            Attendance attendance,
            Offering offering,
            Switchboard switchboard,
            HandoffTimers timers,
            Transcript transcript,
            Conversations conversations,
            Replies replies,
            Ratings ratings,
            Suggestions suggestions,
            RoundOfRings round,
            Notices notices,
            Bot bot,
            Accounts accounts,
            AuditTrail audit,
            Idempotency idempotency) {
        this.visible = visible;
        this.contacts = contacts;
        this.desks = desks;
        this.presences = presences;
        this.attendance = attendance;
        this.offering = offering;
        this.switchboard = switchboard;
        this.timers = timers;
        this.transcript = transcript;
        this.conversations = conversations;
        this.replies = replies;
        this.ratings = ratings;
        this.suggestions = suggestions;
        this.round = round;
        this.notices = notices;
        this.bot = bot;
        this.accounts = accounts;
        this.audit = audit;
        this.idempotency = idempotency;
    }

    /** Takes one that waits, also one that rings at a colleague; one's own stays one's own. */
    public Contact take(ContactId id, Account account) {
        return holding(id, account, (conversation, contact) -> switch (contact) {
            case Waiting waiting -> take(waiting, account);
            case WithAgent with -> mine(with, account);
            case Over over -> throw over(over);
        });
    }

    private Contact take(Waiting waiting, Account account) {
        var desk = workplace(waiting.desk(), account);
        requireRoom(waiting, desk, account);
        var owned = waiting.take(account.id(), switchboard.now());
        save(owned, ContactEvent.Type.TAKEN, account);
        timers.over(owned.id());
        if (waiting.facts().takenAt() == null) {
            switchboard.count(new Figure.Taken(owned.desk(), since(owned.facts().createdAt())));
        }
        notices.tell(owned, Messages.of("handoff.taken", desk.name()));
        // The colleague at whom it rang has a place again.
        offering.offer();
        return owned;
    }

    private void requireRoom(Waiting waiting, Desk desk, Account account) {
        var agent = account.id();
        if (presences
                .find(agent)
                .filter(presence -> presence.isThere(switchboard.now()))
                .isEmpty()) {
            throw Problem.conflict("handoff.not-there").asException();
        }
        var ringsHere = waiting instanceof Ringing ringing && ringing.agent().equals(agent);
        if (contacts.load(agent) - (ringsHere ? 1 : 0) >= desk.capacity()) {
            throw Problem.conflict("handoff.full", String.valueOf(desk.capacity()))
                    .asException();
        }
    }

    /**
     * Says something to the enterprise, in the name of the desk. One that is on hold is not any more.
     *
     * @return the message; the first one when its name came before
     */
    public Message say(ContactId id, Saying saying, Account account) {
        var message = holding(id, account, (conversation, contact) -> {
            var receipt = idempotency.once(
                    "contact-message:" + account.id() + ":" + id,
                    saying.clientMessageId(),
                    saying,
                    Receipt.class,
                    () -> new Receipt(
                            say(mine(contact, account), saying, account).seq()));
            return transcript.after(conversation.id(), receipt.seq() - 1, 1).getFirst();
        });
        deliver(message);
        return message;
    }

    private Message say(WithAgent with, Saying saying, Account account) {
        var made = Optional.ofNullable(saying.suggestion())
                .map(picked -> suggestions.known(with.conversation(), picked.seq(), picked.entryId()));
        if (with instanceof Held held) {
            save(held.resume(switchboard.now()), ContactEvent.Type.RESUMED, account);
        }
        if (isSilent(with)) {
            switchboard.count(
                    new Figure.FirstWord(with.desk(), since(with.facts().createdAt())));
        }
        var message = notices.say(with, desks.known(with.desk()), saying.text());
        made.ifPresent(
                suggestion -> suggestions.sent(with.id(), suggestion, saying.text(), message.seq(), account.id()));
        switchboard.record(
                with, ContactEvent.Type.MESSAGE, account.id(), Map.of("seq", Integer.toString(message.seq())));
        return message;
    }

    /** No person has said anything in it yet. */
    private boolean isSilent(WithAgent with) {
        return visible.history(with.id()).stream()
                .noneMatch(event -> event.type() == ContactEvent.Type.MESSAGE && event.agent() != null);
    }

    /** By the way of its channel, after the commit. It stands in the transcript whatever comes of it. */
    void deliver(Message message) {
        try {
            conversations
                    .find(message.conversation())
                    .ifPresent(conversation -> replies.deliver(conversation, message));
        } catch (RuntimeException e) {
            LOG.errorf(e, "Message %d of %s was not delivered", message.seq(), message.conversation());
        }
    }

    /** Asks the enterprise to wait a moment. */
    public Contact hold(ContactId id, Account account) {
        return holding(id, account, (conversation, contact) -> switch (mine(contact, account)) {
            case Held held -> held;
            case Owned owned -> {
                var held = owned.hold(switchboard.now());
                save(held, ContactEvent.Type.HELD, account);
                notices.tell(held, Messages.of("handoff.held"));
                yield held;
            }
        });
    }

    public Contact resume(ContactId id, Account account) {
        return holding(id, account, (conversation, contact) -> switch (mine(contact, account)) {
            case Owned owned -> owned;
            case Held held -> {
                var owned = held.resume(switchboard.now());
                save(owned, ContactEvent.Type.RESUMED, account);
                yield owned;
            }
        });
    }

    /** Hands it to another desk, where it has waited since it was first queued, or to a colleague, at whom it rings. */
    public Contact transfer(ContactId id, Destination to, Account account) {
        return holding(id, account, (conversation, contact) -> {
            var with = mine(contact, account);
            var desk = destination(with, to);
            var agent = to.agent();
            switchboard.record(
                    with,
                    ContactEvent.Type.TRANSFERRED,
                    account.id(),
                    agent == null ? Map.of("to", desk.id()) : Map.of("to", desk.id(), "agent", agent.toString()));
            if (agent == null) {
                offering.rejoin(with.requeue(desk.id(), switchboard.now()));
            } else {
                ring(with, desk, agent, account);
            }
            var handed = known(id);
            audit(handed, ContactEvent.Type.TRANSFERRED, account);
            notices.tell(handed, Messages.of("handoff.transferred", desk.name()));
            offering.offer();
            return handed;
        });
    }

    private Desk destination(WithAgent with, Destination to) {
        var wanted = Optional.ofNullable(to.desk()).orElse(with.desk());
        if (to.agent() == null && wanted.equals(with.desk())) {
            throw Problem.invalidField("desk", "handoff.transfer-nowhere").asException();
        }
        return desks.find(wanted).filter(Desk::active).orElseThrow(() -> Problem.invalidField(
                        "desk", "handoff.desk-unknown")
                .asException());
    }

    private void ring(WithAgent with, Desk desk, UUID agent, Account account) {
        if (agent.equals(account.id()) || !desk.employs(agent)) {
            throw Problem.invalidField("agent", "handoff.transfer-agent").asException();
        }
        var now = switchboard.now();
        var free = presences
                .find(agent)
                .filter(presence -> presence.at(now) == PresenceState.AVAILABLE)
                .isPresent();
        if (!free || contacts.load(agent) >= desk.capacity()) {
            throw Problem.conflict("handoff.agent-busy").asException();
        }
        var until = now.plus(HandoffTimers.RING);
        var ringing = with.handOver(agent, desk.id(), now, until);
        contacts.update(ringing);
        timers.ringOver(ringing.id(), until);
        timers.nobodyCame(ringing.id(), now.plus(HandoffTimers.UNATTENDED_FOR));
        switchboard.record(ringing, ContactEvent.Type.RINGING, agent, Map.of());
    }

    /** Gives the floor back to the bot, with a summary that the enterprise reads and nothing under discussion any more. */
    public Contact handBack(ContactId id, String summary, Account account) {
        return holding(id, account, (conversation, contact) -> {
            var returned = mine(contact, account).handBack(summary, switchboard.now());
            save(returned, ContactEvent.Type.RETURNED, account);
            finish(returned);
            served(returned);
            bot.resume(conversation);
            notices.tell(returned, Messages.of("handoff.returned", summary));
            offering.offer();
            return returned;
        });
    }

    /** Ends it. Without a note the agent has time to write one, in which nothing rings. */
    public Contact end(ContactId id, @Nullable String note, Account account) {
        return holding(id, account, (conversation, contact) -> {
            if (contact instanceof Ended ended && ended.agent().equals(account.id())) {
                return ended;
            }
            var ended = mine(contact, account).end(note, switchboard.now());
            save(ended, ContactEvent.Type.ENDED, account);
            finish(ended);
            served(ended);
            bot.resume(conversation);
            var asks = isToBeRated(ended);
            notices.tell(ended, Messages.of(asks ? "handoff.ended-rate" : "handoff.ended"), asks);
            if (note == null) {
                attendance.shift(account.id(), PresenceState.AVAILABLE, PresenceState.AFTER_CALL);
            }
            offering.offer();
            return ended;
        });
    }

    private void finish(Over over) {
        timers.over(over.id());
        round.close(over);
        timers.capture(over.id(), switchboard.now());
    }

    private void served(Over over) {
        Optional.ofNullable(over.facts().takenAt())
                .ifPresent(taken -> switchboard.count(new Figure.Served(over.desk(), since(taken))));
    }

    private Duration since(Instant earlier) {
        return Duration.between(earlier, switchboard.now());
    }

    /** Nobody is asked twice: not who has rated, nor who was asked when a contact of this conversation ended before. */
    private boolean isToBeRated(Ended ended) {
        return ratings.latest(ended.conversation()).isEmpty()
                && contacts.of(ended.conversation()).stream()
                        .noneMatch(
                                other -> other instanceof Ended && !other.id().equals(ended.id()));
    }

    /** The after-call note, once; then it may ring again. */
    public Contact note(ContactId id, String note, Account account) {
        return holding(id, account, (conversation, contact) -> {
            if (!(contact instanceof Ended ended) || !ended.agent().equals(account.id())) {
                throw contact instanceof Over over ? over(over) : taken(contact);
            }
            if (note.equals(ended.note())) {
                return ended;
            }
            if (ended.note() != null) {
                throw Problem.conflict("handoff.noted").asException();
            }
            var noted = ended.noted(note);
            save(noted, ContactEvent.Type.NOTED, account);
            attendance.shift(account.id(), PresenceState.AFTER_CALL, PresenceState.AVAILABLE);
            offering.offer();
            return noted;
        });
    }

    /** Somebody of the desk rang an enterprise that nobody had served. One that was not reached stays on the list. */
    public Contact callBack(ContactId id, boolean reached, Account account) {
        return holding(id, account, (conversation, contact) -> {
            if (!(contact instanceof Unserved unserved)) {
                throw Problem.conflict("handoff.was-served")
                        .with("state", contact.state().name())
                        .asException();
            }
            if (unserved.callBack().doneAt() != null) {
                return unserved;
            }
            var after = reached ? unserved.calledBack(switchboard.now()) : unserved;
            contacts.update(after);
            switchboard.record(
                    after, ContactEvent.Type.CALLED_BACK, account.id(), Map.of("reached", Boolean.toString(reached)));
            audit(after, ContactEvent.Type.CALLED_BACK, account);
            return after;
        });
    }

    /** Refuses a suggestion: a label for the editors. */
    public void reject(ContactId id, Picked picked, @Nullable String reason, Account account) {
        holding(id, account, (conversation, contact) -> {
            var with = mine(contact, account);
            var suggestion = suggestions.known(with.conversation(), picked.seq(), picked.entryId());
            suggestions.rejected(id, suggestion, reason, account.id());
            return with;
        });
    }

    /** One transaction that holds the conversation and then the switchboard. */
    <T> T holding(ContactId id, Account account, BiFunction<Conversation, Contact, T> work) {
        var seen = visible.find(id, account);
        return transcript.serving(seen.conversation(), conversation -> {
            switchboard.hold();
            return work.apply(conversation, visible.find(id, account));
        });
    }

    private void save(Contact contact, ContactEvent.Type type, Account account) {
        contacts.update(contact);
        switchboard.record(contact, type, account.id(), Map.of());
        audit(contact, type, account);
    }

    private void audit(Contact contact, ContactEvent.Type type, Account account) {
        audit.record(
                Actor.account(account.id()),
                "contact." + type.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                "contact",
                contact.id().toString(),
                Map.of("desk", contact.desk(), "state", contact.state().name()));
    }

    private Contact known(ContactId id) {
        return contacts.find(id).orElseThrow(() -> new IllegalStateException("contact " + id + " is gone"));
    }

    private Desk workplace(String id, Account account) {
        var desk = desks.known(id);
        if (!desk.employs(account.id())) {
            throw Problem.of(403, "handoff.not-your-desk", desk.name()).asException();
        }
        return desk;
    }

    WithAgent mine(Contact contact, Account account) {
        return switch (contact) {
            case WithAgent with -> {
                if (!with.agent().equals(account.id())) {
                    throw taken(with);
                }
                yield with;
            }
            case Waiting waiting -> throw taken(waiting);
            case Over over -> throw over(over);
        };
    }

    private ProblemException taken(Contact contact) {
        var owner = contact instanceof WithAgent with
                ? accounts.find(with.agent()).map(staff -> staff.account().displayName())
                : Optional.<String>empty();
        var problem = owner.map(
                        name -> Problem.conflict("handoff.taken-by", name).with("owner", name))
                .orElseGet(() -> Problem.conflict("handoff.not-taken"));
        return problem.with("state", contact.state().name()).asException();
    }

    private static ProblemException over(Over over) {
        return Problem.conflict("handoff.over")
                .with("state", over.state().name())
                .asException();
    }
}
