package cn.yiqilai.workorder;

import cn.yiqilai.workorder.reminder.Reminder;
import java.time.Instant;

/** Which reminders were given, so that nobody is told the same thing twice. */
public interface Reminders {
    /** @return false when it was given before; nothing was written */
    boolean add(WorkOrderId order, Reminder reminder, Instant at);
}
