package cn.yiqilai.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yiqilai.knowledge.PublishedKnowledge.Change.Subject;
import cn.yiqilai.platform.postgres.TestDatabase;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@TestProfile(SmallKnowledge.class)
class KnowledgeSeedIT {
    @Inject
    KnowledgeSeed seed;

    @Inject
    Entries entries;

    @Inject
    PublishedKnowledge published;

    @Test
    void an_empty_database_is_filled_at_start() {
        var snapshot = published.snapshot();

        assertThat(snapshot.entries()).extracting(entry -> entry.id().value()).contains("vat-small-monthly");
        assertThat(snapshot.intents()).extracting(Intent::id).contains("human-plain");
        assertThat(published.language().synonyms()).contains("小型微利企业,小微企业,小微");
        assertThat(published.language().dictionary()).contains("试用期 n 1000");
        assertThat(published.changesAfter(0, 23))
                .extracting(PublishedKnowledge.Change::subject)
                .containsOnly(Subject.ENTRY, Subject.INTENT, Subject.LANGUAGE);
        assertThat(published.changesAfter(0, 5))
                .extracting(PublishedKnowledge.Change::number)
                .containsExactly(1L, 2L, 3L, 4L, 5L);
    }

    @Test
    void the_seed_is_the_work_of_the_system() {
        var entry = entries.find(new EntryId("vat-small-rate")).orElseThrow();

        assertThat(entry.state()).isEqualTo(EntryState.PUBLISHED);
        assertThat(entry.latest().author().id()).isEqualTo("system");
    }

    @Test
    void a_second_start_finds_it_done() {
        var before = published.snapshot().number();

        seed.atStart(new StartupEvent());

        assertThat(published.snapshot().number()).isEqualTo(before);
    }
}
