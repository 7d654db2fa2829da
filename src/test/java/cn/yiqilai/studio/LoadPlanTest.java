package cn.yiqilai.studio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoadPlanTest {
    @Test
    void what_is_not_named_keeps_its_length() {
        var plan = LoadPlan.of(List.of("--tail=7", "--connections=3"));

        assertThat(plan.tail()).isEqualTo(Duration.ofSeconds(7));
        assertThat(plan.connections()).isEqualTo(3);
        assertThat(plan.overload()).isEqualTo(LoadPlan.of(List.of()).overload());
    }

    @ParameterizedTest
    @ValueSource(strings = {"--tail=0", "--tail=", "--tail=-1", "--tail=soon"})
    void what_is_no_length_is_refused_by_name(String option) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LoadPlan.of(List.of(option)))
                .withMessageContaining("--tail");
    }
}
