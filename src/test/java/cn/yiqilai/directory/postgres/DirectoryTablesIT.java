package cn.yiqilai.directory.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.yiqilai.platform.postgres.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the tables refuse, whoever writes. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class DirectoryTablesIT {
    @Inject
    Jdbi jdbi;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE directory_version SET actor = 'somebody'",
                "DELETE FROM directory_version",
                "TRUNCATE directory_version",
            })
    void the_past_cannot_be_changed(String statement) {
        assertRefused(statement);
    }

    @Test
    void a_name_means_one_unit() {
        assertRefused("INSERT INTO unit_name (name, unit) VALUES ('市税务局', 'city-platform')");
    }

    @Test
    void a_county_has_one_platform_in_service() {
        assertRefused("""
                INSERT INTO unit (id, name, aliases, kind, level, region, keywords, version, updated_at)
                VALUES ('second', '另一平台', '{}', 'PLATFORM', 'COUNTY', '东台市', '{}', 1, now())""");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'2026-03-10 18:00+08', NULL",
                "NULL, '2026-03-10 18:00+08'",
                "'2026-03-11 09:00+08', '2026-03-10 18:00+08'"
            })
    void a_duty_has_both_ends_in_order_or_none(String times) {
        assertRefused("""
                INSERT INTO duty_contact (id, unit, name, phone, begins, ends, version, updated_at)
                VALUES (gen_random_uuid(), 'tax', '演示', '000', %s, 1, now())""".formatted(times));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Not an id", "x", "-tax", "UPPER"})
    void an_id_is_well_formed(String id) {
        assertRefused("""
                INSERT INTO unit (id, name, aliases, kind, level, keywords, version, updated_at)
                VALUES ('%s', '某局', '{}', 'DEPARTMENT', 'CITY', '{}', 1, now())""".formatted(id));
    }

    @Test
    void a_unit_that_something_refers_to_cannot_be_deleted() {
        assertRefused("DELETE FROM unit WHERE id = 'tax'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "begins = begins + interval '1 hour', topic = '增值税', rank = 1",
                "topic = '增值税', rank = 9, specialist = (SELECT id FROM specialist WHERE unit = 'tax' AND name = '演示专员甲')"
            })
    void nothing_in_the_rota_overlaps(String change) {
        assertRefused("""
                UPDATE specialist_shift SET %s
                WHERE topic = '增值税' AND specialist = (SELECT id FROM specialist WHERE unit = 'tax' AND name = '演示专员乙')""".formatted(change));
    }

    @Test
    void a_specialist_can_be_rung_and_an_enterprise_has_three_stars_at_least() {
        assertRefused("UPDATE specialist SET phone = NULL, mobile = NULL");
        assertRefused("UPDATE key_enterprise SET stars = 2");
        assertRefused("UPDATE major_project SET credit_code = 'nobody'");
    }

    @Test
    void a_number_leads_to_one_and_stands_there_as_a_digest() {
        assertRefused(
                "INSERT INTO directory_number SELECT digest, specialist, enterprise, project FROM directory_number");
        assertRefused("INSERT INTO directory_number (digest) VALUES ('x')");
        var found = jdbi.withHandle(handle -> handle.createQuery("SELECT digest FROM directory_number")
                .mapTo(String.class)
                .list());
        assertThat(found).isNotEmpty().allSatisfy(digest -> assertThat(digest).matches("[0-9a-f]{64}"));
    }

    private void assertRefused(String statement) {
        assertThatExceptionOfType(JdbiException.class)
                .isThrownBy(() -> jdbi.useHandle(handle -> handle.execute(statement)));
    }
}
