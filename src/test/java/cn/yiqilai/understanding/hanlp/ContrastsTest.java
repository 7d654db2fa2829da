package cn.yiqilai.understanding.hanlp;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yiqilai.understanding.Thing;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContrastsTest {
    private final Contrasts contrasts = new Contrasts(
            List.of("# 税", "一般纳税人,小规模纳税人|小规模", "专精特新企业|专精特新,专精特新小巨人|小巨人", "注销登记|注销,吊销", "简易注销,普通注销"), name -> name);

    @Test
    void a_thing_is_found_by_any_of_its_names() {
        assertThat(contrasts.in("小规模开票要交多少税")).containsExactly(new Thing(1, "小规模纳税人"));
        assertThat(contrasts.in("小规模纳税人开票要交多少税")).containsExactly(new Thing(1, "小规模纳税人"));
    }

    @Test
    void the_longest_name_is_meant() {
        assertThat(contrasts.in("专精特新小巨人奖励多少")).containsExactly(new Thing(2, "专精特新小巨人"));
        assertThat(contrasts.in("简易注销要几天")).containsExactly(new Thing(4, "简易注销"));
    }

    @Test
    void several_things_are_found_side_by_side() {
        assertThat(contrasts.in("小规模转一般纳税人再注销"))
                .containsExactlyInAnyOrder(new Thing(1, "小规模纳税人"), new Thing(1, "一般纳税人"), new Thing(3, "注销登记"));
    }

    @Test
    void nothing_is_found_where_nothing_is_named() {
        assertThat(contrasts.in("")).isEmpty();
        assertThat(contrasts.in("开会要带什么")).isEmpty();
    }
}
