package cn.yiqilai.city;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CityTest {
    private static final Regions REGIONS = Regions.load(Path.of("kb-seed/regions.txt"));

    @ParameterizedTest
    @CsvSource({"yancheng,盐城市", "suzhou,苏州市", "shuangyashan,双鸭山市", "jiangsu,江苏省"})
    void every_profile_names_a_place_of_the_tree(String profile, String name) {
        var city = City.of(profile, CityRules.book(), REGIONS);

        assertThat(city.profile()).isEqualTo(profile);
        assertThat(city.place()).hasToString(name);
        assertThat(city.ruleVersion()).startsWith(profile + "/");
    }

    @Test
    void an_unknown_profile_is_answered_with_those_there_are() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> City.of("atlantis", CityRules.book(), REGIONS))
                .withMessageContaining("atlantis")
                .withMessageContaining("yancheng");
    }
}
