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
import cn.yiqilai.platform.Shanghai;
import cn.yiqilai.workorder.clock.ClockEvent.RatingChannel;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An order's story, told event by event on the calendar H0. Times are Shanghai's: {@code dispatch("2026-03-10T10:00")}. */
final class Story {
    private static final WorkCalendar H0 = WorkCalendars.h0();

    private Clocks clocks;

    private Story(Clocks clocks) {
        this.clocks = clocks;
    }

    static Story of(String profile, Kind kind, Flag... flags) {
        return of(CityRules.alone(profile), kind, flags);
    }

    static Story of(RulesInForce rules, Kind kind, Flag... flags) {
        return of(rules, H0, kind, flags);
    }

    static Story of(RulesInForce rules, WorkCalendar calendar, Kind kind, Flag... flags) {
        var set = EnumSet.noneOf(Flag.class);
        set.addAll(List.of(flags));
        return new Story(Clocks.begin(kind, set, rules, calendar));
    }

    Clocks clocks() {
        return clocks;
    }

    Story receive(String time) {
        return then(new ClockEvent.Received(at(time)));
    }

    Story form(String time) {
        return then(new ClockEvent.Formed(at(time)));
    }

    Story dispatch(String time) {
        return then(new ClockEvent.Dispatched(at(time), null));
    }

    Story sign(String time) {
        return then(new ClockEvent.Signed(at(time)));
    }

    Story contact(String time) {
        return then(new ClockEvent.Contacted(at(time)));
    }

    Story askReturn(String time) {
        return then(returnRequest(time));
    }

    Story decideReturn(String time, boolean approved) {
        return then(new ClockEvent.ReturnDecided(at(time), approved));
    }

    Story askExtension(String time, int workingDays) {
        return then(extension(time, workingDays));
    }

    Story decideExtension(String time, boolean approved) {
        return then(new ClockEvent.ExtensionDecided(at(time), approved));
    }

    Story submit(String time) {
        return then(new ClockEvent.ReplySubmitted(at(time)));
    }

    Story review(String time, boolean accepted) {
        return then(new ClockEvent.ReplyReviewed(at(time), accepted, null));
    }

    Story flag(String time, Flag flag) {
        return then(new ClockEvent.FlagSet(at(time), flag));
    }

    Story unflag(String time, Flag flag) {
        return then(new ClockEvent.FlagCleared(at(time), flag));
    }

    Story miss(String time) {
        return then(new ClockEvent.CallMissed(at(time)));
    }

    Story callBack(String time) {
        return then(new ClockEvent.CalledBack(at(time)));
    }

    Story tell(String time) {
        return then(new ClockEvent.ResultTold(at(time)));
    }

    Story rate(String time, RatingChannel channel, int grade) {
        return then(new ClockEvent.Rated(at(time), channel, grade));
    }

    static ClockEvent returnRequest(String time) {
        return new ClockEvent.ReturnRequested(at(time), "依据", "建议");
    }

    static ClockEvent extension(String time, int workingDays) {
        return new ClockEvent.ExtensionRequested(at(time), workingDays, null, "原因");
    }

    static ClockEvent extension(String time, String until) {
        return new ClockEvent.ExtensionRequested(at(time), null, LocalDate.parse(until), "原因");
    }

    /** The event is accepted. */
    Story then(ClockEvent event) {
        assertThat(clocks.after(event)).isInstanceOf(ClockOutcome.Accepted.class);
        clocks = ((ClockOutcome.Accepted) clocks.after(event)).clocks();
        return this;
    }

    /** The event is refused for that reason. */
    Story refuses(ClockEvent event, ClockOutcome.Reason reason) {
        assertThat(clocks.after(event)).isEqualTo(new ClockOutcome.Refused(reason));
        return this;
    }

    Deadline deadline(Step step) {
        return clocks.deadline(step).orElseThrow(() -> new AssertionError("no clock for " + step));
    }

    boolean has(Step step) {
        return clocks.deadline(step).isPresent();
    }

    /** {@code 2026-03-10T11:00+08:00}, as short as it can be written; null when the rules are silent. */
    @Nullable
    String due(Step step) {
        return local(deadline(step).dueAt());
    }

    @Nullable
    String met(Step step) {
        return local(deadline(step).metAt());
    }

    boolean isLate(Step step, String now) {
        return deadline(step).isOverdue(at(now));
    }

    Set<Flag> flags() {
        return clocks.flags();
    }

    static @Nullable String local(@Nullable Instant instant) {
        return instant == null
                ? null
                : instant.atZone(Shanghai.ZONE).toLocalDateTime().toString();
    }
}
