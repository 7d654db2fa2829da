package cn.yiqilai.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yiqilai.calendar.TimeLimit.Elapsed;
import cn.yiqilai.calendar.TimeLimit.WorkingDayTime;
import cn.yiqilai.calendar.TimeLimit.WorkingDays;
import cn.yiqilai.calendar.TimeLimit.WorkingHours;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/**
 * The calendar against an oracle that walks along every minute: 100,000 due times of all kinds of limits, and 23,000 of what
 * else a calendar is asked, over 200 made-up offices.
 */
class WorkCalendarPropertyTest {
    private static final Instant FIRST = SlowCalendar.FIRST.atStartOfDay().toInstant(ZoneOffset.ofHours(8));
    private static final List<RandomOffice> OFFICES =
            IntStream.range(0, 200).mapToObj(RandomOffice::new).toList();

    @Property(tries = 100_000)
    void a_due_time_is_that_of_the_oracle(
            @ForAll("offices") RandomOffice office,
            @ForAll("starts") Instant start,
            @ForAll("limits") TimeLimit limit) {
        var due = office.calendar.due(start, limit);

        assertThat(due.at()).isEqualTo(slowly(office.slow, start, limit));
        assertThat(due.days()).hasSize(days(start, due));
    }

    @Property(tries = 5_000)
    void an_extended_due_time_is_that_of_the_oracle(
            @ForAll("offices") RandomOffice office,
            @ForAll("starts") Instant start,
            @ForAll @IntRange(min = 1, max = 40) int count) {
        var day = SlowCalendar.dayOf(start);

        assertThat(office.calendar.extended(day, count).at()).isEqualTo(office.slow.afterWorkingDays(day, count));
    }

    @Property(tries = 5_000)
    void the_working_minutes_are_those_of_the_oracle(
            @ForAll("offices") RandomOffice office,
            @ForAll("starts") Instant from,
            @ForAll @LongRange(min = -3_600, max = 30 * 24 * 3_600) long seconds) {
        var until = from.plusSeconds(seconds);

        assertThat(office.calendar.workingMinutes(from, until)).isEqualTo(office.slow.workingMinutes(from, until));
    }

    @Property(tries = 10_000)
    void an_office_is_open_when_the_oracle_says_so(
            @ForAll("offices") RandomOffice office, @ForAll("starts") Instant at) {
        assertThat(office.calendar.isOpen(at)).isEqualTo(office.slow.isOpen(at));
        assertThat(office.calendar.isWithinBusinessSpan(at)).isEqualTo(office.slow.isWithinBusinessSpan(at));
        assertThat(office.calendar.nextOpening(at)).isEqualTo(office.slow.nextOpening(at));
    }

    /** Not "a day it saw was uncertain" but what that is good for: turn each uncertain day over and see. */
    @Property(tries = 3_000)
    void a_due_time_is_provisional_exactly_when_a_day_that_is_not_certain_could_move_it(
            @ForAll("offices") RandomOffice office,
            @ForAll("winterStarts") Instant start,
            @ForAll("shortLimits") TimeLimit limit) {
        var due = office.calendar.due(start, limit);
        var movable = SlowCalendar.dayOf(start)
                .datesUntil(SlowCalendar.dayOf(due.at()).plusDays(1))
                .filter(office::isUncertain)
                .anyMatch(day -> !slowly(office.slowWithout(day), start, limit).equals(due.at()));

        assertThat(due.provisional()).isEqualTo(movable);
    }

    @Provide
    Arbitrary<RandomOffice> offices() {
        return Arbitraries.of(OFFICES);
    }

    /** Any nanosecond, and the edges of minutes, of nine months. */
    @Provide
    Arbitrary<Instant> starts() {
        var minutes = Arbitraries.integers().between(0, 270 * 24 * 60);
        return Arbitraries.oneOf(
                minutes.map(minute -> FIRST.plus(minute, ChronoUnit.MINUTES)),
                minutes.map(minute -> FIRST.plus(minute, ChronoUnit.MINUTES).minusNanos(1))
                        .filter(FIRST::isBefore),
                Arbitraries.integers().between(0, 270 * 24 * 3600).map(second -> FIRST.plusSeconds(second)),
                Arbitraries.longs().between(0, 270L * 24 * 3600 * 1_000_000_000).map(FIRST::plusNanos));
    }

    /** The turn of the year, where certain days border on uncertain ones. */
    @Provide
    Arbitrary<Instant> winterStarts() {
        return Arbitraries.integers()
                .between(200 * 24 * 60, 216 * 24 * 60)
                .map(minute -> FIRST.plus(minute, ChronoUnit.MINUTES));
    }

    @Provide
    Arbitrary<TimeLimit> shortLimits() {
        return Arbitraries.oneOf(
                Arbitraries.integers().between(1, 20).map(WorkingHours::new),
                Arbitraries.integers().between(1, 6).map(WorkingDays::new),
                Arbitraries.integers().between(1, 5000).map(minutes -> new Elapsed(Duration.ofMinutes(minutes))),
                Arbitraries.integers()
                        .between(0, 1439)
                        .map(minute -> new WorkingDayTime(LocalTime.of(minute / 60, minute % 60))));
    }

    @Provide
    Arbitrary<TimeLimit> limits() {
        return Arbitraries.oneOf(
                Arbitraries.integers().between(1, 100).map(WorkingHours::new),
                Arbitraries.integers().between(1, 40).map(WorkingDays::new),
                Arbitraries.integers()
                        .between(1, 10 * 24 * 60)
                        .map(minutes -> new Elapsed(Duration.ofMinutes(minutes))),
                Arbitraries.integers()
                        .between(0, 1439)
                        .map(minute -> new WorkingDayTime(LocalTime.of(minute / 60, minute % 60))));
    }

    private static Instant slowly(SlowCalendar slow, Instant start, TimeLimit limit) {
        return switch (limit) {
            case WorkingHours(var count) -> slow.afterWorkingHours(start, count);
            case WorkingDays(var count) -> slow.afterWorkingDays(SlowCalendar.dayOf(start), count);
            case Elapsed(var length) -> slow.afterPlainTime(start, length);
            case WorkingDayTime(var time) -> slow.atMinuteOfWorkingDay(start, time.toSecondOfDay() / 60);
        };
    }

    /** Both included; what is due at midnight at the end of a working day belongs to that day. */
    private static int days(Instant start, DueTime due) {
        var isMidnight = due.days().getLast().endsWith("24:00 到期");
        var last = SlowCalendar.dayOf(isMidnight ? due.at().minusNanos(1) : due.at());
        return (int) ChronoUnit.DAYS.between(SlowCalendar.dayOf(start), last) + 1;
    }
}
