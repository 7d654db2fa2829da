package cn.yiqilai.calendar.postgres;

import cn.yiqilai.calendar.CalendarRevision;
import jakarta.enterprise.context.ApplicationScoped;
import org.jdbi.v3.core.Jdbi;

/** The one row that says which calendars are in force; the tables' triggers advance it. */
@ApplicationScoped
class RevisionTable implements CalendarRevision {
    private static final String NUMBER = "SELECT number FROM calendar_revision";

    private final Jdbi jdbi;

    RevisionTable(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public long current() {
        return jdbi.withHandle(
                handle -> handle.createQuery(NUMBER).mapTo(Long.class).one());
    }

    @Override
    public void lock() {
        jdbi.useHandle(handle ->
                handle.createQuery(NUMBER + " FOR UPDATE").mapTo(Long.class).one());
    }
}
