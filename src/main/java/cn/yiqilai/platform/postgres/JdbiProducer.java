package cn.yiqilai.platform.postgres;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementExceptions;

/** The way to speak SQL. Rows become records by {@code mapTo(ConstructorMapper…)}; text[] columns are lists of strings. */
@ApplicationScoped
class JdbiProducer {
    @Produces
    @ApplicationScoped
    Jdbi jdbi(DataSource source) {
        var jdbi = Jdbi.create(source).registerArrayType(String.class, "text");
        // What was bound stays out of the message of a failure, which is logged: it may be somebody's name or number.
        jdbi.getConfig(StatementExceptions.class).setMessageRendering(StatementExceptions.MessageRendering.NONE);
        return jdbi;
    }
}
