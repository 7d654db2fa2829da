package cn.yiqilai.workorder.web;

import cn.yiqilai.access.web.CurrentAccount;
import cn.yiqilai.directory.Memberships;
import cn.yiqilai.directory.UnitId;
import cn.yiqilai.workorder.Officer;
import jakarta.enterprise.context.RequestScoped;

/** Who is logged in for this request, with the unit the account works for. */
@RequestScoped
class CurrentOfficer {
    private final CurrentAccount current;
    private final Memberships memberships;

    CurrentOfficer(CurrentAccount current, Memberships memberships) {
        this.current = current;
        this.memberships = memberships;
    }

    /** For operations that only logged-in people reach. */
    Officer get() {
        var account = current.get();
        return new Officer(
                current.actor(),
                account.displayName(),
                account.roles(),
                memberships.unitOf(account.id()).map(UnitId::value).orElse(null));
    }
}
