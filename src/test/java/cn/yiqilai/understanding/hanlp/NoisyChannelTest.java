package cn.yiqilai.understanding.hanlp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NoisyChannelTest {
    private static final List<String> KNOWLEDGE = List.of(
            "商标注册证有效期是几年",
            "商标注册怎么申请",
            "注册商标多久能拿到证",
            "商标续展宽展期是多久",
            "安全生产许可证怎么延期",
            "安全生产许可证有效期几年",
            "许可证过期了怎么办",
            "出口退税要多久到账",
            "出口退税怎么申报",
            "退税款到账要几天");

    private final NoisyChannel spelling = new NoisyChannel();

    @BeforeEach
    void learn() {
        for (var times = 0; times < 5; times++) {
            KNOWLEDGE.forEach(spelling::learn);
        }
    }

    @Test
    void what_was_misheard_is_written_as_the_knowledge_writes_it() {
        assertThat(spelling.corrected("伤标祝册怎么深情")).isEqualTo("商标注册怎么申请");
        assertThat(spelling.corrected("出口推睡要多久道帐")).isEqualTo("出口退税要多久到账");
    }

    @Test
    void sounds_that_are_confused_in_the_south_count_as_the_same() {
        // 平翘舌 and 前后鼻音: sang and shang, zen and zheng.
        assertThat(spelling.corrected("桑标注册怎么申请")).isEqualTo("商标注册怎么申请");
        assertThat(spelling.corrected("安全森产许可怎有效期几年")).isEqualTo("安全生产许可证有效期几年");
    }

    @Test
    void what_the_knowledge_itself_writes_stays() {
        KNOWLEDGE.forEach(text -> assertThat(spelling.corrected(text)).isEqualTo(text));
    }

    @Test
    void words_of_other_matters_stay_although_something_sounds_alike() {
        assertThat(spelling.corrected("奶茶店晚上放音乐太吵")).isEqualTo("奶茶店晚上放音乐太吵");
        assertThat(spelling.corrected("我想找人工客服")).isEqualTo("我想找人工客服");
        assertThat(spelling.corrected("thank you,123")).isEqualTo("thank you,123");
    }

    @Test
    void each_clause_is_read_by_itself() {
        assertThat(spelling.corrected("出口推睡怎么申报,商标注册怎么申请")).isEqualTo("出口退税怎么申报,商标注册怎么申请");
    }

    @Test
    void what_is_forgotten_corrects_nothing_any_more() {
        for (var times = 0; times < 5; times++) {
            KNOWLEDGE.forEach(spelling::forget);
        }
        assertThat(spelling.corrected("伤标祝册怎么深情")).isEqualTo("伤标祝册怎么深情");
    }

    @Test
    void a_story_is_left_as_it_was_told() {
        var story = "我们家开了个小厂做外贸生意已经做了好多年了".repeat(7) + "出口推睡要多久道帐";
        assertThat(spelling.corrected(story)).isEqualTo(story);
    }

    @Test
    void nothing_and_single_letters_are_no_trouble() {
        assertThat(spelling.corrected("")).isEmpty();
        assertThat(spelling.corrected("税")).isEqualTo("税");
        assertThat(spelling.corrected("😀")).isEqualTo("😀");
    }

    @Test
    void what_was_learnt_can_be_handed_on() {
        spelling.forget(KNOWLEDGE.getFirst());
        var other = new NoisyChannel();
        other.learn("别的什么都不算");

        other.recall(spelling.learnt());

        for (var text : List.of("伤标祝册怎么深情", "出口推睡要多久道帐", "桑标注册怎么申请", "奶茶店晚上放音乐太吵", "伤标有效期")) {
            assertThat(other.corrected(text)).isEqualTo(spelling.corrected(text));
        }
        assertThat(other.learnt()).containsExactlyInAnyOrder(spelling.learnt());
        other.recall(new int[0]);
        assertThat(other.corrected("伤标祝册怎么深情")).isEqualTo("伤标祝册怎么深情");
    }
}
