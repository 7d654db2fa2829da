package cn.yiqilai.access.web;

import cn.yiqilai.access.Account;
import cn.yiqilai.access.Actor;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;

/** Who is logged in for this request. */
@RequestScoped
public class CurrentAccount {
    private final SecurityIdentity identity;

    CurrentAccount(SecurityIdentity identity) {
        this.identity = identity;
    }

    public Optional<Account> find() {
        return Optional.ofNullable(identity.getAttribute(SessionAuthentication.ACCOUNT));
    }

    /** For operations that only logged-in people reach. */
    public Account get() {
        return find().orElseThrow(() -> new IllegalStateException("nobody is logged in here"));
    }

    public Actor actor() {
        return Actor.account(get().id());
    }
}
