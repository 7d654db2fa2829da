package cn.yiqilai.retrieval;

import static cn.yiqilai.retrieval.KnowledgeInMemory.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoredFormsTest {
    private static final List<String> QUESTIONS = List.of(
            "小规模纳税人税点是多少", "小规模纳税人睡点", "公司注册资本要几年内缴足", "深情劳动众才的期限", "2024年研发费用加计扣除的比例", "转人工", "试用期不能超过几个月", "今天天气怎么样");

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
    void a_start_with_stored_forms_analyses_nothing_and_answers_alike() {
        storeAndEnd();

        replica = replica().fill();

        assertThat(replica.analysed).hasValue(0);
        assertAnswersLikeAFreshOne();
    }

    @Test
    void what_changed_meanwhile_is_analysed_and_nothing_else() {
        knowledge.publish(entry("drain", "雨污分流改造怎么申请"));
        storeAndEnd();
        knowledge.retire("drain");
        knowledge.retireIntent("human-plain");
        knowledge.publish(entry("sewer", "污水处理费怎么交"));

        replica = replica().fill();

        // Question, answer, and what else counts as the entry's own.
        assertThat(replica.analysed).hasValue(3);
        assertThat(replica.mirror.entry("drain")).isEmpty();
        assertThat(replica.mirror.entry("sewer")).isPresent();
        assertAnswersLikeAFreshOne("雨污分流改造怎么申请", "污水处理费怎么交");
    }

    @Test
    void what_was_published_after_the_forms_were_stored_survives_a_killed_process() {
        replica = replica().fill().store();
        knowledge.publish(entry("drain", "雨污分流改造怎么申请"));
        replica.mirror.follow();
        replica.close();

        replica = replica().fill();

        assertThat(replica.analysed).hasValue(3);
        assertAnswersLikeAFreshOne("雨污分流改造怎么申请");
    }

    @Test
    void what_is_published_on_top_of_stored_forms_is_followed() {
        storeAndEnd();
        replica = replica().fill();

        knowledge.publish(entry("drain", "雨污分流改造怎么申请"));
        knowledge.publish(entry("vat-small-rate", "小规模纳税人征收率"));
        knowledge.retire("cit-rd-deduction");
        replica.mirror.follow();

        assertAnswersLikeAFreshOne("雨污分流改造怎么申请", "小规模纳税人征收率");
    }

    @Test
    void damaged_forms_are_made_anew() throws IOException {
        storeAndEnd();
        var sound = Files.readAllBytes(forms());
        for (var at : List.of(0, 5, sound.length / 2, sound.length - 1)) {
            var damaged = sound.clone();
            damaged[at] ^= 0x55;
            Files.write(forms(), damaged);
            assertMadeAnew();
        }
    }

    @Test
    void forms_of_which_a_part_is_missing_are_made_anew() throws IOException {
        storeAndEnd();
        var whole = Files.readAllBytes(forms());
        for (var length : List.of(0, 3, 8, whole.length / 3, whole.length - 1)) {
            Files.write(forms(), Arrays.copyOf(whole, length));
            assertMadeAnew();
        }
    }

    @Test
    void forms_of_another_format_are_made_anew_though_they_are_whole() throws IOException {
        storeAndEnd();
        for (var format : List.of(0, 2, Integer.MAX_VALUE)) {
            try (var out = new FormsOutput(forms())) {
                out.number(0x59514C46);
                out.number(format);
                out.text("made by a later version");
                out.finish();
            }
            assertMadeAnew();
        }
    }

    @Test
    void forms_that_end_early_though_their_checksum_is_right_are_made_anew() throws IOException {
        storeAndEnd();
        replica = replica();
        var madeWith = replica.language.fingerprint() + "+" + Replica.TODAY.getYear();
        replica.close();
        try (var out = new FormsOutput(forms())) {
            out.number(0x59514C46);
            out.number(1);
            out.text(madeWith);
            out.number(1L);
            out.finish();
        }
        assertMadeAnew();
    }

    @Test
    void forms_made_with_another_language_are_made_anew() {
        storeAndEnd();
        knowledge.addSynonyms("研发费用,研发开销");

        replica = replica().fill();

        assertThat(replica.analysed.get()).isPositive();
        assertAnswersLikeAFreshOne("研发开销加计扣除的比例是多少");
    }

    @Test
    void after_a_change_of_the_language_that_was_followed_a_start_is_quick_again() {
        replica = replica().fill();
        knowledge.addSynonyms("研发费用,研发开销");
        replica.mirror.follow();
        replica.store().close();

        replica = replica().fill();

        assertThat(replica.analysed).hasValue(0);
        assertAnswersLikeAFreshOne("研发开销加计扣除的比例是多少");
    }

    @Test
    void this_year_is_another_one_in_the_next() {
        knowledge.publish(entry("card", "今年的社保基数是多少"));
        storeAndEnd();

        replica = replica();
        replica.today = Replica.TODAY.plusYears(1);
        replica.fill();

        assertThat(replica.analysed.get()).isPositive();
    }

    @Test
    void forms_of_another_database_are_made_anew_though_they_are_at_the_same_change() {
        knowledge.publish(entry("drain", "雨污分流改造怎么申请"));
        storeAndEnd();
        knowledge = KnowledgeInMemory.small(Instant.EPOCH.plusSeconds(86_400));
        knowledge.publish(entry("sewer", "污水处理费怎么交"));

        replica = replica().fill();

        assertAnswersLikeAFreshOne("雨污分流改造怎么申请", "污水处理费怎么交");
    }

    @Test
    void a_damaged_index_is_built_anew_though_the_forms_are_sound() throws IOException {
        storeAndEnd();
        try (var files = Files.list(folder.resolve("index"))) {
            for (var file : files.filter(one -> one.toString().endsWith(".cfs")).toList()) {
                var bytes = Files.readAllBytes(file);
                bytes[bytes.length / 2] ^= 0x55;
                Files.write(file, bytes);
            }
        }

        replica = replica();
        assertThat(replica.index.stored()).isNull();
        replica.fill();

        assertAnswersLikeAFreshOne();
    }

    @Test
    void a_few_changes_are_not_worth_storing_all_anew() throws IOException {
        storeAndEnd();
        var stored = Files.readAllBytes(forms());
        replica = replica().fill();
        knowledge.publish(entry("drain", "雨污分流改造怎么申请"));
        replica.mirror.follow();

        replica.store();

        assertThat(Files.readAllBytes(forms())).isEqualTo(stored);
    }

    private void assertMadeAnew() {
        try (var another = replica().fill()) {
            assertThat(another.analysed.get()).isPositive();
            assertAlike(another, QUESTIONS);
        }
    }

    private void assertAnswersLikeAFreshOne(String... further) {
        assertAlike(replica, QUESTIONS);
        assertAlike(replica, List.of(further));
    }

    private void assertAlike(Replica stored, List<String> questions) {
        try (var fresh =
                new Replica(folder.resolve("fresh-" + System.nanoTime()), knowledge, encoder, vectors).fill()) {
            for (var question : questions) {
                assertThat(stored.ask(question))
                        .usingRecursiveComparison()
                        .as(question)
                        .isEqualTo(fresh.ask(question));
            }
        }
    }

    private void storeAndEnd() {
        replica().fill().store().close();
        assertThat(forms()).exists();
    }

    private Path forms() {
        return folder.resolve("forms");
    }

    private Replica replica() {
        return new Replica(folder, knowledge, encoder, vectors);
    }
}
