package cn.yiqilai.workorder.reminder;

import static cn.yiqilai.calendar.WorkCalendars.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import cn.yiqilai.calendar.WorkCalendars;
import cn.yiqilai.city.SigningLevel;
import cn.yiqilai.city.Step;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReminderLadderTest {
    /** Tuesday to Friday. */
    private final ReminderLadder days = ladder("2026-03-10T10:00", "2026-03-13T18:00");

    @Test
    void what_is_due_in_days_is_spoken_of_the_day_before_on_its_morning_and_when_it_is_late() {
        assertThat(days.rungs())
                .extracting(Reminder::rung, Reminder::at)
                .containsExactly(
                        tuple(Rung.DUE_TOMORROW, at("2026-03-12T09:00")),
                        tuple(Rung.DUE_SOON, at("2026-03-13T09:00")),
                        tuple(Rung.OVERDUE, at("2026-03-16T09:00")),
                        tuple(Rung.OVERDUE_A_DAY, at("2026-03-17T09:00")),
                        tuple(Rung.OVERDUE_THREE_DAYS, at("2026-03-19T09:00")));
    }

    @Test
    void what_is_due_in_hours_is_spoken_of_at_half_time() {
        assertThat(ladder("2026-03-10T10:00", "2026-03-10T11:00").rungs())
                .extracting(Reminder::rung, Reminder::at)
                .startsWith(
                        tuple(Rung.DUE_SOON, at("2026-03-10T10:30")), tuple(Rung.OVERDUE, at("2026-03-10T11:00:01")));
    }

    @Test
    void nobody_is_reminded_outside_office_hours_whatever_the_day() {
        var starts = Stream.of("2026-02-13T17:50", "2026-09-30T17:59", "2026-03-10T12:30", "2026-03-14T23:00");
        var calendar = WorkCalendars.h0();

        assertThat(starts.flatMap(start -> ladder(start, "2026-10-12T11:59").rungs().stream()))
                .allSatisfy(
                        reminder -> assertThat(calendar.isOpen(reminder.at())).isTrue());
        assertThat(days.reached(at("2026-03-12T23:00"))).isEmpty();
        assertThat(days.reached(at("2026-03-14T10:00"))).isEmpty();
        assertThat(days.reached(at("2026-03-16T12:30"))).isEmpty();
    }

    @Test
    void the_highest_rung_counts_and_what_was_slept_through_is_not_caught_up_with() {
        assertThat(days.reached(at("2026-03-11T10:00"))).isEmpty();
        assertThat(rung(days, "2026-03-12T09:00")).isEqualTo(Rung.DUE_TOMORROW);
        assertThat(rung(days, "2026-03-13T17:59")).isEqualTo(Rung.DUE_SOON);
        assertThat(rung(days, "2026-03-16T09:00")).isEqualTo(Rung.OVERDUE);
        assertThat(rung(days, "2026-03-18T10:00")).isEqualTo(Rung.OVERDUE_A_DAY);
        assertThat(rung(days, "2026-04-01T10:00")).isEqualTo(Rung.OVERDUE_THREE_DAYS);
    }

    @Test
    void the_ladder_ends_with_its_last_rung() {
        assertThat(days.next(at("2026-03-10T10:00"))).contains(at("2026-03-12T09:00"));
        assertThat(days.next(at("2026-03-12T09:00"))).contains(at("2026-03-13T09:00"));
        assertThat(days.next(at("2026-03-19T09:00"))).isEmpty();
    }

    @Test
    void a_make_up_day_is_a_day_and_a_holiday_is_none() {
        assertThat(ladder("2026-02-10T10:00", "2026-02-24T18:00").rungs())
                .extracting(Reminder::rung, Reminder::at)
                .startsWith(
                        tuple(Rung.DUE_TOMORROW, at("2026-02-14T09:00")), tuple(Rung.DUE_SOON, at("2026-02-24T09:00")));
    }

    @Test
    void first_the_leader_in_charge_then_the_head_Y_45() {
        assertThat(Rung.DUE_SOON.leader()).isEmpty();
        assertThat(Rung.OVERDUE.leader()).contains(SigningLevel.DEPUTY);
        assertThat(Rung.OVERDUE_A_DAY.leader()).contains(SigningLevel.HEAD);
    }

    private static Rung rung(ReminderLadder ladder, String now) {
        return ladder.reached(at(now)).orElseThrow().rung();
    }

    private static ReminderLadder ladder(String started, String due) {
        return new ReminderLadder(Step.REPLY, 1, at(started), at(due), WorkCalendars.h0());
    }
}
