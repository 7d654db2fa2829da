package cn.yiqilai.calendar.postgres;

import static cn.yiqilai.calendar.WorkCalendars.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.yiqilai.access.Actor;
import cn.yiqilai.calendar.CalendarChanged;
import cn.yiqilai.calendar.CalendarChanged.NoticeLoaded;
import cn.yiqilai.calendar.CalendarChanged.OfficeHoursChanged;
import cn.yiqilai.calendar.CalendarReplica;
import cn.yiqilai.calendar.Calendars;
import cn.yiqilai.calendar.DueTime;
import cn.yiqilai.calendar.NoticeForm;
import cn.yiqilai.calendar.Notices;
import cn.yiqilai.calendar.Office;
import cn.yiqilai.calendar.OfficeHoursEditing;
import cn.yiqilai.calendar.Schedule;
import cn.yiqilai.calendar.TimeLimit.WorkingDays;
import cn.yiqilai.calendar.WeekHours;
import cn.yiqilai.knowledge.SmallKnowledge;
import cn.yiqilai.platform.ProblemException;
import cn.yiqilai.platform.postgres.TestDatabase;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The calendars in force, over transactions and replicas. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@TestProfile(SmallKnowledge.class)
class CalendarsIT {
    private static final Actor ADMIN = new Actor("account:admin");

    @Inject
    Calendars calendars;

    @Inject
    Notices notices;

    @Inject
    OfficeHoursEditing editing;

    @Inject
    CalendarReplica replicas;

    @Inject
    Recalculation recalculation;

    @Inject
    Jdbi jdbi;

    /** Keeps due times, as orders do: computes them anew when it hears of a change, within its transaction. */
    @Singleton
    static class Recalculation {
        private final Calendars calendars;
        private final List<CalendarChanged> heard = new CopyOnWriteArrayList<>();
        private final AtomicReference<DueTime> due = new AtomicReference<>();
        private volatile boolean failing;

        Recalculation(Calendars calendars) {
            this.calendars = calendars;
        }

        void recompute(@Observes CalendarChanged change) {
            heard.add(change);
            due.set(calendars.of(Office.of("yancheng")).due(at("2050-12-30T10:00"), new WorkingDays(1)));
            if (failing) {
                throw new IllegalStateException("an order cannot be written");
            }
        }
    }

    @BeforeEach
    void forget() {
        recalculation.heard.clear();
        recalculation.failing = false;
    }

    @Test
    void an_empty_database_begins_with_the_notices_and_hours_of_the_seed() {
        var calendar = calendars.of(Office.of("yancheng"));
        assertThat(calendar.due(at("2025-09-26T17:59"), new WorkingDays(5)).at())
                .isEqualTo(at("2025-10-10T18:00"));
        assertThat(calendars.inForce().days().years()).contains(2024, 2025, 2026);
        assertThat(calendars.inForce()).isSameAs(calendars.inForce());
    }

    @Test
    void a_loaded_notice_is_heard_within_the_transaction_with_the_new_calendar_in_force() {
        var before = calendars.of(Office.of("yancheng")).due(at("2050-12-30T10:00"), new WorkingDays(1));
        assertThat(before.provisional()).isTrue();

        notices.load(notice(2051, "2051-01-01", "2051-01-02", "2051-01-03"), null, false, ADMIN);

        assertThat(recalculation.heard).hasSize(1).first().isInstanceOfSatisfying(NoticeLoaded.class, loaded -> {
            assertThat(loaded.year()).isEqualTo(2051);
            assertThat(loaded.version()).isEqualTo(1);
            assertThat(loaded.from()).isEqualTo(LocalDate.of(2051, 1, 1));
            assertThat(loaded.until()).isEqualTo(LocalDate.of(2051, 12, 27));
        });
        assertThat(before.at()).isEqualTo(at("2051-01-02T18:00"));
        assertThat(recalculation.due.get().at()).isEqualTo(at("2051-01-04T18:00"));
    }

    @Test
    void when_the_recalculation_fails_the_notice_is_not_loaded_and_its_calendar_is_found_by_nobody() {
        var before = calendars.of(Office.EVERYWHERE).version();
        recalculation.failing = true;

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> notices.load(notice(2053, "2053-01-02"), null, false, ADMIN));

