package cn.yiqilai.platform.scheduler;

import cn.yiqilai.platform.timer.Timer;
import cn.yiqilai.platform.timer.TimerTask;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jdbi.v3.core.Jdbi;

/** Writes a row a run, then does what the test wants. */
@ApplicationScoped
public class RecordingTask implements TimerTask {
    static final String NAME = "test.record";

    private final Jdbi jdbi;
    private final Map<String, Consumer<Timer>> afterwards = new ConcurrentHashMap<>();

    RecordingTask(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    void createTable() {
        jdbi.useHandle(
                handle -> handle.execute("CREATE TABLE IF NOT EXISTS timer_effect (key text NOT NULL, note text)"));
    }

    /** What else happens when the timer of that key is run, in its transaction. */
    void afterwards(String key, Consumer<Timer> deed) {
        afterwards.put(key, deed);
    }

    /** The notes of the runs that were committed. */
    List<String> notes(String key) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT note FROM timer_effect WHERE key = :key")
                .bind("key", key)
                .mapTo(String.class)
                .list());
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void run(Timer timer) {
        jdbi.useHandle(handle -> handle.createUpdate("INSERT INTO timer_effect (key, note) VALUES (:key, :note)")
                .bind("key", timer.key())
                .bind("note", timer.payload().getOrDefault("note", ""))
                .execute());
        afterwards.getOrDefault(timer.key(), nothing -> {}).accept(timer);
    }
}
