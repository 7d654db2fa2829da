package cn.yiqilai.workorder.postgres;

import cn.yiqilai.workorder.Reminders;
import cn.yiqilai.workorder.WorkOrderId;
import cn.yiqilai.workorder.reminder.Reminder;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.jdbi.v3.core.Jdbi;

/** Reminders that were given, as rows that are only ever added. */
@ApplicationScoped
class ReminderTable implements Reminders {
    private final Jdbi jdbi;

    ReminderTable(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public boolean add(WorkOrderId order, Reminder reminder, Instant at) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                        INSERT INTO work_order_reminder (order_id, step, run, due_at, rung, at)
                        VALUES (:order, :step, :run, :due, :rung, :at) ON CONFLICT DO NOTHING""")
                        .bind("order", order.value())
                        .bind("step", reminder.step().name())
                        .bind("run", reminder.run())
                        .bind("due", reminder.dueAt())
                        .bind("rung", reminder.rung().name())
                        .bind("at", at)
                        .execute())
                == 1;
    }
}
