package cn.yiqilai.studio;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Fitting anew, under way or done.
 *
 * @param questions lines of the set
 * @param precision that was wanted
 * @param startedAt ISO-8601 with offset
 * @param version of the model that came of it; null unless DONE
 * @param report null unless DONE
 * @param message why it failed, null otherwise
 */
@Schema(name = "Calibration")
public record CalibrationJob(
        UUID id,
        State state,
        int questions,
        double precision,
        LocalDate asOf,
        @Schema(format = "date-time") String startedAt,
        @Nullable Long version,
        @Nullable CalibrationReport report,
        @Nullable String message) {

    @Schema(name = "CalibrationState")
    public enum State {
        RUNNING,
        DONE,
        FAILED
    }

    @JsonIgnore
    public boolean isRunning() {
        return state == State.RUNNING;
    }
}
