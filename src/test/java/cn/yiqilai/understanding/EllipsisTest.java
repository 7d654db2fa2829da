package cn.yiqilai.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EllipsisTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "那三年的呢",
                "要多久",
                "还在试用的呢",
                "如果是小规模纳税人，一个季度开了三十多万的票呢？",
                "  那去哪里办  ",
                "开了专票的话",
                "要是逾期了一个多月才想起来去申报会有什么后果",
                ""
            })
    void what_leaves_something_out_is_noticed(String text) {
        assertThat(Ellipsis.in(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"小规模纳税人一个季度销售额不超过多少可以免征增值税", "员工试用期最长可以约定几个月，法律是怎么规定的", "我们公司想申请高新技术企业认定，需要准备哪些材料呢，请你详细地告诉我一下"})
    void what_stands_by_itself_is_left_alone(String text) {
        assertThat(Ellipsis.in(text)).isFalse();
    }
}
