package cn.yiqilai.directory.postgres;

import cn.yiqilai.directory.TakenException;
import java.sql.SQLException;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;

/** Reads out of a failure which unique constraint spoke. */
final class Taken {
    private static final String UNIQUE_VIOLATION = "23505";

    private Taken() {}

    /** A {@link TakenException} when something was taken; else the failure itself. */
    static RuntimeException or(UnableToExecuteStatementException failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = next(cause)) {
            if (cause instanceof PSQLException sql && UNIQUE_VIOLATION.equals(sql.getSQLState())) {
                var message = sql.getServerErrorMessage();
                return new TakenException(message == null ? "" : String.valueOf(message.getConstraint()));
            }
        }
        return failure;
    }

    /** A failed batch keeps the reason as the next exception. */
    private static @Nullable Throwable next(Throwable cause) {
        return cause instanceof SQLException sql && sql.getNextException() != null
                ? sql.getNextException()
                : cause.getCause();
    }
}
