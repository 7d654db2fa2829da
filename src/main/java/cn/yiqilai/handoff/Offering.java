package cn.yiqilai.handoff;

import cn.yiqilai.handoff.Contact.Queued;
import cn.yiqilai.handoff.Contact.Waiting;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/**
 * Lets contacts ring at agents: the first in the queue at the least busy agent, as long as somebody is free. Called by whoever
 * has queued a contact or freed a place, in that transaction and with the switchboard held.
 */
@ApplicationScoped
class Offering {
    private final ContactRecords contacts;
    private final Switchboard switchboard;
    private final HandoffTimers timers;

    Offering(ContactRecords contacts, Switchboard switchboard, HandoffTimers timers) {
        this.contacts = contacts;
        this.switchboard = switchboard;
        this.timers = timers;
    }

    void offer() {
        for (var offer = contacts.nextOffer(switchboard.now());
                offer.isPresent();
                offer = contacts.nextOffer(switchboard.now())) {
            ring(offer.get());
        }
    }

    /** A new one, at the end of its priority. */
    void join(Queued queued) {
        contacts.insert(queued);
        timers.nobodyCame(queued.id(), queued.facts().queuedAt().plus(HandoffTimers.PATIENCE));
        switchboard.record(queued, ContactEvent.Type.QUEUED, null, Map.of());
        offer();
    }

    /** One that comes back to its old place; nobody came is said in five minutes at the soonest. */
    void rejoin(Queued queued) {
        contacts.update(queued);
        var patience = queued.facts().queuedAt().plus(HandoffTimers.PATIENCE);
        var soonest = switchboard.now().plus(HandoffTimers.UNATTENDED_FOR);
        timers.nobodyCame(queued.id(), patience.isAfter(soonest) ? patience : soonest);
        switchboard.record(queued, ContactEvent.Type.QUEUED, null, Map.of("again", "true"));
        offer();
    }

    private void ring(ContactRecords.Offer offer) {
        var waiting = contacts.find(offer.contact())
                .filter(Waiting.class::isInstance)
                .map(Waiting.class::cast)
                .orElseThrow(() -> new IllegalStateException("contact " + offer.contact() + " waits no longer"));
        var now = switchboard.now();
        var until = now.plus(HandoffTimers.RING);
        var ringing = waiting.ringAt(offer.agent(), waiting.desk(), now, until);
        contacts.update(ringing);
        timers.ringOver(ringing.id(), until);
        switchboard.record(ringing, ContactEvent.Type.RINGING, offer.agent(), Map.of());
    }
}
