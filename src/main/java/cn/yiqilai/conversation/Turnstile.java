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
    static final int EXCHANGES = 12;
    /** Places that no exchange takes: who wants a person gets through when all others are being answered. */
    static final int MATTERS = 4;
    /** Places of the staff: no crowd at the public doors keeps an agent from those he serves. */
    static final int STAFF = 4;
    /** Of one conversation, the one that is being answered included. */
    static final int IN_LINE = 32;

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration COME_BACK = Duration.ofSeconds(2);

    private record Line(Semaphore turn, int length) {
        Line longer() {
            return new Line(turn, length + 1);
        }

        Line shorter() {
            return new Line(turn, length - 1);
        }
    }

    private final Semaphore exchanges = new Semaphore(EXCHANGES, true);
    private final Semaphore matters = new Semaphore(MATTERS, true);
    private final Semaphore staff = new Semaphore(STAFF, true);
    private final Map<ConversationId, Line> lines = new ConcurrentHashMap<>();

    /**
     * Lets an utterance be answered.
     *
     * @throws cn.yiqilai.platform.ProblemException 429 when the line is full or does not move for five seconds
     */
    <T> T exchange(ConversationId id, Supplier<T> work) {
        return pass(id, exchanges, work);
    }

    /**
     * Lets something be settled that nobody needs to think about: a wish for a person, an order that is left.
     *
     * @throws cn.yiqilai.platform.ProblemException as {@link #exchange}
     */
    <T> T settle(ConversationId id, Supplier<T> work) {
        return pass(id, matters, work);
    }

    /**
     * Lets somebody of the staff do something.
     *
     * @throws cn.yiqilai.platform.ProblemException as {@link #exchange}
     */
    <T> T serve(ConversationId id, Supplier<T> work) {
        return pass(id, staff, work);
    }

    private <T> T pass(ConversationId id, Semaphore places, Supplier<T> work) {
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
        return Problem.of(429, "conversation.busy").retryAfter(COME_BACK).asException();
    }
}
