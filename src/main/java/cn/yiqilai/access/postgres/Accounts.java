package cn.yiqilai.access.postgres;

import cn.yiqilai.access.Account;
import cn.yiqilai.access.Role;
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

/** The staff. */
@ApplicationScoped
public class Accounts {
    public record WithPassword(Account account, String passwordHash) {}

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

    /** Does nothing when the name is taken: two replicas may start at once. */
    public void create(String username, String displayName, Set<Role> roles, String passwordHash, boolean demo) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO account (id, username, display_name, roles, password_hash, demo, created_at)
                        VALUES (:id, :username, :name, :roles, :hash, :demo, :now) ON CONFLICT DO NOTHING""")
                .bind("id", UUID.randomUUID())
                .bind("username", username)
                .bind("name", displayName)
                .bindArray("roles", String.class, names(roles))
                .bind("hash", passwordHash)
                .bind("demo", demo)
                .bind("now", clock.instant())
                .execute());
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
