package cn.yiqilai.workorder.clock;

import java.util.List;

/** The clocks of an order. Immutable: an event gives new ones or is refused. */
public interface Clocks {
    /** Events come in the order of their times; one that lies before the last is an {@link IllegalArgumentException}. */
    ClockOutcome after(ClockEvent event);

    /** Every clock that was ever started with those that the rules are silent on, in the order of {@link cn.yiqilai.city.Step}. */
    List<Deadline> deadlines();
}
