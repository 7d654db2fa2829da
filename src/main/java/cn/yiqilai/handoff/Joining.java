package cn.yiqilai.handoff;

import cn.yiqilai.access.Account;
import cn.yiqilai.access.Actor;
import cn.yiqilai.access.AuditTrail;
import cn.yiqilai.conversation.Conversation;
import cn.yiqilai.conversation.Conversations;
import cn.yiqilai.conversation.Message;
import cn.yiqilai.conversation.Transcript;
import cn.yiqilai.directory.Specialists;
import cn.yiqilai.directory.Unit;
import cn.yiqilai.directory.Units;
import cn.yiqilai.handoff.Invitation.Guest;
import cn.yiqilai.handoff.Invitation.Joined;
import cn.yiqilai.handoff.Invitation.Open;
import cn.yiqilai.handoff.Invitation.Ringing;
import cn.yiqilai.platform.Messages;
import cn.yiqilai.platform.Page;
import cn.yiqilai.platform.Problem;
import cn.yiqilai.platform.ProblemException;
import cn.yiqilai.platform.timer.Timer;
import cn.yiqilai.platform.timer.TimerTask;
import cn.yiqilai.platform.web.Idempotency;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The specialist's side of a three-way call, and what becomes of it when time passes. Each is one transaction that holds the
 * conversation and then the switchboard, so of an acceptance and a ring that ends at that moment one comes first.
 *
 * <p>All throw {@link ProblemException}: 404 for an invitation that never rang at him, 409 with {@code state} for one that rings
 * elsewhere by now or is over.
 */
@ApplicationScoped
public class Joining {
    /** What is kept under the sender's name of a message. */
    record Receipt(int seq) {}

    private interface Work<T> {
        T with(Conversation conversation, Contact contact, Invitation invitation);
    }

    private final InvitationRecords invitations;
    private final ContactRecords contacts;
    private final PresenceRecords presences;
    private final Attendance attendance;
    private final RoundOfRings round;
    private final Packets packets;
    private final Floor floor;
    private final Switchboard switchboard;
    private final Transcript transcript;
    private final Conversations conversations;
    private final Specialists specialists;
    private final Units units;
    private final Notices notices;
    private final Idempotency idempotency;
    private final AuditTrail audit;

    Joining(
            InvitationRecords invitations,
            ContactRecords contacts,
            PresenceRecords presences,
            Attendance attendance,
            RoundOfRings round,
            Packets packets,
            Floor floor,
            Switchboard switchboard,
            Transcript transcript,
            Conversations conversations,
            Specialists specialists,
            Units units,
            Notices notices,
            Idempotency idempotency,
            AuditTrail audit) {
        this.invitations = invitations;
        this.contacts = contacts;
        this.presences = presences;
        this.attendance = attendance;
        this.round = round;
        this.packets = packets;
        this.floor = floor;
        this.switchboard = switchboard;
        this.transcript = transcript;
        this.conversations = conversations;
        this.specialists = specialists;
        this.units = units;
        this.notices = notices;
        this.idempotency = idempotency;
        this.audit = audit;
    }

    static ProblemException unknown() {
        return Problem.notFound("handoff.invitation-unknown").asException();
    }

    /** Those that rang at him, the latest first. */
    public Page<Invitation> list(Account account, Page.Request page) {
        return invitations.rungAt(account.id(), page);
    }

    public Invitation find(InvitationId id, Account account) {
        return invitations
                .find(id)
                .filter(invitation -> invitations.hasRungAt(id, account.id()))
                .orElseThrow(Joining::unknown);
    }

    /** Empty but from his joining to his end: what was said is nobody else's business. */
    public Optional<Briefing> briefing(Invitation invitation, Account account) {
        return invitation instanceof Joined joined && isAt(joined, account)
                ? contacts.find(joined.contact()).map(packets::briefing)
                : Optional.empty();
    }

    /** Comes in. Said again it stays so. */
    public Invitation accept(InvitationId id, Account account) {
        return holding(id, account, (conversation, contact, invitation) -> switch (invitation) {
            case Ringing ringing
            when isAt(ringing, account) -> {
                var joined = round.joined(contact, ringing);
                round.record(contact, joined, ContactEvent.Type.SPECIALIST_JOINED, joined.guest());
                notices.tell(contact, Messages.of("handoff.specialist-joined", department(joined.guest())));
                beThere(joined.guest());
                audit(joined, "join", account);
                yield known(id);
            }
            case Joined joined when isAt(joined, account) -> joined;
            case Open open -> throw passed(open);
            case Invitation.Closed closed -> throw passed(closed);
        });
    }

    /** Whose page has not said so is there by coming in: without a lease nobody would notice that he has gone. */
    private void beThere(Guest guest) {
        if (!isThere(guest)) {
            attendance.become(guest.account(), PresenceState.AVAILABLE);
        }
    }

    /** Does not come: it rings at the next. */
    public void decline(InvitationId id, Account account) {
        holding(id, account, (conversation, contact, invitation) -> {
            if (!(invitation instanceof Ringing ringing) || !isAt(ringing, account)) {
                throw passed(invitation);
            }
            var after = round.goOn(conversation, contact, ringing, RingOutcome.DECLINED);
            audit(ringing, "decline", account);
            return after;
        });
    }

