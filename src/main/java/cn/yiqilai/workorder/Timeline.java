package cn.yiqilai.workorder;

import cn.yiqilai.access.Actor;
import cn.yiqilai.workorder.TimelineLine.Deed;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Everything that happened to an order, for good. */
public interface Timeline {
    /**
     * What is new of a line: its number is given when it is written.
     *
     * @param content written as JSON; null for none
     */
    record Line(
            Instant at,
            Actor actor,
            Deed what,
            State to,
            @Nullable String why,
            Map<String, String> detail,
            @Nullable Object content,
            List<ClockChange> clocks) {
        public Line {
            detail = Map.copyOf(detail);
            clocks = List.copyOf(clocks);
        }
    }

    void add(WorkOrderId order, Line line);

    /** Oldest first. */
    List<TimelineLine> of(WorkOrderId order);
}
