package cn.yiqilai.handoff;

import cn.yiqilai.city.Kind;
import cn.yiqilai.conversation.Conversation;
import cn.yiqilai.conversation.ConversationId;
import cn.yiqilai.conversation.Transcript;
import cn.yiqilai.handoff.Contact.Missed;
import cn.yiqilai.handoff.Contact.Queued;
import cn.yiqilai.handoff.Contact.Unserved;
import cn.yiqilai.handoff.Contact.Waiting;
import cn.yiqilai.workorder.WorkOrderId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The enterprise's side of a hand-off. {@link #place}, {@link #said} and {@link #filed} are called in the transaction of an
 * exchange, with the conversation held.
 */
@ApplicationScoped
public class Handoffs {
    /**
     * What is known of a wish for a person.
     *
     * @param askedSeq the message that led to it; null when nothing was asked
     * @param reason the enterprise's own words for it; null = none
     * @param topic of what seems to be asked about; null = not known
     */
    public record Wish(
            Cause cause,
            Kind kind,
            @Nullable Integer askedSeq,
            @Nullable String reason,
            @Nullable String topic) {}

    /** What comes of it. */
    public sealed interface Placement {
        /** It waits, it rings, or somebody has it already. */
        record Placed(HandoffStatus status) implements Placement {}

        /**
         * Nobody can take it.
         *
         * @param contact on the list of those to be called back; empty when there is no desk at all
         * @param offHours no desk is open at this hour
         */
        record NobodyThere(Optional<ContactId> contact, boolean offHours) implements Placement {}
    }

    private final ContactRecords contacts;
    private final InvitationRecords invitations;
    private final Desks desks;
    private final Routing routing;
    private final Offering offering;
    private final RoundOfRings round;
    private final Switchboard switchboard;
    private final HandoffTimers timers;
    private final CallBackRule callBacks;
    private final Transcript transcript;

    Handoffs(
            ContactRecords contacts,
            InvitationRecords invitations,
            Desks desks,
            Routing routing,
            Offering offering,
            RoundOfRings round,
            Switchboard switchboard,
            HandoffTimers timers,
            CallBackRule callBacks,
            Transcript transcript) {
        this.contacts = contacts;
        this.invitations = invitations;
        this.desks = desks;
        this.routing = routing;
        this.offering = offering;
        this.round = round;
        this.switchboard = switchboard;
        this.timers = timers;
        this.callBacks = callBacks;
        this.transcript = transcript;
    }

    /** The contact that waits or is with somebody. */
    public Optional<Contact> open(ConversationId conversation) {
        return contacts.open(conversation);
    }

    /** Somebody is in it who answers, also when the agent who brought him in has dropped out. */
    public boolean hasSpecialist(Contact contact) {
        return invitations
                .open(contact.id())
                .filter(Invitation.Joined.class::isInstance)
                .isPresent();
    }

    public Optional<HandoffStatus> status(ConversationId conversation) {
        return contacts.open(conversation).map(this::status);
    }

    /** Whether somebody could be asked now; nothing is promised by it. */
    public boolean isSomebodyThere(Conversation conversation, @Nullable String topic) {
        return routing.route(conversation, topic, switchboard.now()).staffed().isPresent();
    }

    /** Whether it goes straight to a desk, before any prompt. */
    public boolean hasStanding(Conversation conversation) {
        return routing.standing(conversation).isPresent();
    }

    /** Puts the conversation into a queue, where it may ring at once; a conversation that is in one stays where it is. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Placement place(Conversation conversation, Wish wish) {
        switchboard.hold();
        var open = contacts.open(conversation.id());
        if (open.isPresent()) {
            return new Placement.Placed(status(open.get()));
        }
        var route = routing.route(conversation, wish.topic(), switchboard.now());
        return route.staffed()
                .map(desk -> queue(conversation, wish, desk, route.priority()))
                .orElseGet(() -> miss(conversation, wish, route));
    }

    private Placement queue(Conversation conversation, Wish wish, Desk desk, int priority) {
        var queued = new Queued(facts(conversation, wish, desk, priority), switchboard.now());
        switchboard.count(new Figure.Called(desk.id(), wish.cause()));
        offering.join(queued);
        return new Placement.Placed(contacts.find(queued.id()).map(this::status).orElseThrow());
    }

    /** One that has been missed and was not called back since stays the only one. */
    private Placement miss(Conversation conversation, Wish wish, Routing.Route route) {
        var offHours = !route.open();
        var earlier = contacts.of(conversation.id()).stream()
                .filter(contact -> contact instanceof Unserved unserved
                        && unserved.callBack().doneAt() == null)
                .map(Contact::id)
                .findFirst();
        return new Placement.NobodyThere(
                earlier.or(
                        () -> route.wanted().map(desk -> missed(conversation, wish, desk, route.priority(), offHours))),
                offHours);
    }

