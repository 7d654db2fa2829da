package cn.yiqilai.studio;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yiqilai.retrieval.Signal;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SignalGroupTest {
    @Test
    void every_signal_is_in_exactly_one_group() {
        var grouped = Arrays.stream(SignalGroup.values())
                .flatMap(group -> group.signals().stream())
                .toList();

        assertThat(grouped).containsExactlyInAnyOrder(Signal.values());
    }
}
