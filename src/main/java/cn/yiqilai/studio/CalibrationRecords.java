package cn.yiqilai.studio;

import cn.yiqilai.access.Actor;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** Where calibrations are kept. */
public interface CalibrationRecords {
    /** @param questions as they were sent */
    record Order(UUID id, String questions, double precision, LocalDate asOf, Actor actor, Instant at) {}

    Optional<CalibrationJob> find(UUID id);

    Optional<CalibrationJob> running();

    /** The question set that was sent last. */
    Optional<String> latestQuestions();

    /** @return false while another one runs, on whichever replica; nothing was written */
    boolean begin(Order order);

    void done(UUID id, long version, CalibrationReport report, Instant at);

    void failed(UUID id, String message, Instant at);

    /** Marks it as failed when the process that ran it is gone. */
    void failIfAbandoned(UUID id, String message, Instant at);

    /** Shows the other processes, until closed, that this one is at work on it; ends with the process too. */
    Lease hold(UUID id);

    interface Lease extends AutoCloseable {
        @Override
        void close();
    }
}