    private ContactId missed(Conversation conversation, Wish wish, Desk desk, int priority, boolean offHours) {
        var facts = facts(conversation, wish, desk, priority);
        var now = facts.createdAt();
        var missed = new Queued(facts, now).miss(now, callBacks.due(facts.kind(), now));
        contacts.insert(missed);
        switchboard.count(new Figure.Called(desk.id(), wish.cause()));
        switchboard.count(new Figure.Unserved(desk.id(), offHours ? Figure.Why.OFF_HOURS : Figure.Why.MISSED));
        switchboard.record(missed, ContactEvent.Type.MISSED, null, Map.of("offHours", Boolean.toString(offHours)));
        return missed.id();
    }

    private ContactFacts facts(Conversation conversation, Wish wish, Desk desk, int priority) {
        var now = switchboard.now();
        return new ContactFacts(
                ContactId.random(),
                conversation.id(),
                desk.id(),
                wish.cause(),
                wish.kind(),
                wish.askedSeq(),
                wish.reason(),
                priority,
                now,
                now,
                null,
                1);
    }

    /** Tells the desk that the enterprise wrote something. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void said(Contact contact, int seq) {
        switchboard.hold();
        timers.enterpriseBack(contact.id());
        switchboard.record(contact, ContactEvent.Type.MESSAGE, null, Map.of("seq", Integer.toString(seq)));
    }

    /** Names the order that was filed because nobody was there. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void filed(ContactId id, WorkOrderId order) {
        switchboard.hold();
        if (contacts.find(id).orElseThrow() instanceof Missed missed && !order.equals(missed.order())) {
            contacts.update(missed.filed(order));
            switchboard.record(missed, ContactEvent.Type.FILED, null, Map.of("order", order.toString()));
        }
    }

    /**
     * The enterprise does not want to wait any longer. Whom a person has already, nothing happens to.
     *
     * @return whether it waited
     */
    public boolean cancel(ConversationId conversation) {
        return transcript.holding(conversation, held -> {
            switchboard.hold();
            var waiting = waiting(conversation);
            waiting.ifPresent(this::abandon);
            return waiting.isPresent();
        });
    }

    /**
     * Pages of these conversations are open at this moment. Called again and again while they are: whoever waits and is not
     * heard of for so long has left, also when the process that fed his page died with it.
     */
    @Transactional
    public void listening(Set<ConversationId> conversations) {
        var until = switchboard.now().plus(HandoffTimers.GONE_FOR);
        contacts.waiting(conversations).forEach(contact -> timers.enterpriseGone(contact, until));
    }

    /** The enterprise's page was closed: unless it comes back, it has left. */
    @Transactional
    public void away(ConversationId conversation) {
        waiting(conversation)
                .ifPresent(contact ->
                        timers.enterpriseGone(contact.id(), switchboard.now().plus(HandoffTimers.GONE_FOR)));
    }

    /** The enterprise's page is open again. */
    @Transactional
    public void back(ConversationId conversation) {
        contacts.open(conversation).ifPresent(contact -> timers.enterpriseBack(contact.id()));
    }

    /** With the switchboard held. */
    void abandon(Waiting waiting) {
        var now = switchboard.now();
        var abandoned = waiting.abandon(now, callBacks.due(waiting.facts().kind(), now));
        contacts.update(abandoned);
        timers.over(abandoned.id());
        round.close(abandoned);
        switchboard.count(new Figure.Unserved(abandoned.desk(), Figure.Why.ABANDONED));
        switchboard.record(abandoned, ContactEvent.Type.ABANDONED, null, Map.of());
        offering.offer();
    }

    private Optional<Waiting> waiting(ConversationId conversation) {
        return contacts.open(conversation).filter(Waiting.class::isInstance).map(Waiting.class::cast);
    }

    /** From 1, the next; of one that waits. */
    public int position(Contact contact) {
        return contacts.position(contact.facts());
    }

    /** As the enterprise is told. */
    public HandoffStatus status(Contact contact) {
        var name = desks.known(contact.desk()).name();
        if (!(contact instanceof Queued)) {
            return new HandoffStatus(contact.id(), contact.state(), name, 0, null);
        }
        var position = position(contact);
        var pace = contacts.pace(contact.desk(), switchboard.now());
        return new HandoffStatus(contact.id(), contact.state(), name, position, HandoffStatus.estimate(position, pace));
    }
}
