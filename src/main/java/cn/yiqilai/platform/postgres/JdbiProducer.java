package cn.yiqilai.platform.postgres;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/** The way to speak SQL. Rows become records by {@code mapTo(ConstructorMapper…)}; text[] columns are lists of strings. */
@ApplicationScoped
class JdbiProducer {
    @Produces
    @ApplicationScoped
    Jdbi jdbi(DataSource source) {
        return Jdbi.create(source).registerArrayType(String.class, "text");
    }
}
