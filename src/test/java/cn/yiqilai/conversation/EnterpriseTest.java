package cn.yiqilai.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.yiqilai.access.Assurance;
import cn.yiqilai.access.CreditCode;
import cn.yiqilai.platform.Problem.FieldError;
import cn.yiqilai.platform.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnterpriseTest {
    @ParameterizedTest
    @ValueSource(strings = {"91350100M000100Y43", "91330100799655058B", "9144030071526726XG"})
    void real_credit_codes_are_taken(String code) {
        assertThat(CreditCode.isWellFormed(code)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "91350100M000100Y44",
                "91350100M000100Y4",
                "91350100M000100Y433",
                "9135O100M000100Y43",
                "91350100M00010OY43",
                "",
                "统一社会信用代码统一社会信用代码一二"
            })
    void a_wrong_check_character_length_or_letter_is_refused(String code) {
        assertThat(CreditCode.isWellFormed(code)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"12345", "13812345678", "0515-88123456", "+86-515-88123456", "+8613812345678"})
    void telephone_numbers_as_people_write_them_are_taken(String number) {
        assertThat(PhoneNumber.isWellFormed(number)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1234",
                "123456789012345678901",
                "0515--88123456",
                "-12345",
                "12345-",
                "1381234abcd",
                "１３８１２３４５６７８"
            })
    void what_is_no_telephone_number_is_refused(String number) {
        assertThat(PhoneNumber.isWellFormed(number)).isFalse();
    }

    @Test
    void blanks_are_nothing_and_letters_of_a_code_are_raised() {
        var enterprise = Enterprise.declared(" 盐城某某有限公司 ", "91350100m000100y43", "  ", null);

        assertThat(enterprise.name()).isEqualTo("盐城某某有限公司");
        assertThat(enterprise.creditCode()).isEqualTo("91350100M000100Y43");
        assertThat(enterprise.contact()).isNull();
        assertThat(enterprise.assurance()).isEqualTo(Assurance.DECLARED);
    }

    @Test
    void every_wrong_field_is_named_at_once() {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> Enterprise.declared("名".repeat(121), "123", "a\0b", "abc"))
                .satisfies(e -> assertThat(e.problem().errors())
                        .extracting(FieldError::field)
                        .containsExactly(
                                "enterprise.name", "enterprise.creditCode", "enterprise.contact", "enterprise.phone"));
    }

    @Test
    void it_tells_a_log_nothing_of_anybody() {
        var enterprise = Enterprise.declared("某公司", null, "王某", "13812345678");

        assertThat(enterprise.toString()).doesNotContain("某公司", "王某", "138");
    }
}
