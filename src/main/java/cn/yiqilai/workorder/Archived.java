package cn.yiqilai.workorder;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * 归档: done with. An end.
 *
 * @param assignment, completion as they were; null for what a department has reported directly
 * @param rating the latest of the last call-back; null when nobody gave one
 * @param report what a department has reported directly; null for everything else
 */
public record Archived(
        Dossier dossier,
        @Nullable Assignment assignment,
        @Nullable Completion completion,
        @Nullable Rating rating,
        @Nullable DirectReport report,
        Instant at)
        implements Ended {
    static Archived of(SmsCallback callback, Instant at) {
        return new Archived(
                callback.dossier(), callback.assignment(), callback.completion(), callback.rating(), null, at);
    }

    static Archived of(HumanCallback callback, Instant at) {
        return new Archived(
                callback.dossier(), callback.assignment(), callback.completion(), callback.rating(), null, at);
    }

    @Override
    public Archived with(Dossier other) {
        return new Archived(other, assignment, completion, rating, report, at);
    }
}
