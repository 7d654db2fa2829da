package cn.yiqilai.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.yiqilai.access.Actor;
import cn.yiqilai.knowledge.EntryVersion.Author;
import cn.yiqilai.platform.ProblemException;
import java.time.Instant;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class CuratedEntryTest {
    private static final Instant MONDAY = Instant.parse("2026-03-09T01:00:00Z");
    private static final Actor WANG = new Actor("account:wang");
    private static final Actor LI = new Actor("account:li");
    private static final Author BY_WANG = Author.byHand(WANG);

    private final CuratedEntry draft = CuratedEntry.draft(Forms.entry("第一版"), BY_WANG, MONDAY);
    private final CuratedEntry submitted = draft.submit(MONDAY);
    private final CuratedEntry published = submitted.approve(LI, MONDAY);

    @Test
    void each_step_is_one_version_further() {
        assertThat(draft.version()).isEqualTo(1);
        assertThat(submitted.version()).isEqualTo(2);
        assertThat(published.version()).isEqualTo(3);
        assertThat(published.state()).isEqualTo(EntryState.PUBLISHED);
        assertThat(published.publishedNumber()).isEqualTo(1);
    }

    @Test
    void nobody_approves_what_he_wrote() {
        assertRefused(403, () -> submitted.approve(WANG, MONDAY));
    }

    @Test
    void the_published_text_stays_while_a_newer_one_is_in_work() {
        var edited = published.edit(Forms.entry("第二版"), BY_WANG, MONDAY);

        assertThat(edited.state()).isEqualTo(EntryState.DRAFT);
        assertThat(edited.publishedNumber()).isEqualTo(1);
        assertThat(edited.latest().number()).isEqualTo(2);
        assertThat(edited.submit(MONDAY).approve(LI, MONDAY).publishedNumber()).isEqualTo(2);
    }

    @Test
    void what_was_sent_back_is_a_draft_that_says_why() {
        var back = submitted.sendBack(LI, "缺文号", MONDAY);

        assertThat(back.state()).isEqualTo(EntryState.DRAFT);
        assertThat(back.latest().comment()).isEqualTo("缺文号");
        assertThat(back.latest().number()).isEqualTo(1);
    }

    @Test
    void a_retired_entry_comes_back_as_a_draft_of_its_last_content() {
        var retired = published.edit(Forms.entry("第二版"), BY_WANG, MONDAY).retire(MONDAY);
        assertThat(retired.publishedNumber()).isNull();

        var restored = retired.restore(Author.byHand(LI), MONDAY);
        assertThat(restored.state()).isEqualTo(EntryState.DRAFT);
        assertThat(restored.content().answer()).isEqualTo("第二版");
        assertThat(restored.latest().author()).isEqualTo(LI);
    }

    @Test
    void a_step_that_the_state_forbids_names_the_state() {
        var retired = published.retire(MONDAY);

        assertRefused(409, () -> draft.approve(LI, MONDAY));
        assertRefused(409, () -> draft.sendBack(LI, "为何", MONDAY));
        assertRefused(409, () -> draft.retire(MONDAY));
        assertRefused(409, () -> draft.restore(BY_WANG, MONDAY));
        assertRefused(409, () -> submitted.submit(MONDAY));
        assertRefused(409, () -> submitted.edit(Forms.entry("改一下"), BY_WANG, MONDAY));
        assertRefused(409, () -> published.submit(MONDAY));
        assertRefused(409, () -> published.approve(LI, MONDAY));
        assertRefused(409, () -> retired.edit(Forms.entry("改一下"), BY_WANG, MONDAY));
        assertRefused(409, () -> retired.retire(MONDAY));
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> draft.approve(LI, MONDAY))
                .satisfies(refused -> assertThat(refused.problem().detail()).contains("草稿"));
    }

    private static void assertRefused(int status, ThrowingCallable step) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(step)
                .satisfies(refused -> assertThat(refused.problem().status()).isEqualTo(status));
    }
}
