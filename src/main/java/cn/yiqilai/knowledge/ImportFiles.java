package cn.yiqilai.knowledge;

import cn.yiqilai.platform.Problem.FieldError;
import java.nio.file.Path;
import java.util.List;

/** Reads the files that entries come in. What a file is, is told by its content and never by its name. */
public interface ImportFiles {
    /** Rows of one file at most. */
    int MOST_ROWS = 100_000;

    /**
     * Reads {@code .jsonl}, {@code .csv} or {@code .xlsx} from beginning to end, row by row.
     *
     * @throws cn.yiqilai.platform.ProblemException 400 about the field {@code file} when it cannot be read as any of them;
     *     rows may have been given out before
     */
    void read(Path file, Rows rows);

    /** As {@link #read} for a file that is {@code .jsonl} for certain, even an empty one. */
    void readJsonLines(Path file, Rows rows);

    /** Takes what is read. */
    interface Rows {
        void take(Row row);
    }

    /** One row that holds something. {@code number} is the file's own count, from 1. */
    sealed interface Row {
        int number();

        record Readable(int number, EntryForm form) implements Row {}

        /** @param errors at least one */
        record Broken(int number, List<FieldError> errors) implements Row {}

        /** A column that no entry has; its values are passed over. */
        record UnknownColumn(int number, String column) implements Row {}
    }
}
