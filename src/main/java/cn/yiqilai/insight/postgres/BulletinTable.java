package cn.yiqilai.insight.postgres;

import cn.yiqilai.insight.Bulletin.Audience;
import cn.yiqilai.insight.Bulletin.Texts;
import cn.yiqilai.insight.BulletinRecords;
import cn.yiqilai.platform.Page;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Bulletins as rows that are only ever added. */
@ApplicationScoped
class BulletinTable implements BulletinRecords {
    /** One of its own, so that a setting of the HTTP interface never changes what is read back. */
    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private static final String OF_AUDIENCE =
            " FROM insight_bulletin WHERE CAST(:audience AS text) IS NULL OR audience = :audience ";

    private final Jdbi jdbi;

    BulletinTable(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public int add(Audience audience, String period, String title, Texts texts, String by, Instant at) {
        return jdbi.withHandle(handle -> {
            handle.execute("LOCK TABLE insight_bulletin IN SHARE ROW EXCLUSIVE MODE");
            return handle.createQuery("""
                            INSERT INTO insight_bulletin (number, audience, period, title, content, issued_by, issued_at)
                            SELECT 1 + coalesce(max(number), 0), :audience, :period, :title, CAST(:content AS json), :by, :at
                            FROM insight_bulletin
                            RETURNING number""")
                    .bind("audience", audience.name())
                    .bind("period", period)
                    .bind("title", title)
                    .bind("content", write(texts))
                    .bind("by", by)
                    .bind("at", at)
                    .mapTo(Integer.class)
                    .one();
        });
    }

    @Override
    public Optional<Row> find(int number) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT * FROM insight_bulletin WHERE number = :number")
                .bind("number", number)
                .map((row, context) -> read(row))
                .findOne());
    }

    @Override
    public Page<Row> list(@Nullable Audience audience, Page.Request page) {
        var wanted = audience == null ? null : audience.name();
        return jdbi.withHandle(handle -> {
            var total = handle.createQuery("SELECT count(*)" + OF_AUDIENCE)
                    .bind("audience", wanted)
                    .mapTo(Long.class)
                    .one();
            var items = handle.createQuery("SELECT *" + OF_AUDIENCE + "ORDER BY number DESC LIMIT :size OFFSET :offset")
                    .bind("audience", wanted)
                    .bind("size", page.size())
                    .bind("offset", page.offset())
                    .map((row, context) -> read(row))
                    .list();
            return new Page<>(items, total);
        });
    }

    private static Row read(ResultSet row) throws SQLException {
        return new Row(
                row.getInt("number"),
                Audience.valueOf(row.getString("audience")),
                row.getString("period"),
                row.getString("title"),
                texts(row),
                row.getString("issued_by"),
                row.getTimestamp("issued_at").toInstant());
    }

    private static Texts texts(ResultSet row) throws SQLException {
        try {
            return JSON.readValue(row.getString("content"), Texts.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("bulletin " + row.getInt("number") + " cannot be read", e);
        }
    }

    private static String write(Texts texts) {
        try {
            return JSON.writeValueAsString(texts);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a bulletin cannot be written as JSON", e);
        }
    }
}
