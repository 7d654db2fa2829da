package cn.yiqilai.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ThreeWayMatterTest {
    @Test
    void a_topic_belongs_to_the_nearest_matter_and_first_to_one_that_goes_at_once() {
        var general = matter("general", "增值税", true, true);
        var nearer = matter("nearer", "增值税/小规模纳税人", true, true);
        var later = matter("later", "增值税/小规模纳税人/免税", false, true);

        assertThat(Stream.of(general, nearer, later)
                        .filter(one -> one.covers("增值税/小规模纳税人/免税"))
                        .min(ThreeWayMatter.nearestTo("增值税/小规模纳税人/免税")))
                .contains(nearer);
    }

    @Test
    void a_topic_is_covered_by_whole_steps_of_its_path_and_by_nothing_that_is_not_active() {
        assertThat(matter("a", "增值税", true, true).covers("增值税/发票")).isTrue();
        assertThat(matter("a", "增值", true, true).covers("增值税")).isFalse();
        assertThat(matter("a", "增值税", true, false).covers("增值税")).isFalse();
    }

    private static ThreeWayMatter matter(String id, String topic, boolean atOnce, boolean active) {
        return new ThreeWayMatter(id, id, List.of(topic), null, atOnce, null, active, 1);
    }
}
