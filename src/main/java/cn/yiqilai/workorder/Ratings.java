package cn.yiqilai.workorder;

import cn.yiqilai.access.Actor;
import java.util.List;

/** The ratings that orders were given. Each is kept; a later one stands beside the one before. */
public interface Ratings {
    void add(WorkOrderId order, Rating rating, Actor actor);

    /** Oldest first. */
    List<Rating> of(WorkOrderId order);
}
