package cn.yiqilai.workorder.web;

import cn.yiqilai.city.Flag;
import cn.yiqilai.city.Kind;
import cn.yiqilai.city.ServiceRules;
import cn.yiqilai.workorder.clock.ClockEvent;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A trial calculation that was understood. */
record Trial(Kind kind, Set<Flag> flags, @Nullable ServiceRules fallback, List<Happening> happenings) {
    /** An event, and what it is called. */
    record Happening(TimelineForm.Deed deed, ClockEvent event) {}
}
