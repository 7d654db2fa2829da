package cn.yiqilai.workorder;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yiqilai.city.Kind;
import cn.yiqilai.platform.Messages;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What stands in sheets that people hand on has a word of theirs, whatever it is. */
class SpokenNamesTest {
    @ParameterizedTest
    @EnumSource(TimelineLine.Deed.class)
    void each_deed_has_a_word(TimelineLine.Deed deed) {
        assertThat(Messages.of("workorder.deed." + deed)).isNotBlank();
    }

    @ParameterizedTest
    @EnumSource(State.class)
    void each_state_has_a_word(State state) {
        assertThat(Messages.of("workorder.state." + state)).isNotBlank();
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void each_kind_has_a_word(Kind kind) {
        assertThat(Messages.of("workorder.kind." + kind)).isNotBlank();
    }
}
