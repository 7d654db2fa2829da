package cn.yiqilai.handoff;

import cn.yiqilai.access.Role;
import cn.yiqilai.access.postgres.Accounts;
import cn.yiqilai.conversation.Conversation;
import cn.yiqilai.directory.Specialist;
import cn.yiqilai.directory.SpecialistsOnDuty;
import cn.yiqilai.directory.UnitId;
import cn.yiqilai.handoff.Invitation.Cancelled;
import cn.yiqilai.handoff.Invitation.Guest;
import cn.yiqilai.handoff.Invitation.Joined;
import cn.yiqilai.handoff.Invitation.Ringing;
import cn.yiqilai.handoff.Invitation.Unreached;
import cn.yiqilai.platform.Messages;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Rings at the specialists on duty, one after the other in the order of the rota, twenty seconds each; whoever is busy or has no
 * account is passed over. Where nobody is left an order is filed. Called with the conversation and the switchboard held.
 */
@ApplicationScoped
class RoundOfRings {
    /**
     * What comes next.
     *
     * @param passedOver those who could not be rung
     * @param guest at whom it rings; empty when nobody is left
     */
    record Next(List<Ring> passedOver, Optional<Guest> guest) {}

    private final InvitationRecords invitations;
    private final SpecialistsOnDuty onDuty;
    private final Accounts accounts;
    private final PresenceRecords presences;
    private final Switchboard switchboard;
    private final HandoffTimers timers;
    private final Notices notices;
    private final Bot bot;

    RoundOfRings(
            InvitationRecords invitations,
            SpecialistsOnDuty onDuty,
            Accounts accounts,
            PresenceRecords presences,
            Switchboard switchboard,
            HandoffTimers timers,
            Notices notices,
            Bot bot) {
        this.invitations = invitations;
        this.onDuty = onDuty;
        this.accounts = accounts;
        this.presences = presences;
        this.switchboard = switchboard;
        this.timers = timers;
        this.notices = notices;
        this.bot = bot;
    }

    /** Rings at the first. */
    Invitation begin(Conversation conversation, Contact contact, InvitationFacts facts) {
        var now = switchboard.now();
        var next = next(facts, List.of(), now);
        if (next.guest().isEmpty()) {
            var unreached = new Unreached(facts, now, null);
            invitations.insert(unreached);
            next.passedOver().forEach(ring -> note(facts, contact, ring));
            return file(conversation, contact, unreached);
        }
        var until = now.plus(HandoffTimers.RING);
        var ringing = new Ringing(facts, now, next.guest().get(), until);
        invitations.insert(ringing);
        next.passedOver().forEach(ring -> note(facts, contact, ring));
        ring(contact, ringing, next.passedOver().size() + 1);
        return ringing;
    }

    /** The one at whom it rang did not come: on to the next. */
    Invitation goOn(Conversation conversation, Contact contact, Ringing ringing, RingOutcome outcome) {
        var now = switchboard.now();
        endRing(contact, ringing, outcome);
        var rung = invitations.rings(ringing.id());
        var next = next(ringing.facts(), rung, now);
        next.passedOver().forEach(ring -> note(ringing.facts(), contact, ring));
        if (next.guest().isEmpty()) {
            timers.noInvitationRing(ringing.id());
            var unreached = ringing.giveUp(now);
            invitations.update(unreached);
            return file(conversation, contact, unreached);
        }
        var passed = ringing.passTo(next.guest().get(), now, now.plus(HandoffTimers.RING));
        invitations.update(passed);
        ring(contact, passed, rung.size() + next.passedOver().size() + 1);
        return passed;
    }

    /** He took it. */
    Joined joined(Contact contact, Ringing ringing) {
        endRing(contact, ringing, RingOutcome.ACCEPTED);
        timers.noInvitationRing(ringing.id());
        var joined = ringing.accept(switchboard.now());
        invitations.update(joined);
        return joined;
    }

    /** It is taken back, or the contact is over. */
    Cancelled cancel(Contact contact, Ringing ringing) {
        endRing(contact, ringing, RingOutcome.CANCELLED);
        timers.noInvitationRing(ringing.id());
        var cancelled = ringing.cancel(switchboard.now());
        invitations.update(cancelled);
        record(contact, ringing, ContactEvent.Type.INVITATION_CANCELLED, ringing.guest());
        return cancelled;
    }

    /** His part is over. */
    void leave(Contact contact, Joined joined) {
        invitations.update(joined.leave(switchboard.now()));
        timers.noSpecialistDrop(joined.id());
        record(contact, joined, ContactEvent.Type.SPECIALIST_LEFT, joined.guest());
    }

