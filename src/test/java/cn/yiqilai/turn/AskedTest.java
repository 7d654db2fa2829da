package cn.yiqilai.turn;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yiqilai.turn.Reply.Option;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class AskedTest {
    @Test
    void what_was_not_asked_may_be_asked() {
        assertThat(Asked.NOTHING.isEnough(options("a", "b"))).isFalse();
        assertThat(Asked.NOTHING.after(options("a", "b")).isEnough(options("b", "c")))
                .isFalse();
    }

    @Test
    void the_same_is_never_asked_again_in_whatever_order_and_not_a_part_of_it() {
        var asked = Asked.NOTHING
                .after(options("a", "b", "c"))
                .after(options())
                .after(options("x", "y"))
                .after(options());

        assertThat(asked.isEnough(options("c", "a", "b"))).isTrue();
        assertThat(asked.isEnough(options("b", "a"))).isTrue();
        assertThat(asked.isEnough(options("a", "b", "c", "d"))).isFalse();
        assertThat(asked.isEnough(options("a", "x"))).isFalse();
    }

    @Test
    void nobody_is_asked_three_times_in_a_row() {
        var twice = Asked.NOTHING.after(options("a", "b")).after(options("c", "d"));

        assertThat(twice.isEnough(options("e", "f"))).isTrue();
        assertThat(twice.after(options()).isEnough(options("e", "f"))).isFalse();
    }

    @Test
    void what_was_asked_long_ago_is_forgotten_so_that_memory_stays_small() {
        var asked = Asked.NOTHING;
        for (var i = 0; i < 100; i++) {
            asked = asked.after(options("a" + i, "b" + i)).after(options());
        }

        assertThat(asked.sets()).hasSize(8);
        assertThat(asked.isEnough(options("a99", "b99"))).isTrue();
    }

    private static List<Option> options(String... entries) {
        return Arrays.stream(entries)
                .map(entry -> new Option(entry, entry + "？", entry))
                .toList();
    }
}
