package cn.yiqilai.platform.scheduler;

import cn.yiqilai.platform.postgres.ScheduledTaskTable;

/** One run of a timer's task, which takes the timer away once. */
final class TimerRun {
    /** Somebody has set or cancelled the timer meanwhile, or another replica has run it: this run has never been. */
    static final class Superseded extends RuntimeException {
        Superseded(TimerRun run) {
            super("timer " + run.task + " " + run.key + " was set or cancelled while it was run", null, false, false);
        }
    }

    /** The run that this thread is in. */
    static final ScopedValue<TimerRun> CURRENT = ScopedValue.newInstance();

    private final ScheduledTaskTable table;
    private final String task;
    private final String key;
    private final long version;
    private boolean taken;

    TimerRun(ScheduledTaskTable table, String task, String key, long version) {
        this.table = table;
        this.task = task;
        this.key = key;
        this.version = version;
    }

    boolean isOf(String otherTask, String otherKey) {
        return task.equals(otherTask) && key.equals(otherKey);
    }

    boolean isWithin(String otherTask, String keyPrefix) {
        return task.equals(otherTask) && key.startsWith(keyPrefix);
    }

    /**
     * @return false when this run has taken it before
     * @throws Superseded when it is not there any more as it was picked
     */
    boolean takeTimer() {
        if (taken) {
            return false;
        }
        if (!table.remove(task, key, version)) {
            throw new Superseded(this);
        }
        taken = true;
        return true;
    }
}
