package cn.yiqilai.platform.outbox;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message on its way.
 *
 * @param id the same at every attempt: by it the receiver tells a repetition
 * @param seq counts the messages of its destination and subject from 1, without a gap; 0 when it has no subject
 * @param at when it was put into the outbox
 * @param attempt counts from 1
 */
public record Outgoing(
        UUID id, String destination, @Nullable String subject, long seq, Instant at, String payload, int attempt) {

    /** Says nothing of anybody, because logs are read by many. */
    @Override
    public String toString() {
        return "Outgoing[" + id + "]";
    }
}
