package cn.yiqilai.directory;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yiqilai.access.Assurance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CallingNumberTest {
    @ParameterizedTest
    @CsvSource({
        "13800000000,13800000000",
        "+86 138-0000-0000,13800000000",
        "8613800000000,13800000000",
        "013800000000,13800000000",
        "0515-12345678,051512345678",
        "+86515-12345678,051512345678",
        "0086051512345678,051512345678",
        "（0515）12345678,051512345678",
        "+852-12345678,0085212345678",
    })
    void one_line_is_one_number_however_it_is_written(String written, String digits) {
        assertThat(CallingNumber.read(written)).contains(new CallingNumber(digits));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12345678", "8001", "12345", "见通讯录", "138****0000", "1380000000", "138000000000000000"})
    void what_does_not_say_where_it_rings_is_none(String written) {
        assertThat(CallingNumber.read(written)).isEmpty();
    }

    @Test
    void a_number_tells_nobody_in_a_log_whose_it_is() {
        assertThat(new CallingNumber("13800001234")).hasToString("CallingNumber[138****1234]");
    }

    @Test
    void whoever_only_says_who_he_is_has_no_verified_identity() {
        assertThat(VerifiedIdentity.ofAccount(Assurance.DECLARED, "91350100M000100Y43"))
                .isEmpty();
        assertThat(VerifiedIdentity.ofCall(Assurance.DECLARED, "0515-12345678")).isEmpty();
        assertThat(VerifiedIdentity.ofAccount(Assurance.VERIFIED, null)).isEmpty();
        assertThat(VerifiedIdentity.ofCall(Assurance.VERIFIED, "anonymous")).isEmpty();
        assertThat(VerifiedIdentity.ofAccount(Assurance.VERIFIED, "91350100m000100y43"))
                .hasValueSatisfying(
                        identity -> assertThat(identity.creditCode()).contains("91350100M000100Y43"));
        assertThat(VerifiedIdentity.ofCall(Assurance.VERIFIED, "0515-12345678")).hasValueSatisfying(identity -> {
            assertThat(identity.number()).contains(new CallingNumber("051512345678"));
            assertThat(identity).hasToString("VerifiedIdentity[call]");
        });
    }
}
