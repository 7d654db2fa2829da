package cn.yiqilai.platform.outbox;

import java.time.Duration;
import java.util.Optional;

/**
 * What came of an attempt to deliver. Reasons are short, of codes and numbers ({@code HTTP 503}, {@code timeout}), and tell
 * nothing of what was sent.
 */
public sealed interface Delivery {
    /** The other side has it. */
    record Delivered() implements Delivery {}

    /** The destination is in trouble: the message waits, and when this repeats itself so does everything for it. */
    record Unreachable(String reason, Optional<Duration> retryAfter) implements Delivery {
        public Unreachable(String reason) {
            this(reason, Optional.empty());
        }
    }

    /** This message will never be taken, others may. */
    record Refused(String reason) implements Delivery {}

    /** There is no way out for this kind of message: it is kept, and said to be so. */
    record NoWay(String reason) implements Delivery {}
}
