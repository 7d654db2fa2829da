package cn.yiqilai.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContactFiguresTest {
    @ParameterizedTest
    @CsvSource({"0,0.0", "0.49,0.0", "0.5,0.5", "0.69,0.5", "0.7,0.7", "0.89,0.8", "0.9,0.9", "1,0.9"})
    void a_confidence_is_counted_in_the_band_that_it_reaches(double confidence, String band) {
        assertThat(ContactFigures.band(confidence)).isEqualTo(band);
    }
}
