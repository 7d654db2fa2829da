package cn.yiqilai.directory;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yiqilai.calendar.WorkCalendars;
import cn.yiqilai.platform.FieldChecks;
import cn.yiqilai.platform.Problem.FieldError;
import cn.yiqilai.platform.Shanghai;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RotaTest {
    private static final UUID FIRST = new UUID(1, 1);
    private static final UUID SECOND = new UUID(2, 2);

    @Test
    void a_rank_of_a_topic_is_one_persons_at_a_time() {
        var rota = new Rota(List.of(shift(FIRST, "增值税", "09:00", "12:00", 1)));

        assertThat(against(rota, shift(SECOND, "增值税", "11:00", "13:00", 1))).containsExactly("rank");
        assertThat(against(rota, shift(SECOND, "增值税", "08:00", "09:30", 1))).containsExactly("rank");
        assertThat(against(rota, shift(SECOND, "增值税", "08:00", "13:00", 1))).containsExactly("rank");
        assertThat(against(rota, shift(FIRST, "增值税", "10:00", "11:00", 2))).containsExactly("specialist");
    }

    @Test
    void shifts_that_touch_other_ranks_and_other_topics_stand_beside_each_other() {
        var rota = new Rota(List.of(shift(FIRST, "增值税", "09:00", "12:00", 1)));

        assertThat(against(rota, shift(SECOND, "增值税", "12:00", "13:00", 1))).isEmpty();
        assertThat(against(rota, shift(SECOND, "增值税", "08:00", "09:00", 1))).isEmpty();
        assertThat(against(rota, shift(SECOND, "增值税", "09:00", "12:00", 2))).isEmpty();
        assertThat(against(rota, shift(FIRST, "发票", "09:00", "12:00", 1))).isEmpty();
    }

    @Test
    void what_is_taken_away_leaves_its_place() {
        var there = shift(FIRST, "增值税", "09:00", "12:00", 1);
        var rota = new Rota(List.of(there));

        rota.remove(there);

        assertThat(against(rota, shift(SECOND, "增值税", "10:00", "11:00", 1))).isEmpty();
    }

    @Test
    void whoever_knows_a_topic_knows_what_lies_below_it() {
        assertThat(Expertise.covers("增值税", "增值税")).isTrue();
        assertThat(Expertise.covers("增值税", "增值税/小规模纳税人")).isTrue();
        assertThat(Expertise.covers("增值税/小规模纳税人", "增值税")).isFalse();
        assertThat(Expertise.covers("增值税", "增值税发票")).isFalse();
    }

    @Test
    void office_hours_without_a_shift_are_gaps_and_nights_and_holidays_are_none() {
        var open = RotaGaps.open(WorkCalendars.h0(), LocalDate.of(2026, 3, 13), LocalDate.of(2026, 3, 16));

        assertThat(open).hasSize(4);
        assertThat(open.getFirst().begins()).isEqualTo(at("2026-03-13T09:00:00+08:00"));
        assertThat(open.getLast().ends()).isEqualTo(at("2026-03-16T18:00:00+08:00"));
    }

    @Test
    void what_no_shift_covers_is_left() {
        var morning = new RotaGaps.Span(at("2026-03-10T09:00:00+08:00"), at("2026-03-10T12:00:00+08:00"));

        assertThat(left(morning)).containsExactly("09:00-12:00");
        assertThat(left(morning, shift(FIRST, "t", "08:00", "13:00", 1))).isEmpty();
        assertThat(left(morning, shift(FIRST, "t", "10:00", "11:00", 1))).containsExactly("09:00-10:00", "11:00-12:00");
        assertThat(left(
                        morning,
                        shift(FIRST, "t", "08:00", "10:00", 1),
                        shift(SECOND, "t", "09:30", "09:45", 2),
                        shift(FIRST, "t", "11:00", "11:30", 1)))
                .containsExactly("10:00-11:00", "11:30-12:00");
        assertThat(left(morning, shift(FIRST, "t", "13:00", "15:00", 1))).containsExactly("09:00-12:00");
    }

    private static List<String> left(RotaGaps.Span span, Shift... shifts) {
        return RotaGaps.uncovered(span, List.of(shifts)).stream()
                .map(gap -> clock(gap.begins()) + "-" + clock(gap.ends()))
                .toList();
    }

    private static String clock(Instant instant) {
        return instant.atZone(Shanghai.ZONE).toLocalTime().toString();
    }

    private static List<String> against(Rota rota, Shift shift) {
        var checks = new FieldChecks(UnitRules.PROBLEM);
        assertThat(rota.isFree(checks, shift)).isEqualTo(checks.errors().isEmpty());
        return checks.errors().stream().map(FieldError::field).toList();
    }

    private static Shift shift(UUID specialist, String topic, String begins, String ends, int rank) {
        return new Shift(
                UUID.randomUUID(),
                specialist,
                topic,
                at("2026-03-10T" + begins + ":00+08:00"),
                at("2026-03-10T" + ends + ":00+08:00"),
                rank,
                false,
                1,
                Instant.EPOCH);
    }

    private static Instant at(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }
}
