package cn.yiqilai.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DifferenceTest {
    @Test
    void what_was_put_before_a_text_is_all_that_differs() {
        assertThat(Difference.between("月销售额10万元以下免征", "您好，月销售额10万元以下免征")).isEqualTo(new Difference(0, "", "您好，"));
    }

    @Test
    void what_was_changed_within_is_told_with_its_place() {
        assertThat(Difference.between("免征增值税。", "免征城建税。")).isEqualTo(new Difference(2, "增值", "城建"));
    }

    @Test
    void a_text_that_grows_by_its_own_end_is_not_counted_twice() {
        assertThat(Difference.between("哈", "哈哈哈")).isEqualTo(new Difference(1, "", "哈哈"));
        assertThat(Difference.between("哈哈哈", "哈")).isEqualTo(new Difference(1, "哈哈", ""));
    }

    @Test
    void no_character_is_cut_in_two() {
        assertThat(Difference.between("好😀", "好😁")).isEqualTo(new Difference(1, "😀", "😁"));
    }
}
