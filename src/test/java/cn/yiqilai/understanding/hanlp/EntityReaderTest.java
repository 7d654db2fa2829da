package cn.yiqilai.understanding.hanlp;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yiqilai.city.Place;
import cn.yiqilai.understanding.Entities;
import cn.yiqilai.understanding.Language;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EntityReaderTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 20);
    private static final EntityReader READER =
            new EntityReader(Language.regions(), new Contrasts(List.of(), NormalForm::of));

    @ParameterizedTest
    @CsvSource({
        "二零二四年的政策,2024",
        "二〇二六,2026",
        "24年度的残保金,2024",
        "二四年,2024",
        "去年的,2025",
        "今年底前,2026",
        "前年年报,2024",
        "大前年的,2023",
        "会计说明年再交,2027",
        "2024-2026年,2024|2025|2026",
        "2024年到2025年底,2024|2025",
        "2024人才政策,2024",
        "2024个税汇算,2024",
        "2024天津,2024",
        "2024年1月1日,2024"
    })
    void a_year_is_read(String text, String years) {
        assertThat(entities(text).years()).extracting(String::valueOf).containsExactlyInAnyOrder(years.split("\\|"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2024元", "2024人", "2024块钱", "2024多人", "2024.5元", "2024平方米", "2024万", "第2024号", "网上年报怎么办", "三年前年报没报",
                "以上年龄", "以前年度亏损", "证明年限", "成本年度", "过去年度", "开张3天前年检", "马上年底", "12024"
            })
    void what_only_looks_like_a_year_is_none(String text) {
        assertThat(entities(text).years()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "30万元,300000元",
        "三十万块,300000元",
        "伍佰圆,500元",
        "１０，０００元,10000元",
        "三十天,30天",
        "30日内,30天",
        "5月30日,30日",
        "一个月,1个月",
        "半年,6个月",
        "六个月,6个月",
        "一年半,18个月",
        "一年,12个月",
        "十二个月,12个月",
        "半个月,15天",
        "一天半,1.5天",
        "三成,30%",
        "三个百分点,3%",
        "3个点,3%",
        "百分之三,3%",
        "千分之五,0.5%",
        "5‰,0.5%",
        "万分之五,0.05%",
        "500平,500平方米",
        "500㎡,500平方米",
        "十个工作日,10工作日",
        "30多人,30人",
        "1.50倍,1.5倍"
    })
    void an_amount_has_one_spelling(String text, String amount) {
        assertThat(entities(text).amounts()).contains(amount);
    }

    @ParameterizedTest
    @CsvSource({"三到五年,36个月|60个月", "3-5天,3天|5天", "二到三万元,20000元|30000元", "百分之三到五,3%|5%"})
    void both_ends_of_a_range_have_the_unit(String text, String amounts) {
        assertThat(entities(text).amounts()).containsExactlyInAnyOrder(amounts.split("\\|"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"上半年", "下半年", "2024人才", "3平台", "过半"})
    void what_counts_nothing_has_no_unit(String text) {
        assertThat(entities(text).amounts()).allMatch(amount -> amount.matches("[0-9]+"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "不交社保", "没有合同", "未按时申报", "无证经营", "非本地户籍", "别罚我", "请勿打扰", "千万别逾期", "能不能不交", "不属于", "不能交", "不过户", "不满意",
                "没收到回复"
            })
    void a_no_is_seen(String text) {
        assertThat(entities(text).negated()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "能不能交", "可不可以", "是不是", "有没有补贴", "交没交", "要不要备案", "不动产登记", "无锡的政策", "非全日制用工", "不超过十万", "不低于60%", "不高于",
                "不少于", "不晚于", "不仅", "不锈钢厂", "不可抗力", "不限", "未成年人", "未来", "未分配利润", "非公企业", "非遗", "非货币性资产", "无固定期限",
                "无形资产", "无障碍", "类别", "区别", "特别", "级别", "性别", "分门别类", "别墅", "别人", "没收违法所得"
            })
    void a_name_or_a_question_is_no_no(String text) {
        assertThat(entities(text).negated()).isFalse();
    }

    @Test
    void a_place_is_read_in_either_script() {
        assertThat(entities("無錫").places())
                .isEqualTo(entities("无锡").places())
                .extracting(Place::name)
                .containsExactly("无锡市");
    }

    @ParameterizedTest
    @CsvSource({"要多少天,要几天", "多少个工作日,几个工作日", "網址是什麼,网址是什么", "ＡＰＰ在哪,app在哪", "多少年,几年"})
    void equal_questions_ask_for_the_same(String one, String other) {
        assertThat(entities(one).aspects()).isEqualTo(entities(other).aspects());
    }

    private static Entities entities(String text) {
        var normal = NormalForm.of(text);
        return READER.read(normal, normal, TODAY);
    }
}
