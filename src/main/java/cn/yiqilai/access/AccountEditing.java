package cn.yiqilai.access;

import cn.yiqilai.access.postgres.Accounts;
import cn.yiqilai.access.postgres.Sessions;
import cn.yiqilai.platform.Page;
import cn.yiqilai.platform.Problem;
import cn.yiqilai.platform.ProblemException;
import cn.yiqilai.platform.web.Idempotency;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What administrators do to accounts: make them, rename them, change their roles and passwords, disable and enable them.
 *
 * <p>Nothing is deleted: the trail names accounts by their ids. A changed role counts from the next request on; a new password
 * and a disabling end every session of the account at once. One administrator is always left who can log in.
 */
@ApplicationScoped
public class AccountEditing {
    /** What is kept under an idempotency key. */
    record Receipt(UUID id) {}

    /** What two requests with one key must have in common; the password is compared by its hash. */
    record Wanted(String username, String displayName, String roles) {}

    private final Accounts accounts;
    private final Sessions sessions;
    private final Idempotency idempotency;
    private final AuditTrail audit;

    AccountEditing(Accounts accounts, Sessions sessions, Idempotency idempotency, AuditTrail audit) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.idempotency = idempotency;
        this.audit = audit;
    }

    public Optional<StaffAccount> find(UUID id) {
        return accounts.find(id);
    }

    /** By name. */
    public Page<StaffAccount> list(Accounts.Filter filter, Page.Request page) {
        return accounts.list(filter, page);
    }

    /**
     * @param key the caller's idempotency key, null for none
     * @throws ProblemException 400 for a form that breaks a rule, 409 for a name that is taken or a key used otherwise
     */
    @Transactional
    public StaffAccount create(AccountForm form, @Nullable String key, Actor actor) {
        var wanted = AccountRules.forNew(form);
        var password = AccountRules.password("password", form.password(), wanted.username());
        var hash = Password.hash(password);
        var request = new Wanted(wanted.username(), wanted.displayName(), names(wanted.roles()));
        var receipt = idempotency.once(
                "account:" + actor.id(), key, request, Receipt.class, () -> new Receipt(insert(wanted, hash, actor)));
        var stored = accounts.passwordOf(receipt.id());
        if (!stored.equals(hash) && !Password.matches(password, stored)) {
            throw Problem.conflict("request.idempotency-differs").asException();
        }
        return known(receipt.id());
    }

    /** Name and roles. */
    @Transactional
    public StaffAccount edit(UUID id, AccountForm form, long version, Actor actor) {
        return perform(id, version, actor, "edit", before -> {
            var wanted = AccountRules.forChange(form, before.account().username());
            return with(before, wanted.displayName(), wanted.roles(), before.disabled());
        });
    }

    @Transactional
    public StaffAccount disable(UUID id, long version, Actor actor) {
        var after = perform(id, version, actor, "disable", account -> disabled(account, true));
        sessions.closeAll(id);
        return after;
    }

    /** Nobody is logged in by it: sessions of before are gone. */
    @Transactional
    public StaffAccount enable(UUID id, long version, Actor actor) {
        var after = perform(id, version, actor, "enable", account -> disabled(account, false));
        sessions.closeAll(id);
        return after;
    }

    /** Whoever is logged in with the old password is logged out. */
    @Transactional
    public StaffAccount changePassword(UUID id, @Nullable String password, long version, Actor actor) {
        var known = accounts.find(id).orElseThrow(AccountEditing::unknown);
        var hash = Password.hash(
                AccountRules.password("password", password, known.account().username()));
        var after = change(id, version, actor, "password", AccountEditing::next);
        accounts.savePassword(id, hash);
        sessions.closeAll(id);
        return after;
    }

    public static ProblemException unknown() {
        return Problem.notFound("access.account-unknown").asException();
    }

    private UUID insert(AccountRules.Checked wanted, String hash, Actor actor) {
        if (!accounts.create(wanted.username(), wanted.displayName(), wanted.roles(), hash, false)) {
            throw Problem.conflict("access.username-taken", wanted.username()).asException();
        }
        var created = accounts.findByUsername(wanted.username()).orElseThrow().account();
        record(actor, "create", known(created.id()));
        return created.id();
    }

    /** The same content again changes nothing. */
    private StaffAccount perform(UUID id, long version, Actor actor, String deed, UnaryOperator<StaffAccount> step) {
        return change(id, version, actor, deed, before -> {
            var after = step.apply(before);
            return after.equals(before) ? before : next(after);
        });
    }

    private StaffAccount change(UUID id, long version, Actor actor, String deed, UnaryOperator<StaffAccount> step) {
        accounts.lockAdministrators();
        var before = accounts.lock(id).orElseThrow(AccountEditing::unknown);
        if (before.version() != version) {
            throw Problem.conflict("access.stale")
                    .with("current", AccountView.of(before))
                    .asException();
        }
        var after = step.apply(before);
        if (after.equals(before)) {
            return before;
        }
        accounts.save(after);
        requireAdministrator();
        record(actor, deed, after);
        return after;
    }

    private void requireAdministrator() {
        if (!accounts.hasAdministrator()) {
            throw Problem.conflict("access.last-administrator").asException();
        }
    }

    private void record(Actor actor, String deed, StaffAccount account) {
        audit.record(
                actor,
                "account." + deed,
                "account",
                account.account().id().toString(),
                Map.of(
                        "version",
                        Long.toString(account.version()),
                        "roles",
                        names(account.account().roles())));
    }

    private StaffAccount known(UUID id) {
        return accounts.find(id).orElseThrow(() -> new IllegalStateException("account " + id + " is gone"));
    }

    private static StaffAccount disabled(StaffAccount account, boolean disabled) {
        return with(account, account.account().displayName(), account.account().roles(), disabled);
    }

    private static StaffAccount with(StaffAccount before, String displayName, Set<Role> roles, boolean disabled) {
        var account = before.account();
        return new StaffAccount(
                new Account(account.id(), account.username(), displayName, roles, account.demo()),
                disabled,
                before.createdAt(),
                before.version());
    }

    private static StaffAccount next(StaffAccount account) {
        return new StaffAccount(account.account(), account.disabled(), account.createdAt(), account.version() + 1);
    }

    private static String names(Set<Role> roles) {
        return EnumSet.copyOf(roles).stream().map(Role::name).collect(Collectors.joining(","));
    }
}
