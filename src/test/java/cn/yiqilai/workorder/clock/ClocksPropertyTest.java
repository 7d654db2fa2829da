package cn.yiqilai.workorder.clock;

import static cn.yiqilai.calendar.WorkCalendars.at;
import static org.assertj.core.api.Assertions.assertThat;

import cn.yiqilai.calendar.WorkCalendar;
import cn.yiqilai.calendar.WorkCalendars;
import cn.yiqilai.city.CityRules;
import cn.yiqilai.city.Flag;
import cn.yiqilai.city.Kind;
import cn.yiqilai.city.RulesInForce;
import cn.yiqilai.city.Step;
import cn.yiqilai.workorder.clock.ClockEvent.RatingChannel;
import cn.yiqilai.workorder.clock.ClockOutcome.Accepted;
import cn.yiqilai.workorder.clock.ClockOutcome.Refused;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.BiFunction;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** What holds of the fold whatever happens to an order. */
class ClocksPropertyTest {
    private static final WorkCalendar H0 = WorkCalendars.h0();
    private static final Instant BEGIN = at("2026-01-05T09:00");
    private static final List<String> PROFILES = List.of("yancheng", "jiangsu", "shuangyashan", "suzhou");

    /** An order and what happened to it, in order. */
    record History(RulesInForce rules, Kind kind, Set<Flag> flags, List<ClockEvent> events) {
        Clocks begin() {
            return Clocks.begin(kind, flags, rules, H0);
        }
    }

    @Property
    void the_same_events_give_the_same_clocks(@ForAll("histories") History history) {
        assertSame(replay(history.begin(), history.events()), replay(history.begin(), history.events()));
    }

    @Property
    void a_refused_event_changes_nothing_and_might_as_well_not_have_come(@ForAll("histories") History history) {
        var accepted = new ArrayList<ClockEvent>();
        var clocks = history.begin();
        for (var event : history.events()) {
            switch (clocks.after(event)) {
                case Accepted(var next) -> {
                    accepted.add(event);
                    clocks = next;
                }
                case Refused refused -> assertThat(clocks.after(event)).isEqualTo(refused);
            }
        }

        assertSame(replay(history.begin(), accepted), clocks);
    }

    @Property
    void what_does_not_depend_on_each_other_may_come_in_any_order(
            @ForAll("profiles") RulesInForce rules, @ForAll Kind kind, @ForAll @LongRange(max = 600) long minutes) {
        var when = at("2026-03-10T10:00").plus(Duration.ofMinutes(minutes));
        List<ClockEvent> events = new ArrayList<>(List.of(
                new ClockEvent.Signed(when),
                new ClockEvent.Contacted(when),
                new ClockEvent.CallMissed(when),
                new ClockEvent.FlagSet(when, Flag.IMPORTANT),
                new ClockEvent.ExtensionRequested(when, 1, null, null),
                new ClockEvent.ReplySubmitted(when)));
        var dispatched = replay(
                Clocks.begin(kind, Set.of(), rules, H0),
                List.of(new ClockEvent.Dispatched(at("2026-03-10T10:00"), null)));
        var straight = replay(dispatched, events);
        Collections.shuffle(events, new Random(minutes));

        assertSame(replay(dispatched, events), straight);
    }

    @Property
    void each_step_has_one_row_and_silence_is_never_late(@ForAll("histories") History history) {
        var clocks = replay(history.begin(), history.events());

        assertThat(clocks.deadlines())
                .extracting(Deadline::step)
                .doesNotHaveDuplicates()
                .isSorted();
        assertThat(clocks.deadlines()).allSatisfy(one -> {
            assertThat(one.dueAt() == null).isEqualTo(one.rule().equals("本地未规定"));
            if (one.dueAt() == null) {
                assertThat(one.isOverdue(Instant.MAX)).isFalse();
            } else {
                assertThat(one.startedAt()).isNotNull();
                assertThat(one.source()).isNotBlank();
                assertThat(one.days()).isNotEmpty();
            }
            assertThat(one.metAt() == null || one.stoppedAt() == null).isTrue();
        });
    }

    @Property
    void a_due_time_moves_only_with_a_reason_that_is_written_down(@ForAll("histories") History history) {
        var clocks = history.begin();
        for (var event : history.events()) {
            if (clocks.after(event) instanceof Accepted(var next)) {
                for (var before : clocks.deadlines()) {
                    assertMoveIsKnown(before, next, event);
                }
                clocks = next;
            }
        }
    }

    /** S-33 and reading A10: three working days more, however they are asked for, and never fewer than without them. */
    @Property
    void extensions_never_shorten_and_never_pass_the_cap(
            @ForAll Kind kind, @ForAll List<@IntRange(min = 1, max = 5) Integer> requests) {
        var start = at("2026-03-10T10:00");
        var clocks = replay(
                Clocks.begin(kind, Set.of(), CityRules.alone("shuangyashan"), H0),
                List.of(new ClockEvent.Dispatched(start, null)));
        var due = clocks.deadline(Step.CLOSE).map(Deadline::dueAt).orElse(null);
        var granted = 0;
        for (var days : requests) {
            if (clocks.after(new ClockEvent.ExtensionRequested(start, days, null, null))
                    instanceof Accepted(var asked)) {
                clocks = replay(asked, List.of(new ClockEvent.ExtensionDecided(start, true)));
                granted += days;
            }
        }

        var now = clocks.deadline(Step.CLOSE).map(Deadline::dueAt).orElse(null);
        if (due == null || now == null) {
            assertThat(now).isEqualTo(due);
        } else {
            assertThat(granted).isLessThanOrEqualTo(3);
            assertThat(now).isAfterOrEqualTo(due);
            assertThat(H0.workingMinutes(due, now)).isEqualTo(granted * 8L * 60);
        }
    }

