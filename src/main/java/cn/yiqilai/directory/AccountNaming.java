package cn.yiqilai.directory;

import cn.yiqilai.access.StaffAccount;
import cn.yiqilai.access.postgres.Accounts;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** Finds the account that somebody means. */
@ApplicationScoped
class AccountNaming {
    private final Accounts accounts;

    AccountNaming(Accounts accounts) {
        this.accounts = accounts;
    }

    /** The account that is not disabled, by its user name or its id. */
    Optional<UUID> meant(String text) {
        return accounts.findByUsername(text).map(found -> found.account().id()).or(() -> byId(text));
    }

    private Optional<UUID> byId(String text) {
        try {
            return accounts.find(UUID.fromString(text))
                    .filter(found -> !found.disabled())
                    .map(StaffAccount::account)
                    .map(account -> account.id());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
