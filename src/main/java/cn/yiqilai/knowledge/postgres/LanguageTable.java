package cn.yiqilai.knowledge.postgres;

import cn.yiqilai.knowledge.LanguagePart;
import cn.yiqilai.knowledge.LanguageText;
import cn.yiqilai.knowledge.LanguageTexts;
import jakarta.enterprise.context.ApplicationScoped;
import org.jdbi.v3.core.Jdbi;

/** The language data as three rows. */
@ApplicationScoped
class LanguageTable implements LanguageTexts {
    private final Jdbi jdbi;

    LanguageTable(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public LanguageText get(LanguagePart part) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT text, version, updated_at FROM knowledge_language WHERE part = :part")
                .bind("part", part.label())
                .map((row, context) -> new LanguageText(
                        part,
                        row.getString("text"),
                        row.getLong("version"),
                        row.getTimestamp("updated_at").toInstant()))
                .one());
    }

    @Override
    public boolean save(LanguageText text) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                        UPDATE knowledge_language SET text = :text, version = :version, updated_at = :now
                        WHERE part = :part AND version = :version - 1""")
                        .bind("part", text.part().label())
                        .bind("text", text.text())
                        .bind("version", text.version())
                        .bind("now", text.updatedAt())
                        .execute())
                == 1;
    }
}
