package cn.yiqilai.workorder;

import cn.yiqilai.calendar.WorkCalendar;
import cn.yiqilai.city.Flag;
import cn.yiqilai.city.Kind;
import cn.yiqilai.workorder.clock.Clocks;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Begins the clocks of an order. */
public interface ClockFactory {
    /**
     * Clocks to which nothing happened yet.
     *
     * @param flags as they were when the order was registered
     * @param ruleVersion as {@link CityRules#versionInForce} gave it once
     * @param unit whose office hours count; null = the city's
     */
    Clocks begin(Kind kind, Set<Flag> flags, String ruleVersion, @Nullable String unit);

    /** The working time of a unit; null = the city's. */
    WorkCalendar calendar(@Nullable String unit);
}
