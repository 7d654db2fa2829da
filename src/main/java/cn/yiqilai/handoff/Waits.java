package cn.yiqilai.handoff;

import cn.yiqilai.conversation.Conversations;
import cn.yiqilai.handoff.Contact.Missed;
import cn.yiqilai.handoff.Contact.Ringing;
import cn.yiqilai.handoff.Contact.Waiting;
import cn.yiqilai.handoff.Contact.WithAgent;
import cn.yiqilai.platform.Messages;
import cn.yiqilai.platform.timer.Timer;
import cn.yiqilai.platform.timer.TimerTask;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.function.Consumer;

/** What becomes of contacts when time passes: each a timer, so that a process may die over it. */
@ApplicationScoped
class Waits {
    private final ContactRecords contacts;
    private final PresenceRecords presences;
    private final Attendance attendance;
    private final Offering offering;
    private final Handoffs handoffs;
    private final RoundOfRings round;
    private final Switchboard switchboard;
    private final HandoffTimers timers;
    private final Conversations conversations;
    private final CallBackRule callBacks;
    private final Notices notices;
    private final Bot bot;

    Waits(
            ContactRecords contacts,
            PresenceRecords presences,
            Attendance attendance,
            Offering offering,
            Handoffs handoffs,
            RoundOfRings round,
            Switchboard switchboard,
            HandoffTimers timers,
            Conversations conversations,
            CallBackRule callBacks,
            Notices notices,
            Bot bot) {
        this.contacts = contacts;
        this.presences = presences;
        this.attendance = attendance;
        this.offering = offering;
        this.handoffs = handoffs;
        this.round = round;
        this.switchboard = switchboard;
        this.timers = timers;
        this.conversations = conversations;
        this.callBacks = callBacks;
        this.notices = notices;
        this.bot = bot;
    }

    /** It rang and nobody heard: whoever it rang at is paused, lest it ring there again, and it rings elsewhere. */
    void ringOver(ContactId id) {
        switchboard.hold();
        if (!(contacts.find(id).orElseThrow() instanceof Ringing ringing)) {
            return;
        }
        if (ringing.until().isAfter(switchboard.now())) {
            timers.ringOver(id, ringing.until());
            return;
        }
        switchboard.record(ringing, ContactEvent.Type.UNANSWERED, ringing.agent(), Map.of());
        attendance.shift(ringing.agent(), PresenceState.AVAILABLE, PresenceState.PAUSED);
        offering.rejoin(ringing.unanswered(switchboard.now()));
    }

    /** The agent is gone: the contact goes back to where it stood, and the enterprise is told. */
    void agentDropped(ContactId id) {
        holding(id, contact -> {
            if (!(contact instanceof WithAgent with) || isThere(with)) {
                return;
            }
            switchboard.record(with, ContactEvent.Type.DROPPED, with.agent(), Map.of());
            var queued = with.requeue(with.desk(), switchboard.now());
            offering.rejoin(queued);
            notices.tell(queued, Messages.of("handoff.dropped"));
        });
    }

    private boolean isThere(WithAgent with) {
        return presences
                .find(with.agent())
                .filter(presence -> presence.isThere(switchboard.now()))
                .isPresent();
    }

    /** The last of a desk went, and nobody came since: whoever waits there is not kept any longer. */
    void unattended(String desk) {
        switchboard.hold();
        if (!presences.isStaffed(desk, switchboard.now())) {
            contacts.waitingAt(desk).forEach(id -> timers.nobodyCame(id, switchboard.now()));
        }
    }

    void nobodyCame(ContactId id) {
        holding(id, contact -> {
            if (contact instanceof Waiting waiting) {
                miss(waiting);
            }
        });
    }

    private void miss(Waiting waiting) {
        var now = switchboard.now();
        Missed missed = waiting.miss(now, callBacks.due(waiting.facts().kind(), now));
        contacts.update(missed);
        timers.over(missed.id());
        round.close(missed);
        switchboard.count(new Figure.Unserved(missed.desk(), Figure.Why.MISSED));
        switchboard.record(missed, ContactEvent.Type.MISSED, null, Map.of("offHours", "false"));
        offering.offer();
        var conversation = conversations.find(missed.conversation()).orElseThrow();
        handoffs.filed(missed.id(), bot.fileInstead(conversation, missed));
    }

    void enterpriseGone(ContactId id) {
        holding(id, contact -> {
            if (contact instanceof Waiting waiting) {
                handoffs.abandon(waiting);
            }
        });
    }

    private void holding(ContactId id, Consumer<Contact> work) {
        var conversation = contacts.find(id).orElseThrow().conversation();
        conversations.hold(conversation);
        switchboard.hold();
        work.accept(contacts.find(id).orElseThrow());
    }

    private static ContactId id(Timer timer) {
        return ContactId.parse(timer.key()).orElseThrow();
    }

    @ApplicationScoped
    static class RingOver implements TimerTask {
        private final Waits waits;

        RingOver(Waits waits) {
            this.waits = waits;
        }

        @Override
        public String name() {
            return HandoffTimers.RING_OVER;
        }

        @Override
        public void run(Timer timer) {
            waits.ringOver(id(timer));
        }
    }

    @ApplicationScoped
    static class AgentDropped implements TimerTask {
        private final Waits waits;

        AgentDropped(Waits waits) {
            this.waits = waits;
        }

        @Override
        public String name() {
            return HandoffTimers.AGENT_DROPPED;
        }

        @Override
        public void run(Timer timer) {
            waits.agentDropped(id(timer));
        }
    }

    @ApplicationScoped
    static class Unattended implements TimerTask {
        private final Waits waits;

        Unattended(Waits waits) {
            this.waits = waits;
        }

        @Override
        public String name() {
            return HandoffTimers.UNATTENDED;
        }

        @Override
        public void run(Timer timer) {
            waits.unattended(timer.key());
        }
    }

    @ApplicationScoped
    static class NobodyCame implements TimerTask {
        private final Waits waits;

        NobodyCame(Waits waits) {
            this.waits = waits;
        }

        @Override
        public String name() {
            return HandoffTimers.NOBODY_CAME;
        }

        @Override
        public void run(Timer timer) {
            waits.nobodyCame(id(timer));
        }
    }

    @ApplicationScoped
    static class EnterpriseGone implements TimerTask {
        private final Waits waits;

        EnterpriseGone(Waits waits) {
            this.waits = waits;
        }

        @Override
        public String name() {
            return HandoffTimers.ENTERPRISE_GONE;
        }

        @Override
        public void run(Timer timer) {
            waits.enterpriseGone(id(timer));
        }
    }
}
