package cn.yiqilai.insight.postgres;

import cn.yiqilai.insight.Counted;
import cn.yiqilai.insight.CountedOrder;
import cn.yiqilai.insight.Evaluation;
import cn.yiqilai.insight.Publication;
import cn.yiqilai.insight.PublicationRecords;
import cn.yiqilai.platform.Page;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Publications as rows that are only ever added. */
@ApplicationScoped
class PublicationTable implements PublicationRecords {
    private static final TypeReference<List<CountedOrder>> ORDERS = new TypeReference<>() {};

    /** One of its own, so that a setting of the HTTP interface never changes what is read back. */
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private final Jdbi jdbi;

    PublicationTable(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public boolean add(Publication publication) {
        var counted = Objects.requireNonNull(publication.counted());
        return jdbi.withHandle(handle -> handle.createUpdate("""
                                INSERT INTO insight_publication (period, first_day, last_day, evaluation, orders, published_by,
                                                                 published_at)
                                VALUES (:period, :first, :last, CAST(:evaluation AS json), CAST(:orders AS json), :by, :at)
                                ON CONFLICT DO NOTHING""")
                        .bind("period", publication.period())
                        .bind("first", publication.firstDay())
                        .bind("last", publication.lastDay())
                        .bind("evaluation", write(counted.evaluation()))
                        .bind("orders", write(counted.orders()))
                        .bind("by", publication.by())
                        .bind("at", publication.at())
                        .execute())
                == 1;
    }

    @Override
    public Optional<Publication> find(String period) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT * FROM insight_publication WHERE period = :period")
                .bind("period", period)
                .map((row, context) -> read(row, counted(row)))
                .findOne());
    }

    @Override
    public Optional<Evaluation> evaluation(String period) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT period, evaluation FROM insight_publication WHERE period = :period")
                .bind("period", period)
                .map((row, context) -> evaluation(row))
                .findOne());
    }

    @Override
    public Page<Publication> list(Page.Request page) {
        return jdbi.withHandle(handle -> {
            var total = handle.createQuery("SELECT count(*) FROM insight_publication")
                    .mapTo(Long.class)
                    .one();
            var items = handle.createQuery("""
                            SELECT period, first_day, last_day, published_by, published_at FROM insight_publication
                            ORDER BY last_day DESC, first_day DESC LIMIT :size OFFSET :offset""")
                    .bind("size", page.size())
                    .bind("offset", page.offset())
                    .map((row, context) -> read(row, null))
                    .list();
            return new Page<>(items, total);
        });
    }

    private static Publication read(ResultSet row, @Nullable Counted counted) throws SQLException {
        return new Publication(
                row.getString("period"),
                row.getObject("first_day", LocalDate.class),
                row.getObject("last_day", LocalDate.class),
                counted,
                row.getString("published_by"),
                row.getTimestamp("published_at").toInstant());
    }

    private static Counted counted(ResultSet row) throws SQLException {
        try {
            return new Counted(evaluation(row), JSON.readValue(row.getString("orders"), ORDERS));
        } catch (JsonProcessingException e) {
            throw unreadable(row, e);
        }
    }

    private static Evaluation evaluation(ResultSet row) throws SQLException {
        try {
            return JSON.readValue(row.getString("evaluation"), Evaluation.class);
        } catch (JsonProcessingException e) {
            throw unreadable(row, e);
        }
    }

    private static RuntimeException unreadable(ResultSet row, JsonProcessingException e) throws SQLException {
        return new IllegalStateException("the publication of " + row.getString("period") + " cannot be read", e);
    }

    private static String write(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot be written as JSON: " + value.getClass(), e);
        }
    }
}
