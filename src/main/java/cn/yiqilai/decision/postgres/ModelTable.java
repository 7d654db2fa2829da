package cn.yiqilai.decision.postgres;

import cn.yiqilai.access.Actor;
import cn.yiqilai.decision.FittedModel;
import cn.yiqilai.decision.ModelText;
import cn.yiqilai.decision.Models;
import cn.yiqilai.decision.StoredModel;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** One row a model, one row a time that one was put in force. */
@ApplicationScoped
class ModelTable implements Models {
    private final Jdbi jdbi;

    ModelTable(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public long keep(FittedModel model, boolean certified, String figures, Actor by, Instant at) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        INSERT INTO fitted_model (fingerprint, content, certified, figures, made_by, made_at)
                        VALUES (:fingerprint, CAST(:content AS json), :certified, CAST(:figures AS json), :by, :at)
                        RETURNING version""")
                .bind("fingerprint", model.fingerprint())
                .bind("content", ModelText.write(model))
                .bind("certified", certified)
                .bind("figures", figures)
                .bind("by", by.id())
                .bind("at", at)
                .mapTo(Long.class)
                .one());
    }

    @Override
    public Optional<StoredModel> find(long version) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT * FROM fitted_model WHERE version = :version")
                .bind("version", version)
                .map((row, context) -> read(row))
                .findOne());
    }

    @Override
    public Optional<StoredModel> withFingerprint(String fingerprint) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT * FROM fitted_model WHERE fingerprint = :fingerprint ORDER BY version DESC LIMIT 1""")
                .bind("fingerprint", fingerprint)
                .map((row, context) -> read(row))
                .findOne());
    }

    @Override
    public List<StoredModel> latest(int count) {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT * FROM fitted_model ORDER BY version DESC LIMIT :count")
                        .bind("count", count)
                        .map((row, context) -> read(row))
                        .list());
    }

    @Override
    public long inForce() {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT version FROM model_activation ORDER BY id DESC LIMIT 1")
                        .mapTo(Long.class)
                        .findOne()
                        .orElse(SEED));
    }

    @Override
    public boolean wasInForce(long version) {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT EXISTS (SELECT 1 FROM model_activation WHERE version = :version)")
                        .bind("version", version)
                        .mapTo(Boolean.class)
                        .one());
    }

    @Override
    public void activate(long version, Actor by, Instant at) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "INSERT INTO model_activation (version, actor, at) VALUES (:version, :actor, :at)")
                .bind("version", version)
                .bind("actor", by.id())
                .bind("at", at)
                .execute());
    }

    private static StoredModel read(ResultSet row) throws SQLException {
        return new StoredModel(
                row.getLong("version"),
                row.getString("fingerprint"),
                row.getString("content"),
                row.getBoolean("certified"),
                row.getString("figures"),
                new Actor(row.getString("made_by")),
                row.getTimestamp("made_at").toInstant());
    }
}
