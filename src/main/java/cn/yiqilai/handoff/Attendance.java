package cn.yiqilai.handoff;

import cn.yiqilai.access.Login;
import cn.yiqilai.access.SessionsEnded;
import cn.yiqilai.handoff.Contact.Ringing;
import cn.yiqilai.handoff.Contact.WithAgent;
import cn.yiqilai.platform.timer.Timer;
import cn.yiqilai.platform.timer.TimerTask;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Who is there. Coming, pausing and going are said; whoever says nothing until his lease ends is gone, with everything he had
 * on his hands back in the queue.
 */
@ApplicationScoped
public class Attendance {
    private static final Logger LOG = Logger.getLogger(Attendance.class);

    private final PresenceRecords presences;
    private final ContactRecords contacts;
    private final InvitationRecords invitations;
    private final Desks desks;
    private final Switchboard switchboard;
    private final Offering offering;
    private final HandoffTimers timers;
    private final Login login;

    Attendance(
            PresenceRecords presences,
            ContactRecords contacts,
            InvitationRecords invitations,
            Desks desks,
            Switchboard switchboard,
            Offering offering,
            HandoffTimers timers,
            Login login) {
        this.presences = presences;
        this.contacts = contacts;
        this.invitations = invitations;
        this.desks = desks;
        this.switchboard = switchboard;
        this.offering = offering;
        this.timers = timers;
        this.login = login;
    }

    public Optional<Presence> find(UUID agent) {
        return presences.find(agent);
    }

    /** Saying the same again is a sign of life. */
    @Transactional
    public Presence change(UUID agent, PresenceState wanted) {
        switchboard.hold();
        if (wanted == PresenceState.OFFLINE) {
            return leave(agent);
        }
        var after = become(agent, wanted);
        offering.offer();
        return after;
    }

    /**
     * A sign of life. Whose lease has ended is told so by the state and says himself that he is back: what he had may be
     * somebody else's by now.
     */
    @Transactional
    public Presence heartbeat(UUID agent) {
        var now = switchboard.now();
        var until = now.plus(Presence.LEASE);
        if (presences.renew(agent, now, until)) {
            timers.leaseOver(agent, until);
        }
        return presences.find(agent).orElseGet(() -> new Presence(agent, PresenceState.OFFLINE, now, now));
    }

    /**
     * Not in that transaction, which holds the account: whoever holds the switchboard may wait for that. Should this process
     * die in between, the lease ends by itself.
     */
    void loggedOut(@Observes(during = TransactionPhase.AFTER_SUCCESS) SessionsEnded news) {
        Thread.startVirtualThread(() -> goneUnlessLoggedIn(news.account()));
    }

    /** Whoever has no session any more, in no browser, is not there. */
    public void goneUnlessLoggedIn(UUID agent) {
        try {
            QuarkusTransaction.requiringNew().run(() -> {
                switchboard.hold();
                if (!login.isLoggedIn(agent) && isThere(agent)) {
                    leave(agent);
                }
            });
        } catch (RuntimeException e) {
            LOG.warnf("Whoever logged out is taken for present until his lease ends: %s", e.getMessage());
        }
    }

    private boolean isThere(UUID agent) {
        return presences
                .find(agent)
                .filter(one -> one.state() != PresenceState.OFFLINE)
                .isPresent();
    }

    /** With the switchboard held. */
    Presence become(UUID agent, PresenceState state) {
        var now = switchboard.now();
        var before = presences.find(agent).filter(one -> one.at(now) == state);
        var after = new Presence(agent, state, before.map(Presence::since).orElse(now), now.plus(Presence.LEASE));
        presences.save(after);
        timers.leaseOver(agent, after.leaseUntil());
        if (before.isEmpty()) {
            tell(agent, state);
        }
        return after;
    }

    /** Changes the state when it is the one named, which is no sign of life; with the switchboard held. */
    void shift(UUID agent, PresenceState from, PresenceState to) {
        var now = switchboard.now();
        presences.find(agent).filter(one -> one.at(now) == from).ifPresent(one -> {
            presences.save(new Presence(agent, to, now, one.leaseUntil()));
            tell(agent, to);
        });
    }

    /** The presence before its timer, as a sign of life writes them: the other way round the two would wait for each other. */
    private Presence leave(UUID agent) {
        var after = gone(agent);
        timers.noLease(agent);
        return after;
    }

    private Presence gone(UUID agent) {
        var now = switchboard.now();
        var after = new Presence(agent, PresenceState.OFFLINE, now, now);
        presences.save(after);
        tell(agent, PresenceState.OFFLINE);
        contacts.of(agent).forEach(contact -> letGo(contact, now));
        invitations
                .open(agent)
                .filter(Invitation.Joined.class::isInstance)
                .ifPresent(joined -> timers.specialistDropped(joined.id(), now));
        desks.all().stream()
                .filter(desk -> desk.employs(agent) && !presences.isStaffed(desk.id(), now))
                .forEach(desk -> timers.unattended(desk.id(), now.plus(HandoffTimers.UNATTENDED_FOR)));
        return after;
    }

    /** What is spoken in goes back by a timer of its own, because its conversation must be held before the switchboard. */
    private void letGo(Contact contact, Instant now) {
        switch (contact) {
            case Ringing ringing -> offering.rejoin(ringing.unanswered(now));
            case WithAgent with -> timers.agentDropped(with.id(), now);
            case Contact.Queued queued -> throw new IllegalStateException("nobody has contact " + queued.id());
            case Contact.Over over -> throw new IllegalStateException("contact " + over.id() + " is over");
        }
    }

    private void tell(UUID agent, PresenceState state) {
        switchboard.record(null, null, ContactEvent.Type.PRESENCE, agent, Map.of("state", state.name()));
    }

    /** Ends a lease that was not renewed. */
    @ApplicationScoped
    static class LeaseOver implements TimerTask {
        private final Attendance attendance;

        LeaseOver(Attendance attendance) {
            this.attendance = attendance;
        }

        @Override
        public String name() {
            return HandoffTimers.LEASE_OVER;
        }

        @Override
        public void run(Timer timer) {
            attendance.leaseOver(UUID.fromString(timer.key()));
        }
    }

    void leaseOver(UUID agent) {
        switchboard.hold();
        var presence = presences.find(agent).filter(one -> one.state() != PresenceState.OFFLINE);
        if (presence.isEmpty()) {
            return;
        }
        if (presence.get().isThere(switchboard.now())) {
            timers.leaseOver(agent, presence.get().leaseUntil());
        } else {
            gone(agent);
        }
    }
}