    /**
     * Answers, as 政策专员 of his department.
     *
     * @param clientMessageId the sender's own name for it; the same again is no new message
     */
    public Message say(InvitationId id, String text, @Nullable String clientMessageId, Account account) {
        var message = holding(id, account, (conversation, contact, invitation) -> {
            var joined = joined(invitation, account);
            var receipt = idempotency.once(
                    "invitation-message:" + account.id() + ":" + id,
                    clientMessageId,
                    text,
                    Receipt.class,
                    () -> new Receipt(say(contact, joined, text)));
            return transcript.after(conversation.id(), receipt.seq() - 1, 1).getFirst();
        });
        floor.deliver(message);
        return message;
    }

    private int say(Contact contact, Joined joined, String text) {
        var message = notices.answer(contact, department(joined.guest()), text);
        invitations.update(joined.spoke());
        switchboard.record(
                contact,
                ContactEvent.Type.MESSAGE,
                joined.guest().account(),
                Map.of("seq", Integer.toString(message.seq())));
        return message.seq();
    }

    /** Goes; the agent has the enterprise to himself again. */
    public Invitation leave(InvitationId id, Account account) {
        return holding(id, account, (conversation, contact, invitation) -> {
            if (invitation instanceof Invitation.Left left
                    && left.guest().account().equals(account.id())) {
                return left;
            }
            goes(contact, joined(invitation, account));
            audit(invitation, "leave", account);
            return known(id);
        });
    }

    private void goes(Contact contact, Joined joined) {
        round.leave(contact, joined);
        notices.tell(contact, Messages.of("handoff.specialist-left"));
    }

    /** It rang for twenty seconds and he did not hear: on to the next. */
    void ringOver(InvitationId id) {
        inTime(id, (conversation, contact, invitation) -> {
            if (invitation instanceof Ringing ringing && !ringing.until().isAfter(switchboard.now())) {
                round.goOn(conversation, contact, ringing, RingOutcome.UNANSWERED);
            }
        });
    }

    /** His page is gone: so is he. */
    void dropped(InvitationId id) {
        inTime(id, (conversation, contact, invitation) -> {
            if (invitation instanceof Joined joined && !isThere(joined.guest())) {
                goes(contact, joined);
            }
        });
    }

    private boolean isThere(Guest guest) {
        return presences
                .find(guest.account())
                .filter(presence -> presence.isThere(switchboard.now()))
                .isPresent();
    }

    private <T> T holding(InvitationId id, Account account, Work<T> work) {
        var seen = find(id, account);
        return transcript.serving(seen.facts().conversation(), conversation -> {
            switchboard.hold();
            var contact = contacts.find(seen.contact()).orElseThrow();
            return work.with(conversation, contact, known(id));
        });
    }

    private interface Passing {
        void with(Conversation conversation, Contact contact, Invitation invitation);
    }

    private void inTime(InvitationId id, Passing work) {
        var conversation = conversations.hold(known(id).facts().conversation());
        switchboard.hold();
        var invitation = known(id);
        work.with(conversation, contacts.find(invitation.contact()).orElseThrow(), invitation);
    }

    private static boolean isAt(Open open, Account account) {
        return open.guest().account().equals(account.id());
    }

    private static Joined joined(Invitation invitation, Account account) {
        if (invitation instanceof Joined joined && isAt(joined, account)) {
            return joined;
        }
        throw passed(invitation);
    }

    private static ProblemException passed(Invitation invitation) {
        return Problem.conflict("handoff.invitation-passed")
                .with("state", invitation.state().name())
                .asException();
    }

    /** Its name: an enterprise talks to a department, not to a person. */
    private String department(Guest guest) {
        return specialists
                .find(guest.specialist())
                .flatMap(specialist -> units.find(specialist.unit()))
                .map(Unit::name)
                .orElseThrow(() -> new IllegalStateException("specialist " + guest.specialist() + " has no unit"));
    }

    private Invitation known(InvitationId id) {
        return invitations.find(id).orElseThrow(() -> new IllegalStateException("invitation " + id + " is gone"));
    }

    private void audit(Invitation invitation, String deed, Account account) {
        audit.record(
                Actor.account(account.id()),
                "three-way." + deed,
                "contact",
                invitation.contact().toString(),
                Map.of("invitation", invitation.id().toString()));
    }

    /** Lets it ring at the next. */
    @ApplicationScoped
    static class InvitationRingOver implements TimerTask {
        private final Joining joining;

        InvitationRingOver(Joining joining) {
            this.joining = joining;
        }

        @Override
        public String name() {
            return HandoffTimers.INVITATION_RING_OVER;
        }

        @Override
        public void run(Timer timer) {
            joining.ringOver(InvitationId.parse(timer.key()).orElseThrow());
        }
    }

    /** Ends the part of a specialist whose page is gone. */
    @ApplicationScoped
    static class SpecialistDropped implements TimerTask {
        private final Joining joining;

        SpecialistDropped(Joining joining) {
            this.joining = joining;
        }

        @Override
        public String name() {
            return HandoffTimers.SPECIALIST_DROPPED;
        }

        @Override
        public void run(Timer timer) {
            joining.dropped(InvitationId.parse(timer.key()).orElseThrow());
        }
    }
}
