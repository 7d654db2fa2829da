package cn.yiqilai.access.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.yiqilai.access.Actor;
import cn.yiqilai.access.AuditTrail;
import cn.yiqilai.access.AuditTrail.Verdict;
import cn.yiqilai.knowledge.SmallKnowledge;
import cn.yiqilai.platform.postgres.TestDatabase;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.TestTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What tampers with the trail here is rolled back after each test: other tests look at the same trail. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@TestProfile(SmallKnowledge.class)
class AuditTrailIT {
    @Inject
    AuditTrail trail;

    @Inject
    Jdbi jdbi;

    @BeforeEach
    void some_lines() {
        for (var i = 0; i < 3; i++) {
            deed(i);
        }
    }

    @Test
    void what_was_written_is_intact() {
        assertThat(trail.verify()).isEqualTo(new Verdict.Intact(lines()));
    }

    @Test
    void a_line_says_who_did_what_to_which() {
        trail.record(Actor.SYSTEM, "test.look", "entry", "vat-1", Map.of("version", "3", "from", "2"));

        var last = jdbi.withHandle(handle -> handle.createQuery("SELECT * FROM audit_line ORDER BY line DESC LIMIT 1")
                .mapToMap()
                .one());
        assertThat(last)
                .containsEntry("actor", "system")
                .containsEntry("action", "test.look")
                .containsEntry("subject_kind", "entry")
                .containsEntry("subject_id", "vat-1")
                .containsEntry("detail", "from=2;version=3");
    }

    @Test
    void a_deed_that_is_undone_leaves_no_line_and_no_gap() {
        var before = lines();
        QuarkusTransaction.begin();
        deed(99);
        QuarkusTransaction.rollback();

        assertThat(lines()).isEqualTo(before);
        assertThat(trail.verify()).isEqualTo(new Verdict.Intact(before));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"UPDATE audit_line SET action = 'test.other'", "DELETE FROM audit_line", "TRUNCATE audit_line"})
    void lines_can_only_be_added(String change) {
        var before = lines();

        assertThatThrownBy(() -> jdbi.useHandle(handle -> handle.execute(change)))
                .hasStackTraceContaining("audit_line is insert-only");
        assertThat(lines()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE audit_line SET action = 'test.other' WHERE line = ?",
                "UPDATE audit_line SET actor = 'system' WHERE line = ?",
                "UPDATE audit_line SET subject_id = 'other' WHERE line = ?",
                "UPDATE audit_line SET detail = 'number=2' WHERE line = ?",
                "UPDATE audit_line SET at = at - interval '1 second' WHERE line = ?",
                "UPDATE audit_line SET hash = sha256('x') WHERE line = ?"
            })
    @TestTransaction
    void a_line_that_was_changed_with_the_trigger_off_is_found(String change) {
        var touched = lines() - 1;
        withoutTriggers(change, touched);

        assertThat(trail.verify()).isEqualTo(new Verdict.Broken(touched));
    }

    @Test
    @TestTransaction
    void a_line_that_was_taken_out_leaves_a_gap() {
        var touched = lines() - 1;
        withoutTriggers("DELETE FROM audit_line WHERE line = ?", touched);

        assertThat(trail.verify()).isEqualTo(new Verdict.Broken(touched));
    }

    @Test
    @TestTransaction
    void a_line_that_was_taken_from_the_end_is_missed() {
        var last = lines();
        withoutTriggers("DELETE FROM audit_line WHERE line = ?", last);

        assertThat(trail.verify()).isEqualTo(new Verdict.Broken(last));
    }

    @Test
    void lines_written_at_once_stay_one_chain() {
        var before = lines();
        var running = new ArrayList<Future<?>>();
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (var i = 0; i < 80; i++) {
                var number = i;
                running.add(threads.submit(() -> deed(number)));
            }
        }

        assertThat(running).allSatisfy(one -> assertThat(one).succeedsWithin(Duration.ZERO));
        assertThat(trail.verify()).isEqualTo(new Verdict.Intact(before + 80));
    }

    private void deed(int number) {
        trail.record(Actor.account(new UUID(0, 1)), "test.deed", "entry", "e-" + number, Map.of("number", "1"));
    }

    private long lines() {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT count(*) FROM audit_line")
                .mapTo(long.class)
                .one());
    }

    private void withoutTriggers(String change, long line) {
        jdbi.useHandle(handle -> {
            handle.execute("ALTER TABLE audit_line DISABLE TRIGGER USER");
            assertThat(handle.execute(change, line)).isEqualTo(1);
            handle.execute("ALTER TABLE audit_line ENABLE TRIGGER USER");
        });
    }
}
