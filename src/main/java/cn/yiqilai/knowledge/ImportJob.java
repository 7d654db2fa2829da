package cn.yiqilai.knowledge;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One import of a file, under way or done.
 *
 * @param state of the work, not of its success: a DONE import may have rejected every row
 * @param rowsTotal rows of the file that hold anything
 * @param rowsDone how many of them have been dealt with
 * @param created, updated, unchanged, rejected rows by what became of them; of a dry run, what would
 * @param errors at most {@link #MOST_ERRORS}; all that were rejected are counted in {@code rejected}
 * @param message why it failed, null otherwise
 */
@Schema(name = "ImportJob")
public record ImportJob(
        UUID id,
        State state,
        boolean dryRun,
        boolean publish,
        String fileName,
        int rowsTotal,
        int rowsDone,
        int created,
        int updated,
        int unchanged,
        int rejected,
        List<RowError> errors,
        @Nullable String message) {
    public static final int MOST_ERRORS = 1000;

    @Schema(name = "ImportState")
    public enum State {
        RUNNING,
        DONE,
        FAILED
    }

    /**
     * @param row as the file counts, from 1: a line, or a row of the sheet
     * @param field name of the column; empty when it is about the whole row
     */
    @Schema(name = "ImportRowError")
    public record RowError(int row, String field, String message) {}

    static ImportJob started(UUID id, boolean dryRun, boolean publish, String fileName, int rows) {
        return new ImportJob(id, State.RUNNING, dryRun, publish, fileName, rows, 0, 0, 0, 0, 0, List.of(), null);
    }

    @JsonIgnore
    public boolean isRunning() {
        return state == State.RUNNING;
    }

    ImportJob plus(ImportTally tally) {
        return new ImportJob(
                id,
                state,
                dryRun,
                publish,
                fileName,
                rowsTotal,
                rowsDone + tally.rows(),
                created + tally.created(),
                updated + tally.updated(),
                unchanged + tally.unchanged(),
                rejected + tally.rejected(),
                errors,
                message);
    }

    ImportJob ended(State end, List<RowError> found, @Nullable String why) {
        return new ImportJob(
                id, end, dryRun, publish, fileName, rowsTotal, rowsDone, created, updated, unchanged, rejected, found,
                why);
    }
}
