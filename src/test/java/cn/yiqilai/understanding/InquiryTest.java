package cn.yiqilai.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yiqilai.understanding.Clause.Role;
import cn.yiqilai.understanding.Inquiry.Asked;
import cn.yiqilai.understanding.hanlp.HanlpAnalyzer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InquiryTest {
    private static final HanlpAnalyzer ANALYZER = Language.analyzer(Language.SEED);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "试用期最长几个月",
                "增值税是按月申报还是按季申报？",
                "员工自己提离职，要不要给经济补偿？",
                "小规模一个季度卖了28万，要交增值税吗？",
                "个体工商户能不能享受印花税减半？",
                "如果合同没有履行，交了的印花税能退吗？",
                "环保设施没验收就投产，会被罚款吗，罚多少？",
                "营业执照上的地址变了，要去变更吗，多久之内要去办？",
                "公积金缴存比例最低是多少呀，有没有一个下限？",
                "商标注册要多长时间？就是说从交材料到公告大概几个月？",
                "没有食品许可证就开店，怎么处罚？是不是要没收东西？",
                "我们搬家了，怎么办？去哪里办执照变更？",
                "按1%交增值税，还是按3%交？",
                "外资企业的信息报告，通过什么渠道报、报给谁？",
                "甲方说要等审计完了才付钱，这样可以吗？",
                "他们说要交残保金，对吗",
                "2026年4月1日前拿的专精特新证书还有效吗",
                "高企出过安全事故，还能认定吗？",
                "試用期最長可以約定多久？",
                "你好，请问环评批文还有效吗？谢谢！",
                "我司系小型微利企业，现拟注销，请问是否须先行清税？",
                "会计不知道印花税该怎么贴。合同没写金额印花税怎么交？",
                "跑了好几趟都没人理，凭什么这么刁难人，公章到底要去哪里刻？",
                "说多少遍了，施工许可证申请后多少天发？",
                "试用期最长多久？试用期最长到底是多久？"
            })
    void one_question_is_one_question(String text) {
        assertThat(of(text).asked()).as(text).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "开办企业要多久？另外公章要自己刻吗, 开办企业要多久, 公章要自己刻吗",
        "简易注销要公示多少天，还有承诺不实股东要担什么责任, 简易注销要公示多少天, 承诺不实股东要担什么责任",
        "商标注册多久能下来？有效期是几年？, 商标注册多久能下来, 有效期是几年",
        "我想问两个问题，一是企业年报什么时候报，二是什么情况会被列入经营异常名录, 企业年报什么时候报, 什么情况会被列入经营异常名录",
        "1、工伤认定单位要几天内申请？2、停工留薪期最长多久？, 工伤认定单位要几天内申请, 停工留薪期最长多久",
        "那个我想问一下印花税什么时候申报然后还有就是营业账簿的印花税怎么算, 印花税什么时候申报, 营业账簿的印花税怎么算",
        "城建税税率多少，契税什么时候申报, 城建税税率多少, 契税什么时候申报",
        "竞业限制最长可以约几年，离职后要不要给补偿金？, 竞业限制最长可以约几年, 离职后要不要给补偿金",
        "创业担保贷款个人最多能贷多少？小微企业呢？, 创业担保贷款个人最多能贷多少, 小微企业呢",
        "食品经营许可证怎么办理，还有要交多少钱, 食品经营许可证怎么办理, 要交多少钱",
        "社保要交多少钱呢工伤保险费由谁交, 社保要交多少钱呢, 工伤保险费由谁交",
        "年休假有几天？顺便想了解一下高温津贴的发放标准, 年休假有几天, 高温津贴的发放标准",
        "員工年休假有幾天？沒休完公司要付多少錢？, 员工年休假有几天, 没休完公司要付多少钱"
    })
    void two_questions_are_told_apart(String text, String first, String second) {
        assertThat(of(text).asked()).extracting(Asked::words).containsExactly(first, second);
    }

    @Test
    void three_questions_are_told_apart() {
        assertThat(of("发明专利保护多少年？年费从什么时候交？另外商标有效期几年？").asked())
                .extracting(Asked::words)
                .containsExactly("发明专利保护多少年", "年费从什么时候交", "商标有效期几年");
    }

    @Test
    void a_second_question_without_a_topic_takes_that_of_the_first() {
        assertThat(second("商标注册多久能下来？有效期是几年？")).containsExactly("商标注册能下来,有效期是几年", "有效期是几年");
        assertThat(second("劳动仲裁要在多久以内申请？要交费用吗？")).first().isEqualTo("劳动仲裁要在申请,要交费用吗");
    }

    @Test
    void a_second_question_with_a_topic_of_its_own_is_read_alone_first() {
        assertThat(second("新招的员工多久要签合同？另外试用期工资最低给多少？")).containsExactly("试用期工资最低给多少", "新招的员工要签合同,试用期工资最低给多少");
    }

    @Test
    void a_fragment_takes_the_whole_question_before_it() {
        assertThat(second("创业担保贷款个人最多能贷多少？小微企业呢？")).containsExactly("创业担保贷款个人最多能贷多少,小微企业呢");
    }

    @Test
    void only_what_is_announced_is_certainly_another_question() {
        assertThat(of("年报什么时候报？另外公章要自己刻吗").asked()).extracting(Asked::announced).containsExactly(false, true);
        assertThat(of("年报什么时候报？公章要自己刻吗").asked()).extracting(Asked::announced).containsExactly(false, false);
    }

    @Test
    void a_story_leaves_its_question_with_the_facts_near_by() {
        var inquiry = of("你好，我们厂三十来号人。打了好几次电话都没人接，气死我了。上个月有个工人下班路上被车撞了，交警说对方全责，人还在医院。请问单位要几天内申请工伤认定？麻烦尽快回复，谢谢！");

        assertThat(roles(inquiry, Role.NOISE)).containsExactly("你好", "打了好几次电话都没人接", "气死我了", "麻烦尽快回复", "谢谢");
        assertThat(roles(inquiry, Role.ASKING)).containsExactly("单位要几天内申请工伤认定");
        assertThat(inquiry.isSituational()).isTrue();
        assertThat(readings(inquiry))
                .containsExactly("我们厂三十来号人,上个月有个工人下班路上被车撞了,交警说对方全责,人还在医院,单位要几天内申请工伤认定", "单位要几天内申请工伤认定");
    }

    @Test
    void a_question_may_come_before_its_story() {
        var inquiry = of("排污许可证到期了怎么延续？我们是家小电镀厂，证是五年前办的，环保那边的联系人换了，打电话没人接，急死了。");

        assertThat(inquiry.asked()).hasSize(1);
        assertThat(readings(inquiry)).last().isEqualTo("排污许可证到期了怎么延续");
        assertThat(readings(inquiry)).first().asString().contains("电镀厂").doesNotContain("电话");
    }

    @Test
    void speech_without_punctuation_is_cut_at_the_words_by_which_it_goes_on() {
        var inquiry = of("那个我们公司是去年成立的然后一直没有业务现在我们想关掉就是我想问一下简易注销要公示多少天");

        assertThat(inquiry.clauses())
                .extracting(Clause::text)
                .containsExactly("我们公司是去年成立的", "一直没有业务", "现在我们想关掉", "简易注销要公示多少天");
        assertThat(readings(inquiry)).last().isEqualTo("简易注销要公示多少天");
    }

    @Test
    void a_condition_goes_with_its_question() {
        assertThat(readings(of("我这几天饭都吃不下，生意也没心思做了，街坊都来看热闹。没有许可证做食品卖，会罚多少钱？")))
                .last()
                .isEqualTo("没有许可证做食品卖,会罚多少钱");
    }

    @Test
    void what_somebody_else_says_is_a_question_only_when_it_is_checked_or_nothing_else_asks() {
        assertThat(of("他们说我们这种小公司也要交残保金，对吗？").asked()).extracting(Asked::words).containsExactly("他们说我们这种小公司也要交残保金,对吗");
        assertThat(of("老板问我要不要给钟点工签合同").asked()).extracting(Asked::words).containsExactly("老板问我要不要给钟点工签合同");
        assertThat(of("老板问我要不要给钟点工签合同。小时工的工钱多久结一次？").asked())
                .extracting(Asked::words)
                .containsExactly("小时工的工钱多久结一次");
    }

    @Test
    void a_reproach_in_the_form_of_a_question_asks_nothing() {
        var inquiry = of("招标文件要求注册资本五千万，这不是坑人吗。凭什么这么搞？招投标能限制注册资本吗？");

        assertThat(roles(inquiry, Role.NOISE)).containsExactly("这不是坑人吗", "凭什么这么搞");
        assertThat(roles(inquiry, Role.ASKING)).containsExactly("招投标能限制注册资本吗");
    }

    @ParameterizedTest
    @ValueSource(strings = {"我打了好几次电话", "前几天刚去过税务局", "我们几个股东商量过", "先停几个月", "不管多少钱都行", "没什么事", "欠税欠债都没有", "招了十几个人"})
    void words_that_may_ask_often_do_not(String text) {
        assertThat(of(text).asked()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "，。！", "你好", "谢谢", "社保登记", "我要转人工", "车间着火了", "hello", "🙂🙂"})
    void where_nothing_is_asked_there_is_nothing_to_tell_apart(String text) {
        var inquiry = of(text);

        assertThat(inquiry.hasParts()).isFalse();
        assertThat(inquiry.isSituational()).isFalse();
    }

    @Test
    void a_story_without_a_question_stays_whole() {
        var inquiry = of("我们村口那条路被大货车压坏了，坑坑洼洼的，反映了好几次也没人修，货车进不了厂，你们到底管不管？");

        assertThat(inquiry.asked()).isEmpty();
        assertThat(inquiry.isSituational()).isFalse();
    }

    @Test
    void a_short_question_with_a_courtesy_is_not_worth_reading_twice() {
        assertThat(of("你好，请问试用期最长多久？谢谢").isSituational()).isFalse();
    }

    @Test
    void no_reading_is_longer_than_what_the_encoder_reads() {
        var story = "我们是一家做精密模具的企业，前年拿到了专精特新的称号，研发投入一直比较稳定，每年都有立项，账也都是单独归集的，".repeat(4)
                + "委托境外机构研发的费用可以加计扣除吗？还有研发费用加计扣除的比例到底是多少？";

        assertThat(of(story).asked()).hasSize(2).flatExtracting(Asked::readings).allSatisfy(text -> assertThat(
                        text.codePointCount(0, text.length()))
                .isLessThanOrEqualTo(Inquiry.ENCODED));
    }

    @ParameterizedTest
    @ValueSource(strings = {"您好", "那个", "多久？", "就是", "吗", "我想问一下", "1、", "这这", "不", " ", "在吗早上好一下"})
    void what_is_repeated_without_end_is_read_in_time(String text) {
        var endless = text.repeat(500 / text.length()) + "x";

        assertThat(org.junit.jupiter.api.Assertions.assertTimeoutPreemptively(
                        Duration.ofSeconds(20), () -> of(endless).clauses().size()))
                .isNotNegative();
    }

    private static Inquiry of(String text) {
        return Inquiry.of(ANALYZER.plain(text));
    }

    private static List<String> second(String text) {
        return of(text).asked().get(1).readings();
    }

    private static List<String> readings(Inquiry inquiry) {
        return inquiry.asked().getFirst().readings();
    }

    private static List<String> roles(Inquiry inquiry, Role role) {
        return inquiry.clauses().stream()
                .filter(clause -> clause.role() == role)
                .map(Clause::text)
                .toList();
    }
}
