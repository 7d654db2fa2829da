package cn.yiqilai.directory.postgres;

import cn.yiqilai.directory.CallingNumber;
import cn.yiqilai.directory.Standing;
import cn.yiqilai.directory.Standings;
import cn.yiqilai.directory.VerifiedIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Looks an identity up in both lists. */
@ApplicationScoped
class StandingTable implements Standings {
    /** A number is digits only, so that its text is its bytes. */
    private static final String HAS_NUMBER =
            " directory_number.digest = encode(sha256(CAST(CAST(:number AS text) AS bytea)), 'hex'))";

    private final Jdbi jdbi;

    StandingTable(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public Standing of(VerifiedIdentity identity) {
        return project(identity)
                .<Standing>map(Standing.Project::new)
                .or(() -> starred(identity))
                .orElseGet(Standing.None::new);
    }

    private Optional<UUID> project(VerifiedIdentity identity) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT id FROM major_project WHERE NOT retired
                          AND (credit_code = CAST(:code AS text) OR EXISTS (
                               SELECT FROM directory_number WHERE directory_number.project = major_project.id AND""" + HAS_NUMBER + ") ORDER BY name, id LIMIT 1")
                .bind("code", identity.creditCode().orElse(null))
                .bind("number", identity.number().map(CallingNumber::digits).orElse(null))
                .mapTo(UUID.class)
                .findOne());
    }

    /** 三星级及以上 without a number means three at least. */
    private Optional<Standing> starred(VerifiedIdentity identity) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT id, coalesce(stars, 3) AS stars FROM key_enterprise WHERE NOT retired
                          AND (credit_code = CAST(:code AS text) OR EXISTS (
                               SELECT FROM directory_number WHERE directory_number.enterprise = key_enterprise.id AND""" + HAS_NUMBER + ") LIMIT 1")
                .bind("code", identity.creditCode().orElse(null))
                .bind("number", identity.number().map(CallingNumber::digits).orElse(null))
                .<Standing>map(
                        (row, context) -> new Standing.Starred(row.getObject("id", UUID.class), row.getInt("stars")))
                .findOne());
    }
}
