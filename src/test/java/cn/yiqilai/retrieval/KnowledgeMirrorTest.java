package cn.yiqilai.retrieval;

import static cn.yiqilai.retrieval.KnowledgeInMemory.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.yiqilai.retrieval.lucene.LuceneIndex;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KnowledgeMirrorTest {
    private KnowledgeInMemory knowledge = KnowledgeInMemory.small();
    private final CountingEncoder encoder = new CountingEncoder();
    private final VectorsInMemory vectors = new VectorsInMemory();

    @TempDir
    Path folder;

    private Replica replica;

    @AfterEach
    void close() {
        if (replica != null) {
            replica.close();
        }
    }

    @Test
    void before_it_is_filled_it_follows_nothing() {
        replica = replica();

        assertThat(replica.mirror.isFilled()).isFalse();
        assertThat(replica.mirror.follow()).isFalse();
        replica.fill();
        assertThat(replica.mirror.isFilled()).isTrue();
        assertThat(replica.mirror.follow()).isFalse();
        assertThat(replica.mirror.change()).isEqualTo(knowledge.snapshot().number());
    }

    @Test
    void another_model_is_taken_over_at_the_start_and_when_it_is_told() {
        replica = replica().fill();
        assertThat(replica.modelReloads).isEqualTo(1);

        knowledge.publish(entry("drain", "雨污分流改造怎么申请"));
        knowledge.activateModel(7);
        assertThat(replica.mirror.follow()).isTrue();

        assertThat(replica.modelReloads).isEqualTo(2);
        assertThat(finds("雨污分流改造怎么申请", "drain")).isTrue();
        assertThat(replica.mirror.follow()).isFalse();
    }

    @Test
    void what_is_published_is_found() {
        replica = replica().fill();
        assertThat(finds("雨污分流改造怎么申请", "drain")).isFalse();

        knowledge.publish(entry("drain", "雨污分流改造怎么申请"));
        assertThat(replica.mirror.follow()).isTrue();

        assertThat(finds("雨污分流改造怎么申请", "drain")).isTrue();
        assertThat(replica.mirror.entry("drain")).isPresent();
    }

    @Test
    void what_is_edited_is_found_by_its_new_words_only() {
        knowledge.publish(entry("drain", "雨污分流改造怎么申请"));
        replica = replica().fill();

        knowledge.publish(entry("drain", "排污口要不要登记"));
        replica.mirror.follow();

        assertThat(knows("排污口要不要登记", "drain")).isTrue();
        assertThat(knows("雨污分流改造怎么申请", "drain")).isFalse();
        assertThat(replica.mirror.entry("drain").orElseThrow().question()).isEqualTo("排污口要不要登记");
    }

    @Test
    void what_is_retired_is_neither_found_nor_answered() {
        knowledge.publish(entry("drain", "雨污分流改造怎么申请"));
        replica = replica().fill();
        var documents = replica.index.documents();

        knowledge.retire("drain");
        replica.mirror.follow();

        assertThat(finds("雨污分流改造怎么申请", "drain")).isFalse();
        assertThat(replica.mirror.entry("drain")).isEmpty();
        assertThat(replica.index.documents()).isLessThan(documents);
    }

    @Test
    void what_is_published_and_retired_at_once_was_never_there() {
        replica = replica().fill();
        knowledge.publish(entry("drain", "雨污分流改造怎么申请"));
        knowledge.retire("drain");

        replica.mirror.follow();

        assertThat(finds("雨污分流改造怎么申请", "drain")).isFalse();
        assertThat(replica.mirror.entry("drain")).isEmpty();
    }

    @Test
    void intents_are_followed_alike() {
        replica = replica().fill();
        assertThat(replica.ask("转人工").intents().getFirst().target().id()).isEqualTo("human-plain");

        knowledge.retireIntent("human-plain");
        replica.mirror.follow();

        assertThat(replica.ask("转人工").intents())
                .extracting(hit -> hit.target().id())
                .doesNotContain("human-plain");
        assertThat(replica.mirror.intent("human-plain")).isEmpty();
    }

    @Test
    void a_change_of_the_language_is_read_into_everything() {
        replica = replica().fill();
        assertThat(knows("研发开销加计扣除的比例是多少", "cit-rd-deduction")).isFalse();

        knowledge.addSynonyms("研发费用,研发开销");
        assertThat(replica.mirror.follow()).isTrue();

        assertThat(knows("研发开销加计扣除的比例是多少", "cit-rd-deduction")).isTrue();
    }

    @Test
    void what_was_retired_together_with_a_change_of_the_language_is_gone() {
        replica = replica().fill();

        knowledge.retire("cit-rd-deduction");
        knowledge.retireIntent("human-plain");
        knowledge.addSynonyms("研发费用,研发开销");
        replica.mirror.follow();

        assertThat(finds("研发费用加计扣除的比例是多少", "cit-rd-deduction")).isFalse();
        assertThat(replica.mirror.entry("cit-rd-deduction")).isEmpty();
        assertThat(replica.mirror.intent("human-plain")).isEmpty();
        assertThat(replica.mirror.change()).isEqualTo(knowledge.snapshot().number());
    }

    @Test
    void what_was_edited_together_with_a_change_of_the_language_has_its_new_answer() {
        knowledge.publish(entry("drain", "雨污分流改造怎么申请"));
        replica = replica().fill();

        knowledge.publish(entry("drain", "排污口要不要登记"));
        knowledge.publish(entry("sewer", "污水处理费怎么交"));
        knowledge.addSynonyms("研发费用,研发开销");
        replica.mirror.follow();

        assertThat(replica.mirror.entry("drain").orElseThrow().question()).isEqualTo("排污口要不要登记");
        assertThat(replica.mirror.entry("sewer")).isPresent();
        assertThat(knows("污水处理费怎么交", "sewer")).isTrue();
    }

    @Test
    void many_changes_are_followed_to_the_end() {
        replica = replica().fill();
        for (var i = 0; i < 1200; i++) {
            knowledge.publish(entry("drain", "雨污分流改造怎么申请" + i));
        }

        while (replica.mirror.follow()) {
            assertThat(replica.mirror.change()).isPositive();
        }

        assertThat(replica.mirror.change()).isEqualTo(knowledge.snapshot().number());
        assertThat(knows("雨污分流改造怎么申请1199", "drain")).isTrue();
    }

    @Test
    void an_answer_of_an_edited_entry_is_never_better_than_certain() {
        replica = replica().fill();
        knowledge.publish(entry("drain", "雨污分流改造怎么申请"));
        replica.mirror.follow();

        assertThat(replica.ask("雨污分流改造怎么申请").entries())
                .allSatisfy(hit -> assertThat(hit.evidence().of(Signal.GRAMS)).isBetween(0.0, 1.0));
    }

    @Test
    void a_stored_index_is_used_as_it_is() {
        replica().fill().close();
        var computed = encoder.calls();

        replica = new Replica(folder, knowledge, encoder, new VectorsInMemory()).fill();

        assertThat(encoder.calls()).isEqualTo(computed);
        assertThat(finds("雨污分流改造怎么申请", "drain")).isFalse();
        assertThat(knows("小规模纳税人税点", "vat-small-rate")).isTrue();
    }

    @Test
    void a_stored_index_that_lags_behind_catches_up() {
        knowledge.publish(entry("drain", "雨污分流改造怎么申请"));
        replica().fill().close();

        knowledge.retire("drain");
        knowledge.retireIntent("human-plain");
        knowledge.publish(entry("sewer", "污水处理费怎么交"));
        replica = replica().fill();

        assertThat(finds("雨污分流改造怎么申请", "drain")).isFalse();
        assertThat(knows("污水处理费怎么交", "sewer")).isTrue();
        assertThat(replica.ask("转人工").intents())
                .extracting(hit -> hit.target().id())
                .doesNotContain("human-plain");
    }

    @Test
    void a_damaged_index_is_built_anew_without_computing_anything_twice() throws IOException {
        replica().fill().close();
        var computed = encoder.calls();
        damageLargestFile();

        replica = replica();
        assertThat(replica.index.stored()).isNull();
        assertThat(replica.index.documents()).isZero();
        replica.fill();

        assertThat(encoder.calls()).isEqualTo(computed);
        assertThat(knows("小规模纳税人税点", "vat-small-rate")).isTrue();
    }

    @Test
    void an_index_made_with_another_language_is_built_anew() {
        replica().fill().close();
        knowledge.addSynonyms("研发费用,研发开销");

        replica = replica();
        assertThat(replica.index.stored()).isNull();
        replica.fill();

        assertThat(knows("研发开销加计扣除的比例是多少", "cit-rd-deduction")).isTrue();
    }

    @Test
    void an_index_made_with_another_encoder_is_built_anew() {
        LuceneIndex.open(folder, "a|b").close();
        try (var first = LuceneIndex.open(folder, "a|b")) {
            first.publish(new QuestionIndex.State(7, null));
        }
        try (var same = LuceneIndex.open(folder, "a|b")) {
            assertThat(same.stored()).isEqualTo(new QuestionIndex.State(7, null));
        }
        try (var other = LuceneIndex.open(folder, "c|b")) {
            assertThat(other.stored()).isNull();
        }
    }

    @Test
    void the_index_of_another_database_is_built_anew_though_it_is_at_the_same_change() {
        knowledge.publish(entry("drain", "雨污分流改造怎么申请"));
        replica().fill().close();
        knowledge = KnowledgeInMemory.small(Instant.EPOCH.plusSeconds(86_400));
        knowledge.publish(entry("sewer", "污水处理费怎么交"));

        replica = replica().fill();

        assertThat(knows("污水处理费怎么交", "sewer")).isTrue();
        assertThat(finds("雨污分流改造怎么申请", "drain")).isFalse();
        assertThat(replica.index.documents()).isEqualTo(112);
    }

    @Test
    void an_index_that_another_process_writes_is_left_alone() {
        replica = replica().fill();

        assertThatThrownBy(() -> LuceneIndex.open(folder.resolve("index"), "another"))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining(folder.toString());

        knowledge.publish(entry("drain", "雨污分流改造怎么申请"));
        replica.mirror.follow();
        assertThat(knows("雨污分流改造怎么申请", "drain")).isTrue();
        replica.close();
        replica = replica();
        assertThat(replica.index.stored())
                .extracting(QuestionIndex.State::change)
                .isEqualTo(knowledge.snapshot().number());
    }

    @Test
    void a_vector_is_computed_once() {
        replica().fill().close();
        var computed = encoder.calls();
        assertThat(computed).isPositive();

        try (var elsewhere = new Replica(folder.resolve("elsewhere"), knowledge, encoder, vectors).fill()) {
            assertThat(elsewhere.mirror.entries()).hasSize(12);
            assertThat(encoder.calls()).isEqualTo(computed);

            knowledge.publish(entry("drain", "雨污分流改造怎么申请", "小规模纳税人税点"));
            elsewhere.mirror.follow();
        }
        // The standard question and the answer are new, the similar one is known.
        assertThat(encoder.calls()).isEqualTo(computed + 2);
    }

    private Replica replica() {
        return new Replica(folder, knowledge, encoder, vectors);
    }

    private boolean finds(String question, String entry) {
        var ranking = replica.ask(question);
        return ranking.entries().stream().anyMatch(hit -> hit.target().id().equals(entry))
                || ranking.withheld().stream()
                        .anyMatch(one -> one.hit().target().id().equals(entry));
    }

    /** Found, and known letter by letter. */
    private boolean knows(String question, String entry) {
        return replica.ask(question).entries().stream()
                .anyMatch(
                        hit -> hit.target().id().equals(entry) && hit.evidence().of(Signal.EXACT) == 1);
    }

    private void damageLargestFile() throws IOException {
        try (var files = Files.list(folder.resolve("index"))) {
            var largest = files.filter(Files::isRegularFile)
                    .max(Comparator.comparingLong(file -> file.toFile().length()))
                    .orElseThrow();
            var bytes = Files.readAllBytes(largest);
            bytes[bytes.length / 2] ^= 0x55;
            Files.write(largest, bytes);
        }
    }
}
