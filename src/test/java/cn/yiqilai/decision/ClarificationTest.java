package cn.yiqilai.decision;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yiqilai.decision.Clarification.Option;
import cn.yiqilai.knowledge.Entry;
import cn.yiqilai.knowledge.EntryId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ClarificationTest {
    @Test
    void who_somebody_is_he_is_asked() {
        var asked = asked(
                "专票多少钱",
                entry("aa", "小规模纳税人开专票的最高金额是多少？", "全国", List.of("小规模纳税人")),
                entry("bb", "一般纳税人开专票的最高金额是多少？", "全国", List.of("一般纳税人")));

        assertThat(asked.question()).isEqualTo("请问您是小规模纳税人，还是一般纳税人？");
        assertThat(labels(asked)).containsExactly("小规模纳税人", "一般纳税人");
        assertThat(asked.options())
                .extracting(Option::question)
                .containsExactly("小规模纳税人开专票的最高金额是多少？", "一般纳税人开专票的最高金额是多少？");
    }

    @Test
    void of_others_it_is_asked_whom_is_meant() {
        var asked = asked(
                "货款多久付",
                entry("aa", "大型企业收到货物后多少天内付款？", "全国", List.of("供应商")),
                entry("bb", "机关、事业单位收到货物后多少天内付款？", "全国", List.of("供应商")));

        assertThat(asked.question()).isEqualTo("您问的是大型企业，还是机关、事业单位？");
    }

    @Test
    void stages_of_one_thing_are_told_apart() {
        var asked =
                asked("仓储备案多少天", entry("aa", "首次办理仓储备案要多少天？"), entry("bb", "变更仓储备案要多少天？"), entry("cc", "注销仓储备案要多少天？"));

        assertThat(asked.question()).isEqualTo("您要办的是首次、变更，还是注销？");
    }

    @Test
    void one_rule_of_two_places_is_split_by_the_place() {
        var asked = asked(
                "招工奖励",
                entry("aa", "招用毕业生的奖励每人给多少？", "江苏省", List.of()),
                entry("bb", "招用毕业生的奖励每人给多少？", "盐城市", List.of()));

        assertThat(asked.question()).isEqualTo("您想了解哪里的规定，江苏省，还是盐城市？");
        assertThat(labels(asked)).containsExactly("江苏省", "盐城市");
    }

    @Test
    void one_rule_of_two_years_is_split_by_the_year() {
        assertThat(labels(asked("技改奖励", entry("aa", "2025年技改奖励每家给多少？"), entry("bb", "2026年技改奖励每家给多少？"))))
                .containsExactly("2025年", "2026年");
    }

    @Test
    void the_same_asked_of_several_things_is_split_by_the_thing() {
        var asked =
                asked("有效期", entry("aa", "采矿许可证有效期是几年？"), entry("bb", "烟花零售许可证有效期有多久？"), entry("cc", "商标有效期几年，怎么续？"));

        assertThat(asked.question()).isEqualTo("您问的是采矿许可证、烟花零售许可证，还是商标？");
    }

    @Test
    void several_things_asked_of_the_same_are_split_by_what_is_asked() {
        var asked = asked(
                "技术中心", entry("aa", "申报技术中心要满足哪些条件？"), entry("bb", "技术中心评审要多长时间？"), entry("cc", "申报技术中心要准备什么材料？"));

        assertThat(asked.question()).isEqualTo("关于技术中心，您想了解条件、时间和期限，还是要准备的材料？");
        assertThat(labels(asked)).containsExactly("条件", "时间和期限", "要准备的材料");
    }

    @Test
    void months_of_benefit_are_no_amount_of_money() {
        assertThat(labels(asked("护理津贴", entry("aa", "护理津贴最长可以领多少个月？"), entry("bb", "护理津贴每月能领多少？"))))
                .containsExactly("时间和期限", "金额和比例");
    }

    @Test
    void what_no_word_splits_is_offered_in_the_entries_own_words_up_to_what_they_ask() {
        var asked = asked(
                "货款",
                entry("aa", "合同约定先验收的，货款从哪天起算？对方不验收怎么办？"),
                entry("bb", "对方一直拖着货款，能加收利息吗？"),
                entry("cc", "货款由谁付，可以代付吗？"));

        assertThat(asked.question()).isEqualTo("关于货款，您想问的是下面哪一个？");
        assertThat(labels(asked)).containsExactly("合同约定先验收的，货款从哪天起算", "对方一直拖着货款，能加收利息吗", "货款由谁付");
    }

    @Test
    void a_word_that_two_share_splits_nothing() {
        var asked = asked("转登记", entry("aa", "小规模纳税人的标准金额是多少？"), entry("bb", "一般纳税人转为小规模纳税人的金额标准是多少？"));

        assertThat(asked.question()).doesNotContain("请问您是").contains("下面哪一个");
    }

    @Test
    void what_a_person_could_not_tell_apart_is_not_offered_together() {
        var one = entry("aa", "厂房出租的税率是多少？");
        var same = entry("bb", "厂房出租的税率是多少");
        var other = entry("cc", "厂房出租要准备什么材料？");

        assertThat(Clarification.between("厂房", List.of(one, same))).isEmpty();
        assertThat(Clarification.between("厂房", List.of(one, same, other))
                        .orElseThrow()
                        .options())
                .extracting(Option::entryId)
                .containsExactly("aa", "cc");
    }

    @Test
    void what_rests_on_a_common_fact_is_one_option() {
        assertThat(Clarification.between(
                        "厂房", List.of(resting("aa", "厂房出租交多少税？", "F1"), resting("bb", "出租车间的税率怎么定？", "F1", "F2"))))
                .isEmpty();
    }

    @Test
    void the_same_entries_always_give_the_same_question() {
        var entries = List.of(entry("aa", "申报技术中心要满足哪些条件？"), entry("bb", "技术中心评审要多长时间？"));

        assertThat(Clarification.between("技术中心", entries)).isEqualTo(Clarification.between("技术中心", entries));
        assertThat(Clarification.between("技术中心", List.of())).isEmpty();
        assertThat(Clarification.between("技术中心", entries.subList(0, 1))).isEmpty();
    }

    private static Clarification asked(String said, Entry... entries) {
        return Clarification.between(said, List.of(entries)).orElseThrow();
    }

    private static List<String> labels(Clarification asked) {
        return asked.options().stream().map(Option::label).toList();
    }

    private static Entry entry(String id, String question) {
        return entry(id, question, null, List.of());
    }

    private static Entry resting(String id, String question, String... basis) {
        return entry(id, question, null, List.of(), List.of(basis));
    }

    private static Entry entry(String id, String question, @Nullable String region, List<String> audience) {
        return entry(id, question, region, audience, List.of());
    }

    private static Entry entry(
            String id, String question, @Nullable String region, List<String> audience, List<String> basis) {
        return new Entry(
                new EntryId(id),
                question,
                List.of(),
                List.of(),
                "答",
                null,
                null,
                null,
                List.of(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                region,
                audience,
                null,
                basis,
                null,
                null);
    }
}
