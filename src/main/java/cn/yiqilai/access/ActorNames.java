package cn.yiqilai.access;

import cn.yiqilai.access.postgres.Accounts;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** What colleagues read of somebody who did something. */
@ApplicationScoped
public class ActorNames {
    private static final String ACCOUNT = "account:";

    private final Accounts accounts;

    ActorNames(Accounts accounts) {
        this.accounts = accounts;
    }

    /** @param actor as {@link Actor#id()}; absent for whoever is none of the staff: an enterprise, the system */
    public Optional<String> of(String actor) {
        return actor.startsWith(ACCOUNT)
                ? accounts.find(UUID.fromString(actor.substring(ACCOUNT.length())))
                        .map(StaffAccount::account)
                        .map(Account::displayName)
                : Optional.empty();
    }
}
