package cn.yiqilai.access.web;

import cn.yiqilai.access.Account;
import cn.yiqilai.access.Actor;
import cn.yiqilai.access.AuditTrail;
import cn.yiqilai.platform.OperatorDeed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Writes down what is done in the room below, which cannot know this one; in the transaction of the deed. */
@ApplicationScoped
class OperatorTrail {
    private final AuditTrail audit;
    private final CurrentAccount current;

    OperatorTrail(AuditTrail audit, CurrentAccount current) {
        this.audit = audit;
        this.current = current;
    }

    void done(@Observes OperatorDeed deed) {
        audit.record(actor(), deed.action(), deed.subjectKind(), deed.subjectId(), deed.detail());
    }

    /** Nobody is logged in when a timer does it. */
    private Actor actor() {
        return current.find().map(Account::id).map(Actor::account).orElse(Actor.SYSTEM);
    }
}
