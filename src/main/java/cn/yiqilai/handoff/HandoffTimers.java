package cn.yiqilai.handoff;

import cn.yiqilai.platform.timer.Timer;
import cn.yiqilai.platform.timer.Timers;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** What this room comes back to later. */
@ApplicationScoped
class HandoffTimers {
    static final String RING_OVER = "handoff.ring-over";
    static final String LEASE_OVER = "handoff.lease-over";
    static final String AGENT_DROPPED = "handoff.agent-dropped";
    static final String UNATTENDED = "handoff.unattended";
    static final String NOBODY_CAME = "handoff.nobody-came";
    static final String ENTERPRISE_GONE = "handoff.enterprise-gone";
    static final String INVITATION_RING_OVER = "handoff.invitation-ring-over";
    static final String SPECIALIST_DROPPED = "handoff.specialist-dropped";
    static final String CAPTURE = "handoff.capture";

    /** How long it rings at one agent, or at one specialist. */
    static final Duration RING = Duration.ofSeconds(20);
    /** After so long a wait the enterprise gets an order, whoever is there. */
    static final Duration PATIENCE = Duration.ofMinutes(30);
    /** How long a queue is kept when the last agent has gone. */
    static final Duration UNATTENDED_FOR = Duration.ofMinutes(5);
    /** How long a closed page may stay closed. */
    static final Duration GONE_FOR = Duration.ofMinutes(2);

    private final Timers timers;

    HandoffTimers(Timers timers) {
        this.timers = timers;
    }

    void ringOver(ContactId contact, Instant at) {
        set(RING_OVER, contact.toString(), at);
    }

    void leaseOver(UUID agent, Instant at) {
        set(LEASE_OVER, agent.toString(), at);
    }

    void noLease(UUID agent) {
        timers.cancel(LEASE_OVER, agent.toString());
    }

    void agentDropped(ContactId contact, Instant at) {
        set(AGENT_DROPPED, contact.toString(), at);
    }

    void unattended(String desk, Instant at) {
        set(UNATTENDED, desk, at);
    }

    void nobodyCame(ContactId contact, Instant at) {
        set(NOBODY_CAME, contact.toString(), at);
    }

    void enterpriseGone(ContactId contact, Instant at) {
        set(ENTERPRISE_GONE, contact.toString(), at);
    }

    void enterpriseBack(ContactId contact) {
        timers.cancel(ENTERPRISE_GONE, contact.toString());
    }

    /** It waits no longer. */
    void noLongerWaiting(ContactId contact) {
        timers.cancel(RING_OVER, contact.toString());
        timers.cancel(NOBODY_CAME, contact.toString());
    }

    /** It is over. */
    void over(ContactId contact) {
        noLongerWaiting(contact);
        timers.cancel(ENTERPRISE_GONE, contact.toString());
        timers.cancel(AGENT_DROPPED, contact.toString());
    }

    void invitationRingOver(InvitationId invitation, Instant at) {
        set(INVITATION_RING_OVER, invitation.toString(), at);
    }

    void noInvitationRing(InvitationId invitation) {
        timers.cancel(INVITATION_RING_OVER, invitation.toString());
    }

    void specialistDropped(InvitationId invitation, Instant at) {
        set(SPECIALIST_DROPPED, invitation.toString(), at);
    }

    void noSpecialistDrop(InvitationId invitation) {
        timers.cancel(SPECIALIST_DROPPED, invitation.toString());
    }

    /** What was answered is taken into the knowledge when nobody waits for it. */
    void capture(ContactId contact, Instant at) {
        set(CAPTURE, contact.toString(), at);
    }

    private void set(String task, String key, Instant at) {
        timers.set(new Timer(task, key, at, Map.of()));
    }
}
