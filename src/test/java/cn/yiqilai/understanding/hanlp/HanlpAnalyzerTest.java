package cn.yiqilai.understanding.hanlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import cn.yiqilai.city.Place;
import cn.yiqilai.understanding.Aspect;
import cn.yiqilai.understanding.Form;
import cn.yiqilai.understanding.Language;
import cn.yiqilai.understanding.Trace;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** With the language data the service begins with. */
class HanlpAnalyzerTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 20);
    private static final HanlpAnalyzer ANALYZER = Language.analyzer(Language.SEED);

    @Nested
    class The_normal_form {
        @ParameterizedTest
        @CsvSource({
            "註冊公司要幾天,注册公司要几天",
            "增值稅發票怎麼開,增值税发票怎么开",
            "ＡＢＣ１２３公司,abc123公司",
            "ICP许可证,icp许可证",
            "小规模　纳税人,'小规模,纳税人'",
            "交吗？？？！！,交吗",
            "《公司法》第一条,'公司法,第一条'",
            "税率是3%吗,税率是3%吗",
            "1.5倍工资,1.5倍工资",
            "不交。会怎样,'不交,会怎样'"
        })
        void makes_script_width_case_and_punctuation_alike(String text, String normal) {
            assertThat(form(text).normal()).isEqualTo(normal);
        }

        @ParameterizedTest
        @CsvSource({
            "三十万元,300000元",
            "30万元,300000元",
            "百分之三,3%",
            "百分之十五,15%",
            "百分之零点五,0.5%",
            "千分之五,5‰",
            "十五日,15日",
            "两年,2年",
            "一百二十天,120天",
            "一百零五人,105人",
            "五千元,5000元",
            "二〇二二年,2022年",
            "一点五倍,1.5倍",
            "三个月,3个月",
            "1.5亿元,150000000元",
            "三亿元,300000000元",
            "一千万元,10000000元"
        })
        void writes_numerals_before_a_unit_in_digits(String text, String normal) {
            assertThat(form(text).normal()).isEqualTo(normal);
        }

        @ParameterizedTest
        @CsvSource({
            "两万五千元,25000元",
            "十二万五千元,125000元",
            "一亿两千万元,120000000元",
            "三十万零五百元,300500元",
            "5百元,500元",
            "5百万元,5000000元",
            "3千万元,30000000元",
            "10万5千元,105000元",
            "三万五,35000",
            "3万5,35000",
            "1.2万元,12000元",
            "3千5百元,3500元",
            "百分之3,3%",
            "按日万分之五,按日5‱"
        })
        void reads_numerals_of_several_parts_as_one(String text, String normal) {
            assertThat(form(text).normal()).isEqualTo(normal);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "一般纳税人",
                    "三方协议",
                    "第三方",
                    "3.0",
                    "007",
                    "五险一金",
                    "一企来",
                    "统一",
                    "唯一住房",
                    "三资企业",
                    "十几天",
                    "几万元",
                    "2022年1月1日",
                    "12345",
                    "1008611"
                })
        void leaves_what_is_no_number_alone(String text) {
            assertThat(form(text).normal()).isEqualTo(text);
        }
    }

    @Nested
    class The_content {
        @ParameterizedTest
        @CsvSource({"请问一下年报什么时候报,年报什么时候报", "麻烦问下谢谢年报什么时候报,年报什么时候报"})
        void is_free_of_fillers(String text, String same) {
            assertThat(form(text).content()).isEqualTo(form(same).content());
        }

        @Test
        void keeps_what_is_nothing_but_fillers() {
            assertThat(form("你好").content()).isNotEmpty();
            assertThat(form("请问").isEmpty()).isFalse();
        }

        @ParameterizedTest
        @CsvSource({"人社局在哪,人力资源和社会保障局在哪", "市长热线电话,12345政务服务便民热线电话", "個體戶要交稅嗎,个体工商户要交税吗", "去工商局办执照,去市场监督管理局办营业执照"})
        void has_the_official_term_for_an_alias(String text, String official) {
            assertThat(form(text).content()).isEqualTo(form(official).content());
        }

        @Test
        void does_not_replace_inside_what_was_replaced() {
            assertThat(form("小型微利企业").content()).isEqualTo("小型微利企业");
            assertThat(form("营业执照").content()).isEqualTo("营业执照");
        }

        @Test
        void has_words_of_the_field_whole_and_in_parts() {
            assertThat(form("高新技术企业认定").words()).contains("高新技术企业", "企业", "认定");
            assertThat(form("试用期工资").words()).contains("试用期", "工资");
        }

        @Test
        void has_grams_that_never_reach_over_a_break() {
            assertThat(form("税率，多少").plainGrams())
                    .contains("税率", "多少", "率", "多")
                    .doesNotContain("率多", ",");
        }
    }

    @Nested
    class The_trace {
        @Test
        void tells_what_was_left_out_and_what_stands_for_what() {
            var trace = ANALYZER.trace("請問一下，辦執照要錢吗", TODAY);

            assertThat(trace.form()).isEqualTo(form("請問一下，辦執照要錢吗"));
            assertThat(trace.changes())
                    .contains(
                            new Trace.Change(Trace.Kind.FILLER, "请问一下", ""),
                            new Trace.Change(Trace.Kind.ALIAS, "执照", "营业执照"));
        }

        @Test
        void is_silent_where_nothing_was_changed() {
            assertThat(ANALYZER.trace("营业执照", TODAY).changes()).isEmpty();
        }

        @Test
        void is_silent_where_a_sentence_is_nothing_but_fillers_and_stays() {
            assertThat(ANALYZER.trace("请问", TODAY).changes()).isEmpty();
            assertThat(ANALYZER.trace("？", TODAY).changes()).isEmpty();
        }
    }

    @Nested
    class The_sounds {
        @ParameterizedTest
        @CsvSource({"文岗反环,稳岗返还", "事业保险,失业保险", "资金资持,资金支持", "生产经营,申产金银", "老动仲裁,劳动仲裁", "年金,连金", "工伤认定,公桑认定", "社保,舍宝"})
        void are_alike_for_what_is_confused(String heard, String meant) {
            assertThat(sounds(heard)).isEqualTo(sounds(meant));
        }

        @Test
        void differ_where_it_sounds_different() {
            assertThat(sounds("失业保险")).isNotEqualTo(sounds("工伤保险"));
        }

        @Test
        void of_a_single_syllable_are_that_syllable() {
            assertThat(sounds("税")).hasSize(1);
        }
    }

    @Nested
    class The_entities {
        @ParameterizedTest
        @CsvSource({
            "2022年的免税政策,2022",
            "去年的残保金,2025",
            "前年的年报,2024",
            "今年还免吗,2026",
            "明年开始吗,2027",
            "22年能退吗,2022",
            "二〇二三年的规定,2023",
            "2024和2025的税率,2024|2025"
        })
        void name_the_years(String text, String years) {
            assertThat(form(text).entities().years())
                    .extracting(String::valueOf)
                    .containsExactlyInAnyOrder(years.split("\\|"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"工龄15年以上", "合同签了20年内", "满12年", "工作10年", "电话20251234", "社保交15年", "1999年成立的", "2050年"})
        void take_a_length_of_time_for_no_year(String text) {
            assertThat(form(text).entities().years()).isEmpty();
        }

        @Test
        void name_the_places() {
            assertThat(form("在昆山開廠").entities().places())
                    .extracting(Place::name)
                    .containsExactly("昆山市");
            assertThat(form("开厂要什么").entities().places()).isEmpty();
        }

        @ParameterizedTest
        @CsvSource({"三十万元以下,300000元", "30万元,300000元", "税率百分之三,3%", "十五日内,15天", "三个月,3个月"})
        void name_the_amounts(String text, String amount) {
            assertThat(form(text).entities().amounts()).contains(amount);
        }

        @ParameterizedTest
        @ValueSource(strings = {"没交社保", "未按时申报", "不签合同", "无证经营", "非居民企业吗不"})
        void see_a_no(String text) {
            assertThat(form(text).entities().negated()).isTrue();
        }

        @ParameterizedTest
        @ValueSource(strings = {"年报怎么报", "无锡的政策", "无固定期限合同", "非全日制用工", "不动产登记", "不超过十万", "不同行业"})
        void see_no_no_where_none_is_meant(String text) {
            assertThat(form(text).entities().negated()).isFalse();
        }

        @ParameterizedTest
        @CsvSource({
            "试用期最长多久,TIME",
            "罚款多少钱,AMOUNT",
            "去哪里办,PLACE",
            "要带什么材料,PAPERS",
            "需要什么条件,CONDITION",
            "怎么申请,PROCEDURE",
            "归谁管,WHO",
            "有什么后果,CONSEQUENCE",
            "依据是哪条,REASON"
        })
        void see_what_is_asked_for(String text, Aspect aspect) {
            assertThat(form(text).entities().aspects()).contains(aspect);
        }
    }

    @Nested
    class Whatever_comes {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    " ",
                    "\n\t",
                    "？？？",
                    "😀😀",
                    "👨‍👩‍👧‍👦🇨🇳",
                    "\u0000",
                    "交税\u0000吗",
                    "\u202e倒过来\u202c",
                    "\ud83d",
                    "税\udc00率",
                    "\ud83d税",
                    "𠮷野家",
                    "\ufeff年报",
                    "零",
                    "万亿",
                    "百分之",
                    "百分之百万亿",
                    "点五",
                    "20年年年",
                    ".",
                    "...",
                    "%",
                    "1.",
                    ".5",
                    "１．５％"
                })
        void never_throws(String text) {
            assertThatNoException().isThrownBy(() -> form(text));
            assertThat(form(text).original()).isEqualTo(text);
        }

        @ParameterizedTest
        @ValueSource(strings = {"", " ", "？？？", "😀😀", "\u0000", "\u202e\u202c", "\ud83d", "……"})
        void is_empty_when_nothing_can_be_read(String text) {
            assertThat(form(text).isEmpty()).isTrue();
            assertThat(form(text).normal()).isEmpty();
        }

        @Test
        void is_read_without_its_invisible_marks() {
            assertThat(form("增\u200b值\u202e税\u0000").normal()).isEqualTo("增值税");
        }

        @Test
        void of_any_length_is_read() {
            for (var part : List.of("税", "一", "九亿", "９", "万", "去年", "😀", "增值税一般纳税人", ".", "百分之")) {
                assertThatNoException().isThrownBy(() -> form(part.repeat(500)));
            }
        }

        @Test
        void at_random_is_read() {
            var random = new Random(20260320);
            var alphabet = "一二三十百千万亿零点两百分之元年天%.,，去今20税a\ud83d\udc00\u0000\u202e😀".toCharArray();
            for (var i = 0; i < 3000; i++) {
                var text = new StringBuilder();
                for (var length = random.nextInt(30); length > 0; length--) {
                    text.append(alphabet[random.nextInt(alphabet.length)]);
                }
                assertThatNoException().as(text.toString()).isThrownBy(() -> form(text.toString()));
            }
        }
    }

    @Test
    void reading_a_normal_form_again_changes_nothing() {
        for (var text : List.of("註冊資本三十萬元，去哪裡辦？", "百分之三的税率", "两万五千元", "ＡＢＣ 1.5 倍")) {
            var normal = form(text).normal();
            assertThat(form(normal).normal()).isEqualTo(normal);
        }
    }

    @Test
    void many_threads_read_the_same() {
        var text = "请问小规模纳税人在昆山一个季度三十万元以下要交增值税吗";
        var alone = form(text);
        var running = new ArrayList<Future<Form>>();
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (var i = 0; i < 400; i++) {
                running.add(threads.submit(() -> form(text)));
            }
        }
        assertThat(running)
                .allSatisfy(one -> assertThat(one).succeedsWithin(Duration.ZERO).isEqualTo(alone));
    }

    @Test
    void the_fingerprint_names_the_language_data() {
        assertThat(Language.analyzer(Language.SEED).fingerprint()).isEqualTo(ANALYZER.fingerprint());
        assertThat(Language.analyzer(Path.of("src/test/resources/kb-small")).fingerprint())
                .isNotEqualTo(ANALYZER.fingerprint());
    }

    private static Form form(String text) {
        return ANALYZER.form(text, TODAY);
    }

    private static Set<String> sounds(String text) {
        return Sounds.of(text);
    }
}
