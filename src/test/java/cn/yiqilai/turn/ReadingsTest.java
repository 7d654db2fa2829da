package cn.yiqilai.turn;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yiqilai.decision.Decision;
import cn.yiqilai.decision.Reason;
import cn.yiqilai.understanding.Inquiry;
import org.junit.jupiter.api.Test;

class ReadingsTest {
    private static final String NEAR = "上个月有个工人下班路上被车撞了,人还在医院,单位要几天内申请工伤认定";
    private static final String BARE = "单位要几天内申请工伤认定";
    private static final Inquiry SHORT = Inquiry.of("上个月有个工人下班路上被车撞了,人还在医院。单位要几天内申请工伤认定?");
    private static final Inquiry LONG =
            Inquiry.of("厂子是我父亲那辈人带出来的,家里的事情又多,这些年我一直在外面上班,对政策一点都不懂,最近才回来接手,什么都要从头学起。" + NEAR + "?");

    private final Thoughts read = new Thoughts();

    @Test
    void what_was_read_whole_and_is_sure_is_read_once() {
        var whole = Thoughts.of("injury", 0.9);

        assertThat(Readings.best(SHORT, whole, read)).isSameAs(whole);
        assertThat(read.read).isEmpty();
    }

    @Test
    void a_second_reading_that_is_sure_of_the_same_decides() {
        read.knowing(NEAR, Thoughts.of("injury", 0.9));

        var best = Readings.best(SHORT, Thoughts.of("injury", 0.5), read);

        assertThat(best.decision()).isInstanceOf(Decision.Answer.class);
        assertThat(best.decision().confidence().value()).isEqualTo(0.9);
        assertThat(read.read).containsExactly(NEAR);
    }

    @Test
    void readings_that_disagree_are_read_at_most_twice_more_and_hold_each_other_back() {
        read.knowing(NEAR, Thoughts.of("wage", 0.85)).knowing(BARE, Thoughts.of("injury", 0.8));

        var best = Readings.best(SHORT, Thoughts.of("leave", 0.4), read);

        assertThat(read.read).containsExactly(NEAR, BARE);
        assertThat(best.decision()).isNotInstanceOf(Decision.Answer.class);
        assertThat(best.decision().confidence().value()).isLessThan(0.8);
    }

    @Test
    void what_the_encoder_could_not_read_whole_is_read_again_although_it_was_sure() {
        var near = LONG.asked().getFirst().readings().getFirst();
        var bare = LONG.asked().getFirst().readings().getLast();
        read.knowing(near, Thoughts.of("injury", 0.97)).knowing(bare, Thoughts.of("injury", 0.98));

        var best = Readings.best(LONG, Thoughts.of("severance", 0.9), read);

        assertThat(best.first().orElseThrow().target().id()).isEqualTo("injury");
        assertThat(best.decision()).isInstanceOf(Decision.Answer.class);
        assertThat(best.decision().confidence().value()).isLessThan(0.98);
    }

    @Test
    void danger_in_any_reading_comes_first() {
        var fire = Thoughts.because(Reason.EMERGENCY);

        assertThat(Readings.best(SHORT, fire, read)).isSameAs(fire);
        read.knowing(NEAR, fire);
        assertThat(Readings.best(SHORT, Thoughts.of("injury", 0.5), read)).isSameAs(fire);
    }

    @Test
    void a_wish_of_the_whole_stays_when_no_reading_is_sure() {
        var complaint = Thoughts.because(Reason.NEEDS_WORK_ORDER);
        read.knowing(NEAR, Thoughts.of("injury", 0.3)).knowing(BARE, Thoughts.of("injury", 0.4));

        assertThat(Readings.best(SHORT, complaint, read)).isSameAs(complaint);
    }

    @Test
    void where_nothing_is_found_the_whole_stands() {
        var nothing = Thoughts.because(Reason.LOW_CONFIDENCE);
        read.knowing(NEAR, Thoughts.because(Reason.LOW_CONFIDENCE))
                .knowing(BARE, Thoughts.because(Reason.LOW_CONFIDENCE));

        assertThat(Readings.best(SHORT, nothing, read)).isSameAs(nothing);
    }
}
