package cn.yiqilai.access;

import java.util.Map;

/**
 * The trail of deeds. One line a deed, in the transaction of the deed; nothing is ever changed or taken away, and each
 * line's hash covers the hash of the line before, so that a gap or a change shows ({@link #verify}).
 */
public interface AuditTrail {
    /**
     * @param action what was done, {@code room.verb}
     * @param subjectKind what it was done to: {@code entry}, {@code work-order} …
     * @param detail ids, versions and codes only; never personal data
     */
    void record(Actor actor, String action, String subjectKind, String subjectId, Map<String, String> detail);

    /** Recomputes the whole chain. */
    Verdict verify();

    /** What a check of the chain found. */
    sealed interface Verdict {
        record Intact(long lines) implements Verdict {}

        /** The first line whose hash does not fit. */
        record Broken(long line) implements Verdict {}
    }
}
