package cn.yiqilai.calendar.postgres;

import cn.yiqilai.access.Actor;
import cn.yiqilai.calendar.KeptNotice;
import cn.yiqilai.calendar.Notice;
import cn.yiqilai.calendar.Notice.NoticeDay;
import cn.yiqilai.calendar.NoticeRecords;
import cn.yiqilai.platform.Page;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** A row a version of a notice, and a row a day that it names. */
@ApplicationScoped
class NoticeTables implements NoticeRecords {
    /** The days of a notice come with it, as arrays of one order. */
    private static final String NOTICE = """
            SELECT notice.year, notice.version, notice.papers, notice.loaded_by, notice.loaded_at,
                   array_agg(day.date::text ORDER BY day.date) AS dates,
                   array_agg(day.name ORDER BY day.date) AS names,
                   array_agg(day.is_off ORDER BY day.date) AS offs
            FROM calendar_notice notice
            JOIN calendar_notice_day day ON day.year = notice.year AND day.version = notice.version
            """;

    private static final String LATEST =
            "WHERE notice.version = (SELECT max(version) FROM calendar_notice WHERE year = notice.year) ";
    private static final String GROUP = " GROUP BY notice.year, notice.version ";

    private final Jdbi jdbi;

    NoticeTables(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public List<KeptNotice> inForce() {
        return jdbi.withHandle(handle -> handle.createQuery(NOTICE + LATEST + GROUP + "ORDER BY notice.year")
                .map((row, context) -> read(row))
                .list());
    }

    @Override
    public Optional<KeptNotice> inForce(int year) {
        return jdbi.withHandle(handle -> handle.createQuery(NOTICE + LATEST + "AND notice.year = :year" + GROUP)
                .bind("year", year)
                .map((row, context) -> read(row))
                .findOne());
    }

    @Override
    public Page<KeptNotice> versions(int year, Page.Request page) {
        return jdbi.withHandle(handle -> new Page<>(
                handle.createQuery(NOTICE + "WHERE notice.year = :year" + GROUP
                                + "ORDER BY notice.version DESC LIMIT :size OFFSET :offset")
                        .bind("year", year)
                        .bind("size", page.size())
                        .bind("offset", page.offset())
                        .map((row, context) -> read(row))
                        .list(),
                handle.createQuery("SELECT count(*) FROM calendar_notice WHERE year = :year")
                        .bind("year", year)
                        .mapTo(Long.class)
                        .one()));
    }

    @Override
    public void add(KeptNotice kept) {
        jdbi.useHandle(handle -> {
            handle.createUpdate("""
                            INSERT INTO calendar_notice (year, version, papers, loaded_by, loaded_at)
                            VALUES (:year, :version, :papers, :by, :at)""")
                    .bind("year", kept.notice().year())
                    .bind("version", kept.version())
                    .bindArray("papers", String.class, List.copyOf(kept.notice().papers()))
                    .bind("by", kept.loadedBy().id())
                    .bind("at", kept.loadedAt())
                    .execute();
            addDays(handle, kept);
        });
    }

    private static void addDays(Handle handle, KeptNotice kept) {
        var batch = handle.prepareBatch("""
                INSERT INTO calendar_notice_day (year, version, date, name, is_off)
                VALUES (:year, :version, :date, :name, :off)""");
        for (var day : kept.notice().days()) {
            batch.bind("year", kept.notice().year())
                    .bind("version", kept.version())
                    .bind("date", day.date())
                    .bind("name", day.name())
                    .bind("off", day.off())
                    .add();
        }
        batch.execute();
    }

    private static KeptNotice read(ResultSet row) throws SQLException {
        return new KeptNotice(
                new Notice(row.getInt("year"), Arrays.asList(texts(row, "papers")), days(row)),
                row.getLong("version"),
                row.getTimestamp("loaded_at").toInstant(),
                new Actor(row.getString("loaded_by")));
    }

    private static List<NoticeDay> days(ResultSet row) throws SQLException {
        var dates = texts(row, "dates");
        var names = texts(row, "names");
        var offs = (Boolean[]) row.getArray("offs").getArray();
        return IntStream.range(0, dates.length)
                .mapToObj(index -> new NoticeDay(LocalDate.parse(dates[index]), names[index], offs[index]))
                .toList();
    }

    private static String[] texts(ResultSet row, String column) throws SQLException {
        return (String[]) row.getArray(column).getArray();
    }
}
