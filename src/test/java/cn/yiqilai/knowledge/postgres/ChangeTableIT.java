package cn.yiqilai.knowledge.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import cn.yiqilai.knowledge.ChangeFeed;
import cn.yiqilai.knowledge.ChangeFeed.Touched;
import cn.yiqilai.knowledge.PublishedKnowledge;
import cn.yiqilai.knowledge.PublishedKnowledge.Change;
import cn.yiqilai.knowledge.PublishedKnowledge.Change.Subject;
import cn.yiqilai.knowledge.SmallKnowledge;
import cn.yiqilai.platform.postgres.TestDatabase;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@TestProfile(SmallKnowledge.class)
class ChangeTableIT {
    @Inject
    ChangeFeed feed;

    @Inject
    PublishedKnowledge published;

    @Inject
    Jdbi jdbi;

    @Test
    void numbers_become_visible_in_their_order_however_slow_a_writer_is() {
        var before = published.snapshot().number();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            QuarkusTransaction.begin();
            feed.append(List.of(new Touched(Subject.ENTRY, "slow-1"), new Touched(Subject.ENTRY, "slow-2")));
            var quick = CompletableFuture.runAsync(
                    () -> QuarkusTransaction.requiringNew()
                            .run(() -> feed.append(List.of(new Touched(Subject.ENTRY, "quick")))),
                    threads);
            await().until(this::somebodyWaits);
            assertThat(published.changesAfter(before, 10))
                    .noneMatch(change -> change.id().equals("quick"));
            QuarkusTransaction.commit();
            quick.join();
        }

        assertThat(published.changesAfter(before, 10))
                .extracting(Change::id)
                .containsExactly("slow-1", "slow-2", "quick");
    }

    @Test
    void a_change_that_was_rolled_back_leaves_no_gap() {
        var before = published.snapshot().number();
        QuarkusTransaction.begin();
        feed.append(List.of(new Touched(Subject.INTENT, "never")));
        QuarkusTransaction.rollback();

        var number =
                QuarkusTransaction.requiringNew().call(() -> feed.append(List.of(new Touched(Subject.INTENT, "then"))));

        assertThat(number).isEqualTo(before + 1);
    }

    @Test
    void the_tables_themselves_refuse_what_must_not_be() {
        refused(
                "UPDATE knowledge_entry_version SET content = '{\"id\":\"vat-small-rate\",\"question\":\"a\",\"answer\":\"b\"}'"
                        + " WHERE entry_id = 'vat-small-rate'");
        refused("DELETE FROM knowledge_entry_version WHERE entry_id = 'vat-small-rate'");
        refused("DELETE FROM knowledge_entry WHERE id = 'vat-small-rate'");
        refused("UPDATE knowledge_entry SET state = 'RETIRED' WHERE id = 'vat-small-rate'");
        refused("UPDATE knowledge_entry SET published_number = 7, latest_number = 7 WHERE id = 'vat-small-rate'");
        refused("UPDATE knowledge_entry_version SET author = 'account:a' WHERE entry_id = 'vat-small-rate'");
        refused("DELETE FROM knowledge_change");
    }

    private void refused(String sql) {
        assertThatExceptionOfType(JdbiException.class)
                .as(sql)
                .isThrownBy(() -> jdbi.useHandle(handle -> handle.execute(sql)));
    }

    private boolean somebodyWaits() {
        return jdbi.withHandle(
                handle -> handle.createQuery("""
                        SELECT count(*) > 0 FROM pg_stat_activity
                        WHERE wait_event_type = 'Lock' AND query LIKE 'UPDATE knowledge_change_end%'
                          AND datname = current_database()""").mapTo(Boolean.class).one());
    }
}
