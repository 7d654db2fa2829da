package cn.yiqilai.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import cn.yiqilai.access.postgres.Accounts;
import cn.yiqilai.knowledge.SmallKnowledge;
import cn.yiqilai.platform.FixedSettings;
import cn.yiqilai.platform.postgres.TestDatabase;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.TestTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** Starts that are played through on the tests' database; each is rolled back. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@TestProfile(SmallKnowledge.class)
class AccountingIT {
    @Inject
    Accounts accounts;

    @Inject
    Accounting embedded;

    @Inject
    Jdbi jdbi;

    @Test
    void with_the_embedded_database_each_role_has_its_demo_account() {
        assertThat(embedded.demoLogins()).hasSize(9).contains("agent / yiqilai-agent", "admin / yiqilai-admin");
        assertThat(accounts.findByUsername("reviewer").orElseThrow().account().roles())
                .containsExactly(Role.REVIEWER);
    }

    @Test
    void a_second_start_changes_no_password() {
        var before = accounts.findByUsername("agent");

        embedded.atStart(new StartupEvent());

        assertThat(accounts.findByUsername("agent")).isEqualTo(before);
    }

    @Test
    void an_external_database_with_known_passwords_is_refused() {
        assertThatIllegalStateException()
                .isThrownBy(() -> external("", "").atStart(new StartupEvent()))
                .withMessageContaining("agent");
    }

    @Test
    @TestTransaction
    void one_known_password_that_is_left_is_enough() {
        remove("username <> 'supervisor'");

        assertThatIllegalStateException()
                .isThrownBy(() -> external("boss", "long enough to be one").atStart(new StartupEvent()))
                .withMessageContaining("supervisor");
        assertThat(accounts.findByUsername("boss")).isEmpty();
    }

    @Test
    @TestTransaction
    void an_account_of_a_demo_name_with_a_password_of_its_own_is_welcome() {
        remove("true");
        accounts.create("agent", "王芳", Set.of(Role.AGENT), Password.hash("her own password"), false);

        external("", "").atStart(new StartupEvent());

        assertThat(accounts.findByUsername("agent")).isPresent();
    }

    @Test
    @TestTransaction
    void the_first_administrator_is_made_once() {
        remove("true");

        external("boss", "long enough to be one").atStart(new StartupEvent());
        external("boss", "quite another password").atStart(new StartupEvent());

        var boss = accounts.findByUsername("boss").orElseThrow();
        assertThat(boss.account().roles()).containsExactly(Role.ADMIN);
        assertThat(boss.account().demo()).isFalse();
        assertThat(Password.matches("long enough to be one", boss.passwordHash()))
                .isTrue();
    }

    @Test
    @TestTransaction
    void a_short_password_of_the_administrator_stops_the_start() {
        remove("true");

        assertThatIllegalStateException()
                .isThrownBy(() -> external("boss", "elevenchars").atStart(new StartupEvent()))
                .withMessageContaining("12")
                .withMessageNotContaining("elevenchars");
        assertThat(accounts.findByUsername("boss")).isEmpty();
    }

    @Test
    @TestTransaction
    void without_a_name_nobody_is_made() {
        remove("true");

        external("", "long enough to be one").atStart(new StartupEvent());

        int count = jdbi.withHandle(handle -> handle.createQuery("SELECT count(*) FROM account")
                .mapTo(int.class)
                .one());
        assertThat(count).isZero();
    }

    private void remove(String which) {
        jdbi.useHandle(handle -> {
            handle.execute("DELETE FROM session");
            handle.execute("DELETE FROM account_unit");
            handle.execute("DELETE FROM desk_agent");
            handle.execute("DELETE FROM agent_presence");
            handle.execute("UPDATE specialist SET account_id = NULL");
            handle.execute("DELETE FROM account WHERE " + which);
        });
    }

    private Accounting external(String username, String password) {
        return new Accounting(accounts, new FixedSettings() {
            @Override
            public boolean embeddedDatabase() {
                return false;
            }

            @Override
            public Optional<String> adminUsername() {
                return Optional.of(username);
            }

            @Override
            public Optional<String> adminPassword() {
                return Optional.of(password);
            }
        });
    }
}