        assertThat(calendars.of(Office.EVERYWHERE).version()).isEqualTo(before);
        assertThat(calendars.inForce().days().years()).doesNotContain(2053);
        recalculation.failing = false;
        notices.load(notice(2053, "2053-01-03"), null, false, ADMIN);
        assertThat(calendars.of(Office.EVERYWHERE).isWorkingDay(LocalDate.of(2053, 1, 2)))
                .isTrue();
        assertThat(calendars.of(Office.EVERYWHERE).isWorkingDay(LocalDate.of(2053, 1, 3)))
                .isFalse();
    }

    @Test
    void another_replica_sees_a_change_at_its_next_use_and_not_before_the_commit() {
        var other = replicas.another();
        var before = other.of(Office.EVERYWHERE).version();
        QuarkusTransaction.requiringNew().run(() -> {
            notices.load(notice(2055, "2055-01-04"), null, false, ADMIN);
            assertThat(calendars.of(Office.EVERYWHERE).version()).isNotEqualTo(before);
            assertThat(elsewhere(() -> other.of(Office.EVERYWHERE).version())).isEqualTo(before);
        });
        assertThat(other.of(Office.EVERYWHERE).version())
                .isNotEqualTo(before)
                .isEqualTo(calendars.of(Office.EVERYWHERE).version());
    }

    @Test
    void a_long_transaction_computes_with_what_others_have_committed_meanwhile() {
        QuarkusTransaction.requiringNew().run(() -> {
            var before = calendars.of(Office.EVERYWHERE).version();
            elsewhere(() -> notices.load(notice(2057, "2057-01-02"), null, false, ADMIN));
            assertThat(calendars.of(Office.EVERYWHERE).version()).isNotEqualTo(before);
        });
    }

    @Test
    void a_try_and_the_same_again_tell_nobody() {
        var notice = notice(2059, "2059-01-02");
        notices.load(notice, null, true, ADMIN);
        assertThat(recalculation.heard).isEmpty();
        notices.load(notice, null, false, ADMIN);
        notices.load(notice, null, false, ADMIN);
        assertThat(recalculation.heard).hasSize(1);
    }

    @Test
    void of_two_who_change_the_same_version_at_once_one_wins() throws Exception {
        var office = Office.of("yancheng", "two-at-once");
        var start = new CountDownLatch(1);
        var outcomes = new ArrayList<Future<Boolean>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 8)
                    .forEach(i -> outcomes.add(threads.submit(() -> {
                        start.await();
                        return wins(office, 9 + i);
                    })));
            start.countDown();
        }
        var won = 0;
        for (var outcome : outcomes) {
            won += outcome.get() ? 1 : 0;
        }
        assertThat(won).isEqualTo(1);
        assertThat(recalculation.heard).containsExactly(new OfficeHoursChanged(office, 1));
    }

    private boolean wins(Office office, int opening) {
        try {
            editing.write(office, List.of(always("%02d:00-18:00".formatted(opening))), 0, ADMIN);
            return true;
        } catch (ProblemException e) {
            assertThat(e.problem().status()).isEqualTo(409);
            return false;
        }
    }

    @Test
    void stored_hours_come_back_as_they_were_written() {
        var office = Office.of("yancheng", "round-trip");
        var season = new Schedule.Season(MonthDay.of(10, 1), MonthDay.of(2, 29), WeekHours.everyDay("08:30-24:00"));
        var schedule = new Schedule(
                LocalDate.of(2026, 1, 1),
                LocalDate.of(2026, 12, 31),
                WeekHours.everyDay("09:00-17:00"),
                List.of(season));
        editing.write(office, List.of(schedule), 0, ADMIN);
        assertThat(replicas.hours(office)).isEqualTo(List.of(schedule));
    }

    @Test
    void what_was_loaded_is_never_rewritten() {
        for (var statement : List.of(
                "UPDATE calendar_notice SET loaded_by = 'x' WHERE year = 2026",
                "DELETE FROM calendar_notice_day WHERE year = 2026",
                "UPDATE calendar_notice_day SET is_off = false WHERE year = 2026",
                "DELETE FROM office_hours")) {
            refuses(statement);
        }
    }

    @Test
    void the_tables_refuse_what_no_notice_says() {
        refuses("INSERT INTO calendar_notice VALUES (2013, 1, '{}', 'x', now())");
        refuses("INSERT INTO calendar_notice VALUES (2026, 0, '{}', 'x', now())");
        refuses("INSERT INTO calendar_notice_day VALUES (2026, 1, '2025-11-30', '元旦', true)");
        refuses("INSERT INTO calendar_notice_day VALUES (2026, 1, '2027-01-01', '元旦', true)");
        refuses("INSERT INTO calendar_notice_day VALUES (2026, 1, '2026-03-10', '元旦', false)");
        refuses("INSERT INTO calendar_notice_day VALUES (2026, 99, '2026-03-14', '元旦', false)");
        refuses("INSERT INTO office_hours VALUES ('', 'd1', 1, '[]', 'x', now())");
    }

    private void refuses(String statement) {
        assertThatExceptionOfType(UnableToExecuteStatementException.class)
                .as(statement)
                .isThrownBy(() -> jdbi.useHandle(handle -> handle.execute(statement)));
    }

    /** In another transaction, as another replica would. */
    private static <T> T elsewhere(Callable<T> work) {
        try (var thread = Executors.newVirtualThreadPerTaskExecutor()) {
            return thread.submit(work).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Schedule always(String opening) {
        return new Schedule(LocalDate.of(2026, 1, 1), null, WeekHours.everyDay(opening), List.of());
    }

    private static NoticeForm notice(int year, String... freeDays) {
        return new NoticeForm(
                year,
                List.of("https://www.gov.cn/" + year),
                Arrays.stream(freeDays)
                        .map(day -> new NoticeForm.Day("元旦", day, true))
                        .toList());
    }
}
