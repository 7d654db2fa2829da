package cn.yiqilai.conversation;

import cn.yiqilai.platform.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/**
 * Lets the exchanges of one conversation through one after another, and only some of all conversations at once.
 *
 * <p>Waiting here costs a virtual thread. Waiting at the row instead would cost a database connection each, and one
 * enterprise that sends two dozen messages at once would leave none for the others. The row still decides between
 * replicas; here it is decided who may go and wait for it.
 */
@ApplicationScoped
class Turnstile {
    /** Half of the connections of a replica. */
    static final int AT_ONCE = 12;
    /** Of one conversation, the one that is being answered included. */
    static final int IN_LINE = 32;

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private record Line(Semaphore turn, int length) {
        Line longer() {
            return new Line(turn, length + 1);
        }

        Line shorter() {
            return new Line(turn, length - 1);
        }
    }

    private final Semaphore places = new Semaphore(AT_ONCE, true);
    private final Map<ConversationId, Line> lines = new ConcurrentHashMap<>();

    /** @throws cn.yiqilai.platform.ProblemException 429 when the line is full or does not move for five seconds */
    <T> T pass(ConversationId id, Supplier<T> work) {
        var turn = join(id);
        try {
            return inTurn(turn, () -> inTurn(places, work));
        } finally {
            lines.computeIfPresent(id, (key, line) -> line.length() == 1 ? null : line.shorter());
        }
    }

    private Semaphore join(ConversationId id) {
        var joined = new AtomicBoolean();
        var line = lines.compute(id, (key, before) -> {
            if (before == null) {
                joined.set(true);
                return new Line(new Semaphore(1, true), 1);
            }
            joined.set(before.length() < IN_LINE);
            return joined.get() ? before.longer() : before;
        });
        if (!joined.get()) {
            throw busy();
        }
        return line.turn();
    }

    private static <T> T inTurn(Semaphore semaphore, Supplier<T> work) {
        acquire(semaphore);
        try {
            return work.get();
        } finally {
            semaphore.release();
        }
    }

    private static void acquire(Semaphore semaphore) {
        try {
            if (semaphore.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw busy();
    }

    private static RuntimeException busy() {
        return Problem.of(429, "conversation.busy").asException();
    }
}
