package cn.yiqilai.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yiqilai.city.Target;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThreeWayGaugeTest {
    @ParameterizedTest
    @CsvSource({"4,100,false", "5,100,true", "0,7,false", "1,24,true", "1,25,false", "0,0,false"})
    void requirement_S_21_reading_A11_more_than_four_in_a_hundred_is_a_warning(
            long numerator, long denominator, boolean missed) {
        var share =
                new ThreeWayGauge(ThreeWayGauge.Id.THREE_WAY_SHARE, numerator, denominator, 0, target("0.04", "<="));

        assertThat(share.isMissed()).isEqualTo(missed);
    }

    @ParameterizedTest
    @CsvSource({"95,100,false", "94,100,true", "19,20,false", "18,20,true", "0,0,false"})
    void requirement_S_07_fewer_than_ninety_five_in_a_hundred_is_a_warning(
            long numerator, long denominator, boolean missed) {
        var rate = new ThreeWayGauge(
                ThreeWayGauge.Id.TRANSFER_CONNECT_RATE, numerator, denominator, 3, target("0.95", ">="));

        assertThat(rate.isMissed()).isEqualTo(missed);
    }

    @Test
    void where_the_rules_are_silent_nothing_is_missed() {
        assertThat(new ThreeWayGauge(ThreeWayGauge.Id.THREE_WAY_SHARE, 9, 10, 0, null).isMissed())
                .isFalse();
        assertThat(new ThreeWayGauge(ThreeWayGauge.Id.THREE_WAY_SHARE, 0, 0, 0, null).value())
                .isNull();
    }

    private static Target target(String value, String op) {
        return new Target("figure", "指标", new BigDecimal(value), op, null, "003");
    }
}
