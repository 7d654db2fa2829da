package cn.yiqilai.city.postgres;

import cn.yiqilai.city.RuleTexts;
import cn.yiqilai.city.WrittenRules;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** One row a version. */
@ApplicationScoped
class RuleTextTable implements RuleTexts {
    private final Jdbi jdbi;

    RuleTextTable(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public void keep(WrittenRules rules, Instant at) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO rule_text (version, profile, content, first_used_at)
                        VALUES (:version, :profile, :content, :at)
                        ON CONFLICT (version) DO NOTHING""")
                .bind("version", rules.rules().version())
                .bind("profile", rules.rules().profile())
                .bind("content", rules.text())
                .bind("at", at)
                .execute());
    }

    @Override
    public Optional<String> find(String version) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT content FROM rule_text WHERE version = :version")
                .bind("version", version)
                .mapTo(String.class)
                .findOne());
    }
}
