package cn.yiqilai.workorder.web;

import cn.yiqilai.calendar.WorkCalendar;
import cn.yiqilai.city.Flag;
import cn.yiqilai.city.Kind;
import cn.yiqilai.city.RulesInForce;
import cn.yiqilai.city.ServiceRules;
import cn.yiqilai.platform.Messages;
import cn.yiqilai.platform.Problem;
import cn.yiqilai.platform.Shanghai;
import cn.yiqilai.workorder.clock.ClockEvent;
import cn.yiqilai.workorder.clock.ClockOutcome;
import cn.yiqilai.workorder.clock.Clocks;
import cn.yiqilai.workorder.web.TimelineView.EventView;
import cn.yiqilai.workorder.web.TimelineView.Outcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A trial calculation that was understood. */
record Trial(Kind kind, Set<Flag> flags, @Nullable ServiceRules fallback, List<Happening> happenings) {
    /** An event, and what it is called. */
    record Happening(TimelineForm.Deed deed, ClockEvent event) {}

    /** Gives the events to the clocks of an order that nobody keeps. */
    TimelineView run(ServiceRules own, WorkCalendar calendar) {
        var clocks = Clocks.begin(kind, flags, new RulesInForce(own, fallback), calendar);
        var now = Instant.EPOCH;
        var events = new ArrayList<EventView>();
        for (var happening : happenings) {
            now = happening.event().at();
            switch (clocks.after(happening.event())) {
                case ClockOutcome.Accepted(var next) -> {
                    clocks = next;
                    events.add(new EventView(happening.deed(), Outcome.ACCEPTED, Shanghai.format(now), null));
                }
                case ClockOutcome.Refused(var reason) -> events.add(refused(happening, events.size(), reason));
            }
        }
        return TimelineView.of(kind, clocks, events, now);
    }

    private static EventView refused(Happening happening, int index, ClockOutcome.Reason reason) {
        return new EventView(
                happening.deed(),
                outcome(reason, index),
                Shanghai.format(happening.event().at()),
                Messages.of("timeline.refused." + reason));
    }

    private static Outcome outcome(ClockOutcome.Reason reason, int index) {
        return switch (reason) {
            case DEADLINE_PASSED -> Outcome.REFUSED_DEADLINE_PASSED;
            case OVER_CAP -> Outcome.REFUSED_OVER_CAP;
            case WINDOW_CLOSED -> Outcome.REFUSED_WINDOW_CLOSED;
            case NOT_LATER ->
                throw Problem.invalidField("events." + index + ".until", "timeline.until-not-later")
                        .asException();
        };
    }
}
