package cn.yiqilai.access;

import cn.yiqilai.access.postgres.Accounts;
import cn.yiqilai.platform.Settings;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * The accounts a fresh database begins with.
 *
 * <p>Embedded database: at least one demo account a role, password {@code yiqilai-} and the user name, printed at start. External
 * database: one administrator from {@code ADMIN_USERNAME} and {@code ADMIN_PASSWORD}; while a demo account still has its
 * known password, the service does not start.
 */
@ApplicationScoped
public class Accounting {
    private static final Logger LOG = Logger.getLogger(Accounting.class);

    private record Demo(String username, String displayName, Set<Role> roles) {
        String password() {
            return "yiqilai-" + username;
        }
    }

    private static final List<Demo> DEMOS = List.of(
            new Demo("agent", "演示坐席", Set.of(Role.AGENT)),
            new Demo("specialist", "演示政策专员", Set.of(Role.SPECIALIST)),
            new Demo("department", "演示承办部门", Set.of(Role.DEPARTMENT)),
            new Demo("department2", "演示承办部门二", Set.of(Role.DEPARTMENT)),
            new Demo("county", "演示县级平台坐席", Set.of(Role.AGENT)),
            new Demo("editor", "演示知识编辑", Set.of(Role.EDITOR)),
            new Demo("reviewer", "演示知识审核", Set.of(Role.REVIEWER)),
            new Demo("supervisor", "演示督办", Set.of(Role.SUPERVISOR)),
            new Demo("admin", "演示管理员", Set.of(Role.ADMIN)));

    private final Accounts accounts;
    private final Settings settings;

    Accounting(Accounts accounts, Settings settings) {
        this.accounts = accounts;
        this.settings = settings;
    }

    void atStart(@Observes @Priority(100) StartupEvent event) {
        if (settings.embeddedDatabase()) {
            DEMOS.forEach(this::createDemo);
            return;
        }
        refuseKnownPasswords();
        createAdministrator();
    }

    /** The demo accounts as printed at start; empty with an external database. */
    public List<String> demoLogins() {
        return settings.embeddedDatabase()
                ? DEMOS.stream()
                        .map(demo -> demo.username() + " / " + demo.password())
                        .toList()
                : List.of();
    }

    private void createDemo(Demo demo) {
        if (!accounts.isTaken(demo.username())) {
            accounts.create(demo.username(), demo.displayName(), demo.roles(), Password.hash(demo.password()), true);
        }
    }

    private void refuseKnownPasswords() {
        for (var demo : DEMOS) {
            var found = accounts.findByUsername(demo.username());
            if (found.isPresent()
                    && Password.matches(demo.password(), found.get().passwordHash())) {
                throw new IllegalStateException("account " + demo.username()
                        + " still has its demo password; change or remove it before using an external database");
            }
        }
    }

    private void createAdministrator() {
        var name = settings.adminUsername().orElse("");
        var password = settings.adminPassword().orElse("");
        if (name.isBlank()
                || password.isBlank()
                || accounts.findByUsername(name).isPresent()) {
            return;
        }
        if (password.length() < AccountRules.SHORTEST_PASSWORD) {
            throw new IllegalStateException(
                    "ADMIN_PASSWORD needs at least " + AccountRules.SHORTEST_PASSWORD + " characters");
        }
        accounts.create(name, "管理员", Set.of(Role.ADMIN), Password.hash(password), false);
        LOG.info("The first administrator was created");
    }
}
