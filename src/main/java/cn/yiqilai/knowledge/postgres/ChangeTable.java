package cn.yiqilai.knowledge.postgres;

import cn.yiqilai.knowledge.ChangeFeed;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** The numbered list of changes. Taking a number locks the counter until the commit, so numbers appear in their order. */
@ApplicationScoped
class ChangeTable implements ChangeFeed {
    private final Jdbi jdbi;
    private final Clock clock;

    ChangeTable(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    @Override
    public long append(List<Touched> touched) {
        return jdbi.withHandle(handle -> {
            var last = handle.createQuery("UPDATE knowledge_change_end SET number = number + :count RETURNING number")
                    .bind("count", touched.size())
                    .mapTo(Long.class)
                    .one();
            handle.createUpdate("""
                            INSERT INTO knowledge_change (number, subject, id, at)
                            SELECT :before + place, subject, id, :now
                            FROM unnest(:subjects, :ids) WITH ORDINALITY AS touched (subject, id, place)""")
                    .bind("before", last - touched.size())
                    .bind("now", clock.instant())
                    .bindArray(
                            "subjects",
                            String.class,
                            touched.stream()
                                    .map(one -> (Object) one.subject().name())
                                    .toList())
                    .bindArray(
                            "ids",
                            String.class,
                            touched.stream().map(one -> (Object) one.id()).toList())
                    .execute();
            return last;
        });
    }
}
