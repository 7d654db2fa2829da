package cn.yiqilai.access.postgres;

import cn.yiqilai.access.Account;
import cn.yiqilai.access.Role;
import cn.yiqilai.access.StaffAccount;
import cn.yiqilai.platform.Page;
import cn.yiqilai.platform.postgres.Listing;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** The staff. */
@ApplicationScoped
public class Accounts {
    public record WithPassword(Account account, String passwordHash) {}

    /**
     * Which accounts are wanted; null = whichever.
     *
     * @param query part of the user name or of the name colleagues read
     */
    public record Filter(
            @Nullable String query,
            @Nullable Role role,
            @Nullable Boolean disabled) {}

    private static final String WANTED = """
             FROM account
            WHERE (CAST(:role AS text) IS NULL OR :role = ANY(roles))
              AND (CAST(:disabled AS boolean) IS NULL OR disabled = :disabled)
              AND (CAST(:pattern AS text) IS NULL OR username ILIKE :pattern OR display_name ILIKE :pattern)
            """;

    private final Jdbi jdbi;
    private final Clock clock;

    Accounts(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    public Optional<WithPassword> findByUsername(String username) {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT * FROM account WHERE username = :username AND NOT disabled")
                        .bind("username", username)
                        .map((row, context) -> new WithPassword(read(row), row.getString("password_hash")))
                        .findOne());
    }

    /** By a disabled account too. */
    public boolean isTaken(String username) {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT EXISTS (SELECT FROM account WHERE username = :username)")
                        .bind("username", username)
                        .mapTo(Boolean.class)
                        .one());
    }

    public Optional<StaffAccount> find(UUID id) {
        return one("SELECT * FROM account WHERE id = :id", id);
    }

    /**
     * The account, held until the transaction ends. Not by the stronger FOR UPDATE: that would also hold up rows that merely refer
     * to the account, and whoever writes those may hold what this transaction needs next.
     */
    public Optional<StaffAccount> lock(UUID id) {
        return one("SELECT * FROM account WHERE id = :id FOR NO KEY UPDATE", id);
    }

    /** By name. */
    public Page<StaffAccount> list(Filter filter, Page.Request page) {
        return Listing.of(WANTED, "ORDER BY username")
                .page(jdbi, page, query -> wanted(query, filter), (row, context) -> readStaff(row));
    }

    /** @return false when the name is taken, and nothing was done: two replicas may start at once */
    public boolean create(String username, String displayName, Set<Role> roles, String passwordHash, boolean demo) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                        INSERT INTO account (id, username, display_name, roles, password_hash, demo, created_at)
                        VALUES (:id, :username, :name, :roles, :hash, :demo, :now) ON CONFLICT DO NOTHING""")
                        .bind("id", UUID.randomUUID())
                        .bind("username", username)
                        .bind("name", displayName)
                        .bindArray("roles", String.class, names(roles))
                        .bind("hash", passwordHash)
                        .bind("demo", demo)
                        .bind("now", clock.instant())
                        .execute())
                == 1;
    }

    /** Writes a new version: name, roles, whether it is disabled. */
    public void save(StaffAccount staff) {
        var account = staff.account();
        jdbi.useHandle(handle -> handle.createUpdate("""
                        UPDATE account SET display_name = :name, roles = :roles, disabled = :disabled, version = :version
                        WHERE id = :id""")
                .bind("id", account.id())
                .bind("name", account.displayName())
                .bindArray("roles", String.class, names(account.roles()))
                .bind("disabled", staff.disabled())
                .bind("version", staff.version())
                .execute());
    }

    public String passwordOf(UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT password_hash FROM account WHERE id = :id")
                .bind("id", id)
                .mapTo(String.class)
                .one());
    }

    public void savePassword(UUID id, String passwordHash) {
        jdbi.useHandle(handle -> handle.execute("UPDATE account SET password_hash = ? WHERE id = ?", passwordHash, id));
    }

    /** Keeps two administrators from disabling each other at the same time. */
    public void lockAdministrators() {
        jdbi.useHandle(handle -> handle.execute("SELECT pg_advisory_xact_lock(hashtext('access.administrators'))"));
    }

    public boolean hasAdministrator() {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT EXISTS (SELECT FROM account WHERE 'ADMIN' = ANY(roles) AND NOT disabled)")
                .mapTo(Boolean.class)
                .one());
    }

    private Optional<StaffAccount> one(String sql, UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery(sql)
                .bind("id", id)
                .map((row, context) -> readStaff(row))
                .findOne());
    }

    private static Query wanted(Query statement, Filter filter) {
        return statement
                .bind("role", filter.role() == null ? null : filter.role().name())
                .bind("disabled", filter.disabled())
                .bind("pattern", Listing.holding(filter.query()));
    }

    private static StaffAccount readStaff(ResultSet row) throws SQLException {
        return new StaffAccount(
                read(row),
                row.getBoolean("disabled"),
                row.getTimestamp("created_at").toInstant(),
                row.getLong("version"));
    }

    static Account read(ResultSet row) throws SQLException {
        var roles = Arrays.stream((String[]) row.getArray("roles").getArray())
                .map(Role::valueOf)
                .collect(Collectors.toSet());
        return new Account(
                row.getObject("id", UUID.class),
                row.getString("username"),
                row.getString("display_name"),
                roles,
                row.getBoolean("demo"));
    }

    private static List<Object> names(Set<Role> roles) {
        return roles.stream().map(role -> (Object) role.name()).toList();
    }
}
