package cn.yiqilai.workorder.postgres;

import cn.yiqilai.access.Actor;
import cn.yiqilai.workorder.reply.ReplyTemplate;
import cn.yiqilai.workorder.reply.ReplyTemplates;
import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** The city's template, one row a version. */
@ApplicationScoped
class ReplyTemplateTable implements ReplyTemplates {
    private static final TypeReference<List<ReplyTemplate.Field>> FIELDS = new TypeReference<>() {};

    private final Jdbi jdbi;

    ReplyTemplateTable(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public ReplyTemplate current() {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT * FROM reply_template ORDER BY version DESC LIMIT 1")
                .map((row, context) -> new ReplyTemplate(
                        row.getInt("version"), row.getString("name"), OrderJson.read(row.getString("fields"), FIELDS)))
                .one());
    }

    @Override
    public boolean save(ReplyTemplate template, Actor by, Instant at) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                        INSERT INTO reply_template (version, name, fields, actor, at)
                        VALUES (:version, :name, CAST(:fields AS json), :actor, :at) ON CONFLICT DO NOTHING""")
                        .bind("version", template.version())
                        .bind("name", template.name())
                        .bind("fields", OrderJson.write(template.fields()))
                        .bind("actor", by.id())
                        .bind("at", at)
                        .execute())
                == 1;
    }
}
