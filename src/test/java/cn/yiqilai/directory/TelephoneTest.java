package cn.yiqilai.directory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TelephoneTest {
    @ParameterizedTest
    @ValueSource(strings = {"0515-12345678", "13800000000", "+86-515-12345678", "8001", "110"})
    void numbers_as_offices_write_them_are_taken(String number) {
        assertThat(Telephone.isWellFormed(number)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12", "见通讯录", "0515 12345678", "-12345", "1234567890123456789012345", "=1+1"})
    void what_cannot_be_dialled_is_refused(String number) {
        assertThat(Telephone.isWellFormed(number)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"0515-12345678,051****78", "13800000000,138****0000", "8001,****", "123456,****"})
    void a_masked_number_can_be_told_apart_and_not_called(String number, String masked) {
        assertThat(Telephone.masked(number)).isEqualTo(masked);
    }

    @Test
    void no_number_is_no_number() {
        assertThat(Telephone.masked(null)).isNull();
    }
}
