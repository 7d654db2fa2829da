package cn.yiqilai.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordTest {
    @Test
    void only_the_password_itself_matches() {
        var stored = Password.hash("盐城 pass 🏭");

        assertThat(Password.matches("盐城 pass 🏭", stored)).isTrue();
        assertThat(Password.matches("盐城 pass", stored)).isFalse();
        assertThat(Password.matches("", stored)).isFalse();
    }

    @Test
    void one_password_is_never_stored_alike_twice_nor_readable() {
        var first = Password.hash("yiqilai-agent");
        var second = Password.hash("yiqilai-agent");

        assertThat(first).startsWith("pbkdf2$600000$").isNotEqualTo(second).doesNotContain("yiqilai");
    }

    @Test
    void one_that_was_stored_with_fewer_rounds_still_opens() {
        // PBKDF2-HMAC-SHA256 of "password" and "salt" by one round, as Python's hashlib has it.
        var stored = "pbkdf2$1$c2FsdA==$Eg+2z/z4syxD5yJSVsT4N6hlSMkszDVICAWYfLcL4Xs=";

        assertThat(Password.matches("password", stored)).isTrue();
        assertThat(Password.matches("Password", stored)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yiqilai-agent", "pbkdf2$600000$c2FsdA==", "bcrypt$1$c2FsdA==$c2FsdA==", "$$$"})
    void what_is_no_hash_matches_nothing(String stored) {
        assertThat(Password.matches("yiqilai-agent", stored)).isFalse();
    }

    @Test
    void the_stand_in_for_unknown_names_is_a_real_hash() {
        assertThat(Password.NOBODY).startsWith("pbkdf2$600000$");
    }
}
