package cn.yiqilai.platform.postgres;

import cn.yiqilai.platform.Page;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/**
 * Rows that were asked for, page by page.
 *
 * @param columns from SELECT on, ends with a blank
 * @param wanted from FROM to the end of WHERE, ends with a blank or a line
 * @param order from ORDER BY on, so that no two rows are alike
 */
public record Listing(String columns, String wanted, String order) {
    /** All columns of the rows. */
    public static Listing of(String wanted, String order) {
        return new Listing("SELECT * ", wanted, order);
    }

    /** @param filter binds what {@code wanted} asks for */
    public <T> Page<T> page(Jdbi jdbi, Page.Request page, UnaryOperator<Query> filter, RowMapper<T> read) {
        return jdbi.withHandle(handle -> {
            var total = filter.apply(handle.createQuery("SELECT count(*) " + wanted))
                    .mapTo(Long.class)
                    .one();
            var items = filter.apply(handle.createQuery(columns + wanted + order + " LIMIT :size OFFSET :offset"))
                    .bind("size", page.size())
                    .bind("offset", page.offset())
                    .map(read)
                    .list();
            return new Page<>(items, total);
        });
    }

    /** For ILIKE: what holds this text. Its percent signs and underscores mean themselves. */
    public static @Nullable String holding(@Nullable String text) {
        return text == null ? null : "%" + text.replaceAll("([\\\\%_])", "\\\\$1") + "%";
    }
}