    /** A contact that is over keeps nobody. */
    void close(Contact contact) {
        invitations.open(contact.id()).ifPresent(invitation -> {
            switch (invitation) {
                case Ringing ringing -> cancel(contact, ringing);
                case Joined joined -> leave(contact, joined);
                case Invitation.Closed closed ->
                    throw new IllegalStateException("invitation " + closed.id() + " is not open");
            }
        });
    }

    void record(Contact contact, Invitation invitation, ContactEvent.Type type, Guest guest) {
        switchboard.record(
                contact,
                type,
                guest.account(),
                Map.of("invitation", invitation.id().toString()));
    }

    /** Whom it would ring at, in this order: those on duty for the topic, behind them those of the unit. */
    List<Specialist> inOrder(@Nullable String topic, @Nullable UnitId unit, Instant now) {
        var found = new LinkedHashMap<UUID, Specialist>();
        if (topic != null) {
            onDuty.at(topic, now).forEach(specialist -> found.putIfAbsent(specialist.id(), specialist));
        }
        if (unit != null) {
            onDuty.at(unit, now).forEach(specialist -> found.putIfAbsent(specialist.id(), specialist));
        }
        return List.copyOf(found.values());
    }

    /** RINGING when it can ring at him, else why not. */
    RingOutcome prospect(Specialist specialist, UUID invitedBy, Instant now) {
        var account = specialist.account();
        if (account == null || !canAnswer(account)) {
            return RingOutcome.NO_ACCOUNT;
        }
        return account.equals(invitedBy) || isBusy(account, now) ? RingOutcome.BUSY : RingOutcome.RINGING;
    }

    private boolean canAnswer(UUID account) {
        return accounts.find(account)
                .filter(staff -> !staff.disabled() && staff.account().roles().contains(Role.SPECIALIST))
                .isPresent();
    }

    /** In another conversation, or he said so. Whether his page is open is not asked: it rings, and he may come. */
    private boolean isBusy(UUID account, Instant now) {
        return invitations.open(account).isPresent()
                || presences
                        .find(account)
                        .map(presence -> presence.at(now))
                        .filter(state -> state == PresenceState.PAUSED || state == PresenceState.AFTER_CALL)
                        .isPresent();
    }

    private Next next(InvitationFacts facts, List<Ring> rung, Instant now) {
        var done = new HashSet<UUID>();
        rung.forEach(ring -> done.add(ring.specialist()));
        var passedOver = new ArrayList<Ring>();
        for (var specialist : inOrder(facts.topic(), facts.unit(), now)) {
            if (done.contains(specialist.id())) {
                continue;
            }
            var prospect = prospect(specialist, facts.invitedBy(), now);
            var account = specialist.account();
            if (prospect == RingOutcome.RINGING && account != null) {
                return new Next(passedOver, Optional.of(new Guest(specialist.id(), account)));
            }
            var place = rung.size() + passedOver.size() + 1;
            passedOver.add(new Ring(place, specialist.id(), account, prospect, now, now));
        }
        return new Next(passedOver, Optional.empty());
    }

    private void ring(Contact contact, Ringing ringing, int place) {
        var guest = ringing.guest();
        invitations.addRing(
                ringing.id(),
                new Ring(place, guest.specialist(), guest.account(), RingOutcome.RINGING, ringing.since(), null));
        timers.invitationRingOver(ringing.id(), ringing.until());
        record(contact, ringing, ContactEvent.Type.SPECIALIST_RINGING, guest);
    }

    private void endRing(Contact contact, Ringing ringing, RingOutcome outcome) {
        invitations.endRing(ringing.id(), outcome, switchboard.now());
        switchboard.count(new Figure.Rang(outcome));
        if (outcome != RingOutcome.ACCEPTED) {
            passed(ringing.facts(), contact, ringing.guest().account(), outcome);
        }
    }

    private void note(InvitationFacts facts, Contact contact, Ring ring) {
        invitations.addRing(facts.id(), ring);
        switchboard.count(new Figure.Rang(ring.outcome()));
        passed(facts, contact, ring.account(), ring.outcome());
    }

    private void passed(InvitationFacts facts, Contact contact, @Nullable UUID account, RingOutcome outcome) {
        switchboard.record(
                contact,
                ContactEvent.Type.SPECIALIST_PASSED,
                account,
                Map.of("invitation", facts.id().toString(), "outcome", outcome.name()));
    }

    /** Nobody is left. */
    private Invitation file(Conversation conversation, Contact contact, Unreached unreached) {
        var order = bot.fileBeside(conversation, contact);
        var filed = unreached.filed(order.id());
        invitations.update(filed);
        switchboard.record(
                contact,
                ContactEvent.Type.UNREACHED,
                null,
                Map.of("invitation", filed.id().toString(), "order", order.id().toString()));
        notices.tell(
                contact,
                Messages.of(
                        order.open() ? "handoff.specialist-nobody-open" : "handoff.specialist-nobody", order.number()));
        return filed;
    }
}
