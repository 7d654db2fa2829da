package cn.yiqilai.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealTest {
    private static final String KEY = "a key of thirty-two characters, or more";
    private static final String SECRET = "the department's secret 密";

    @TempDir
    Path folder;

    @Test
    void what_was_sealed_is_opened_with_the_same_key_for_the_same_owner_alone() {
        var sealed = seal(KEY, false).seal(SECRET, "webhook/1");

        assertThat(seal(KEY, false).open(sealed, "webhook/1")).contains(SECRET);
        assertThat(seal(KEY, false).open(sealed, "webhook/2")).isEmpty();
        assertThat(seal("another key of thirty-two characters", false).open(sealed, "webhook/1"))
                .isEmpty();
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("secret");
    }

    @Test
    void what_was_changed_or_cut_off_is_not_opened() {
        var sealed = seal(KEY, false).seal(SECRET, "webhook/1");
        sealed[sealed.length - 1] ^= 1;

        assertThat(seal(KEY, false).open(sealed, "webhook/1")).isEmpty();
        assertThat(seal(KEY, false).open(new byte[0], "webhook/1")).isEmpty();
        assertThat(seal(KEY, false).open(new byte[12], "webhook/1")).isEmpty();
    }

    @Test
    void the_same_secret_is_sealed_differently_each_time() {
        var seal = seal(KEY, false);
        assertThat(seal.seal(SECRET, "webhook/1")).isNotEqualTo(seal.seal(SECRET, "webhook/1"));
    }

    @Test
    void the_embedded_database_has_a_key_of_its_own_that_only_the_owner_may_read() throws IOException {
        var sealed = seal(null, true).seal(SECRET, "webhook/1");

        assertThat(seal(null, true).open(sealed, "webhook/1")).contains(SECRET);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("secrets.key"))))
                .isEqualTo("rw-------");
    }

    @Test
    void an_external_database_without_a_key_seals_nothing() {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> seal(null, false).seal(SECRET, "webhook/1"))
                .satisfies(e -> assertThat(e.problem().status()).isEqualTo(409));
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void a_key_that_is_too_short_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> seal("short", false).seal(SECRET, "webhook/1"));
    }

    private Seal seal(@Nullable String key, boolean embedded) {
        return new Seal(new FixedSettings() {
            @Override
            public Optional<String> secretsKey() {
                return Optional.ofNullable(key);
            }

            @Override
            public boolean embeddedDatabase() {
                return embedded;
            }

            @Override
            public Path dataDir() {
                return folder;
            }
        });
    }
}
