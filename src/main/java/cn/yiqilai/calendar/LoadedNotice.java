package cn.yiqilai.calendar;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What came of loading a notice, or would come of it.
 *
 * @param outcome whether it is in force now
 * @param changes days that become another kind of day: a working day a holiday, and so on
 * @param confirmed how many days were provisional and are certain now
 * @param warnings what should be looked at, in Chinese
 */
public record LoadedNotice(
        KeptNotice notice, Outcome outcome, List<DayChange> changes, int confirmed, List<String> warnings) {
    @Schema(name = "NoticeOutcome")
    public enum Outcome {
        /** A new version is in force. */
        LOADED,
        /** The version in force says the very same; nothing was written. */
        UNCHANGED,
        /** Only tried. */
        TRIED
    }

    public LoadedNotice {
        changes = List.copyOf(changes);
        warnings = List.copyOf(warnings);
    }
}
