package cn.yiqilai.directory.postgres;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.function.BiFunction;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/** What the tables of this room have in common. */
final class Batches {
    private static final int ROWS_AT_ONCE = 1000;

    private Batches() {}

    /**
     * Executes a statement once a row.
     *
     * @throws cn.yiqilai.directory.TakenException when a unique constraint refuses one
     */
    static <T> void execute(
            Jdbi jdbi, String sql, Collection<T> rows, BiFunction<PreparedBatch, T, PreparedBatch> bind) {
        if (rows.isEmpty()) {
            return;
        }
        try {
            jdbi.useHandle(handle -> {
                var batch = handle.prepareBatch(sql);
                for (var row : rows) {
                    bind.apply(batch, row).add();
                    if (batch.size() == ROWS_AT_ONCE) {
                        batch.execute();
                    }
                }
                if (batch.size() > 0) {
                    batch.execute();
                }
            });
        } catch (UnableToExecuteStatementException e) {
            throw Taken.or(e);
        }
    }

    /** An array of texts. */
    static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }
}
