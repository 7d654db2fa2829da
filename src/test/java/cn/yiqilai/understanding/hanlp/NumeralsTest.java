package cn.yiqilai.understanding.hanlp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** As they are met in sentences, after the rest of the normal form. */
class NumeralsTest {
    @ParameterizedTest
    @CsvSource({
        "一千五块,1500块",
        "一千五,1500",
        "一千零五,1005",
        "两百五,250",
        "三千二,3200",
        "一千五百二,1520",
        "一万二,12000",
        "一万零二,10002",
        "一万二千五,12500",
        "二十万五,205000",
        "三亿五,350000000",
        "1千5,1500",
        "3千零5,3005",
        "3万5000,35000",
        "一万二千亿,1200000000000"
    })
    void the_last_digit_counts_tenths_unless_a_zero_is_said(String text, String normal) {
        assertThat(NormalForm.of(text)).isEqualTo(normal);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "10,000元|10000元",
                "3,000,000|3000000",
                "１０，０００元|10000元",
                "1,234.5元|1234.5元",
                "100、200元|100、200元",
                "一百，二百元|100、200元",
                "400,820,8820|400,820,8820",
                "025,110|025,110",
                "2024,2025年|2024,2025年"
            })
    void a_comma_between_thousands_is_no_break_and_a_list_stays_one(String text, String normal) {
        assertThat(NormalForm.of(text)).isEqualTo(normal);
    }

    @ParameterizedTest
    @CsvSource({
        "三到五年,3到5年",
        "3-5天,3到5天",
        "3～5天,3到5天",
        "三至五个工作日,3到5个工作日",
        "二到三万元,20000到30000元",
        "2-3万,20000到30000",
        "五至百分之三,5到3%",
        "1.5到2亿元,150000000到200000000元",
        "一到一亿二千万元,1到120000000元",
        "百分之三到五,3%到5%",
        "百分之三至百分之五,3%到5%",
        "3%-5%,3%到5%",
        "2024-2026年,2024到2026年"
    })
    void a_range_begins_like_it_ends(String text, String normal) {
        assertThat(NormalForm.of(text)).isEqualTo(normal);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"2024-05-01|2024,05,01", "0515-12345|0515,12345", "5-10月|5,10月", "A-3人|a,3人", "一对一-三方|一对一,三方"})
    void a_dash_elsewhere_is_a_break(String text, String normal) {
        assertThat(NormalForm.of(text)).isEqualTo(normal);
    }

    @ParameterizedTest
    @CsvSource({
        "二零二五年,2025年",
        "二〇二六,2026",
        "两千零二十四年,2024年",
        "二四年,24年",
        "一九九八年,1998年",
        "一二三四五热线,12345热线",
        "一二零,120",
        "一一九,119",
        "零五一五一二三四五,051512345"
    })
    void digits_said_one_by_one_are_a_year_or_a_call(String text, String normal) {
        assertThat(NormalForm.of(text)).isEqualTo(normal);
    }

    @ParameterizedTest
    @CsvSource({
        "第三十八条,第38条",
        "五年零一个月,5年1个月",
        "千分之五,5‰",
        "5‰,5‰",
        "百分之百,100%",
        "三万元以上百分之三,30000元以上3%",
        "三十多人,30多人",
        "壹拾万元整,100000元整",
        "伍佰圆,500圆",
        "百元,100元",
        "一千万以上,10000000以上",
        "千万以上,10000000以上",
        "投资3万2024年成立,'投资30000,2024年成立'",
        "一季度,1季度"
    })
    void numbers_of_other_kinds_are_read(String text, String normal) {
        assertThat(NormalForm.of(text)).isEqualTo(normal);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "一般纳税人", "一企来", "三方协议", "万一", "十分", "千万别", "一下", "统一", "第一", "唯一", "一些", "三证合一", "五险一金", "六税两费", "统一平台",
                "统一名称", "统一年度", "三证合一年", "公司一成立", "一次性", "一件事", "第一人民医院", "一块办", "周六日", "十五五规划", "十四五", "十三薪", "双十一",
                "五一", "五五分成", "三七开", "一二三产业", "两三天", "三五年", "二三十人", "七八十万", "三四十万", "十七八岁", "几千万", "数十人", "上百家", "十几天",
                "百货", "千人计划", "成千上万", "退伍人员", "大陆万达", "收拾", "三分之二", "百分之几", "几百分之一", "12千克", "三千克", "半年", "一般人", "十百",
                "五万三万元", "一万万万", "三点五十分", "下午三点", "万分感谢", "二手房", "一对一"
            })
    void words_stay_words(String text) {
        assertThat(NormalForm.of(text)).isEqualTo(text);
    }
}