    /** Either it is the same, or it was written down, or the clock has ended. */
    private static void assertMoveIsKnown(Deadline before, Clocks next, ClockEvent event) {
        var now = next.deadline(before.step()).orElse(null);
        var moved = before.dueAt() != null && (now == null || !before.dueAt().equals(now.dueAt()));
        if (moved) {
            assertThat(next.ended().contains(before)
                            || next.ended().stream().anyMatch(one -> one.step() == before.step())
                            || next.changes().stream()
                                    .anyMatch(change -> change.step() == before.step()
                                            && change.because().equals(event)
                                            && before.dueAt().equals(change.oldDueAt())))
                    .as("%s moved by %s", before.step(), event)
                    .isTrue();
        }
    }

    @Provide
    Arbitrary<RulesInForce> profiles() {
        return Arbitraries.of(PROFILES).flatMap(own -> Arbitraries.of(PROFILES)
                .map(other -> own.equals(other) ? CityRules.alone(own) : CityRules.with(own, other)));
    }

    @Provide
    Arbitrary<History> histories() {
        return Combinators.combine(
                        profiles(),
                        Arbitraries.of(Kind.class),
                        Arbitraries.of(Flag.class).set().ofMaxSize(4),
                        events())
                .as(History::new);
    }

    private static Arbitrary<List<ClockEvent>> events() {
        return Combinators.combine(minutes(), kinds())
                .as((gap, make) -> new Next(gap, make))
                .list()
                .ofMaxSize(25)
                .map(ClocksPropertyTest::inOrder);
    }

    /** Often the next minutes, sometimes days, never beyond ten months in all. */
    private static Arbitrary<Integer> minutes() {
        return Arbitraries.frequencyOf(
                Tuple.of(3, Arbitraries.integers().between(0, 120)),
                Tuple.of(2, Arbitraries.integers().between(0, 6 * 24 * 60)));
    }

    private record Next(int gap, BiFunction<Instant, Integer, ClockEvent> make) {}

    private static List<ClockEvent> inOrder(List<Next> steps) {
        var events = new ArrayList<ClockEvent>();
        var now = BEGIN;
        for (var step : steps) {
            now = now.plus(Duration.ofMinutes(step.gap()));
            events.add(step.make().apply(now, step.gap()));
        }
        return events;
    }

    private static Arbitrary<BiFunction<Instant, Integer, ClockEvent>> kinds() {
        return Arbitraries.of(List.<BiFunction<Instant, Integer, ClockEvent>>of(
                (when, n) -> new ClockEvent.Received(when),
                (when, n) -> new ClockEvent.Formed(when),
                (when, n) -> new ClockEvent.Dispatched(when, null),
                (when, n) -> new ClockEvent.Dispatched(when, null),
                (when, n) -> new ClockEvent.Signed(when),
                (when, n) -> new ClockEvent.Contacted(when),
                (when, n) -> new ClockEvent.ReturnRequested(when, null, null),
                (when, n) -> new ClockEvent.ReturnDecided(when, n % 2 == 0),
                (when, n) -> new ClockEvent.ExtensionRequested(when, 1 + n % 12, null, null),
                (when, n) -> new ClockEvent.ExtensionDecided(when, n % 3 != 0),
                (when, n) -> new ClockEvent.ReplySubmitted(when),
                (when, n) -> new ClockEvent.ReplyReviewed(when, n % 3 == 0, null),
                (when, n) -> new ClockEvent.FlagSet(when, Flag.values()[n % Flag.values().length]),
                (when, n) -> new ClockEvent.FlagCleared(when, Flag.values()[n % Flag.values().length]),
                (when, n) -> new ClockEvent.CallMissed(when),
                (when, n) -> new ClockEvent.CalledBack(when),
                (when, n) -> new ClockEvent.ResultTold(when),
                (when, n) -> new ClockEvent.Rated(when, RatingChannel.values()[n % 2], 1 + n % 5)));
    }

    private static Clocks replay(Clocks from, List<ClockEvent> events) {
        var clocks = from;
        for (var event : events) {
            if (clocks.after(event) instanceof Accepted(var next)) {
                clocks = next;
            }
        }
        return clocks;
    }

    /** In all that can be read off them. */
    private static void assertSame(Clocks one, Clocks other) {
        assertThat(one.deadlines()).isEqualTo(other.deadlines());
        assertThat(one.ended()).isEqualTo(other.ended());
        assertThat(one.changes()).isEqualTo(other.changes());
        assertThat(one.flags()).isEqualTo(other.flags());
        assertThat(one.returns()).isEqualTo(other.returns());
        assertThat(one.closing()).isEqualTo(other.closing());
        assertThat(one.consequences(Instant.MAX)).isEqualTo(other.consequences(Instant.MAX));
    }
}
