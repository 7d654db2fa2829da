package cn.yiqilai.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yiqilai.retrieval.Ranking.Why;
import cn.yiqilai.retrieval.onnx.OnnxEncoder;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** On a dozen entries, with the real encoder and the fitted ranking. */
class HybridRetrieverTest {
    @TempDir
    static Path folder;

    private static OnnxEncoder encoder;
    private static Replica replica;

    @BeforeAll
    static void fill() {
        var knowledge = KnowledgeInMemory.small();
        knowledge.publish(KnowledgeInMemory.read("""
                {"id":"fee-next-year","question":"工会经费明年起按多少比例拨缴？","answer":"自2027年1月1日起按新的比例拨缴。",
                "validFrom":"2027-01-01"}"""));
        knowledge.publish(KnowledgeInMemory.read("""
                {"id":"holiday-2026","question":"2026年春节放几天假？","answer":"2026年春节放假9天。"}"""));
        encoder = new OnnxEncoder();
        replica = new Replica(
                        folder,
                        knowledge,
                        encoder,
                        new VectorsInMemory(),
                        ModelFile.read(Path.of("kb-seed/model/ranking.json")))
                .fill();
    }

    @AfterAll
    static void close() {
        replica.close();
        encoder.close();
    }

    @ParameterizedTest
    @CsvSource({
        "有限公司股东人数的上限,company-shareholders",
        "研发费用加计扣除多少,cit-rd-deduction",
        "試用期工資最低多少,labor-probation-wage",
        "入职几天内办社会保险登记,social-register-deadline"
    })
    void finds_by_words(String question, String entry) {
        var first = first(question);

        assertThat(first.target()).isEqualTo(Target.entry(entry));
        assertThat(first.evidence().of(Signal.WORDS_COVERED)).isPositive();
    }

    @ParameterizedTest
    @CsvSource({
        "是用妻公资能大几折,labor-probation-wage",
        "小归模那税人征守率,vat-small-rate",
        "研法费用佳计扣厨,cit-rd-deduction",
        "有限公私骨东人数上线,company-shareholders"
    })
    void finds_by_sound(String heard, String entry) {
        var first = first(heard);

        assertThat(first.target()).isEqualTo(Target.entry(entry));
        assertThat(first.evidence().of(Signal.SOUND)).isPositive();
    }

    @ParameterizedTest
    @CsvSource({
        "刚来上班的人先观察几个月合法,labor-probation-length",
        "开公司的钱要几年之内打进账户,company-capital-deadline",
        "搞创新花掉的成本能少交多少所得税,cit-rd-deduction",
        "想自己当老板银行肯借给我多少,yancheng-startup-loan"
    })
    void finds_by_meaning(String question, String entry) {
        var hit = replica.ask(question).entries().stream()
                .limit(2)
                .filter(one -> one.target().id().equals(entry))
                .findFirst();

        assertThat(hit).isPresent();
        assertThat(hit.get().evidence().of(Signal.COSINE)).isGreaterThan(0.4);
    }

    @Test
    void what_was_misheard_is_read_as_the_knowledge_writes_it_and_kept_as_it_was_written() {
        var query = replica.ask("研法费用佳计扣厨").query();

        assertThat(query.form().normal()).isEqualTo("研发费用加计扣除");
        assertThat(query.form().original()).isEqualTo("研法费用佳计扣厨");
    }

    @Test
    void an_entry_for_another_of_two_like_things_is_marked() {
        assertThat(of("一般纳税人的征收率是多少", "vat-small-rate", Signal.THING_OTHER)).isPositive();
        assertThat(of("小规模的征收率是多少", "vat-small-rate", Signal.THING_OTHER)).isZero();
        assertThat(of("小规模的征收率是多少", "vat-small-rate", Signal.THING_OWN)).isEqualTo(1);
    }

    @Test
    void an_entry_made_for_another_year_is_marked_and_a_year_told_in_passing_is_not() {
        assertThat(of("2028年春节放几天假", "holiday-2026", Signal.YEAR_DIFFERS)).isEqualTo(1);
        assertThat(of("2026年春节放几天假", "holiday-2026", Signal.YEAR_DIFFERS)).isZero();
        assertThat(of("2025年成立的有限公司股东人数上限", "company-shareholders", Signal.YEAR_DIFFERS))
                .isZero();
    }

    private static double of(String question, String entry, Signal signal) {
        return replica.ask(question).entries().stream()
                .filter(hit -> hit.target().id().equals(entry))
                .findFirst()
                .orElseThrow()
                .evidence()
                .of(signal);
    }

    @Test
    void a_known_question_is_known_whatever_its_dress() {
        var evidence = first("請問：小規模納稅人稅點？？").evidence();

        assertThat(evidence.of(Signal.EXACT)).isEqualTo(1);
        assertThat(evidence.question()).isEqualTo("小规模纳税人税点");
    }

    @Test
    void every_hit_can_explain_itself() {
        assertThat(replica.ask("试用期最长多久").entries()).allSatisfy(hit -> {
            assertThat(hit.evidence().named()).isNotEmpty();
            assertThat(hit.evidence().question()).isNotBlank();
        });
    }

    @Test
    void an_expired_entry_is_withheld() {
        var ranking = replica.ask("前几年小规模全免增值税的文件");

        assertThat(ranking.entries())
                .extracting(hit -> hit.target().id())
                .isNotEmpty()
                .doesNotContain("vat-relief-2022");
        assertThat(ranking.withheld()).anySatisfy(one -> {
            assertThat(one.hit().target().id()).isEqualTo("vat-relief-2022");
            assertThat(one.why()).isEqualTo(Why.EXPIRED);
        });
    }

    @Test
    void unless_its_year_is_named() {
        var ranking = replica.ask("2022年小规模3%免税政策");

        assertThat(ranking.entries().getFirst().target().id()).isEqualTo("vat-relief-2022");
        assertThat(ranking.entries().getFirst().evidence().of(Signal.YEAR_NAMED))
                .isEqualTo(1);
    }

    @Test
    void another_year_does_not_open_it() {
        assertThat(replica.ask("2024年小规模免增值税的文件").entries())
                .extracting(hit -> hit.target().id())
                .doesNotContain("vat-relief-2022");
    }

    @Test
    void what_begins_later_is_withheld_until_then() {
        var ranking = replica.ask("工会经费按多少比例拨缴");

        assertThat(ranking.entries()).extracting(hit -> hit.target().id()).doesNotContain("fee-next-year");
        assertThat(ranking.withheld()).anySatisfy(one -> {
            assertThat(one.hit().target().id()).isEqualTo("fee-next-year");
            assertThat(one.why()).isEqualTo(Why.NOT_YET);
        });
    }

    @ParameterizedTest
    @CsvSource({"富民创业贷最高多少万,苏州市", "在苏州开店能申请多少创业贷款,盐城市", "在昆山开店能申请多少创业贷款,盐城市"})
    void the_rule_of_another_place_is_withheld(String question, String from) {
        var ranking = replica.ask(question, from);

        assertThat(ranking.entries()).extracting(hit -> hit.target().id()).doesNotContain("yancheng-startup-loan");
        assertThat(ranking.withheld()).anySatisfy(one -> {
            assertThat(one.hit().target().id()).isEqualTo("yancheng-startup-loan");
            assertThat(one.why()).isEqualTo(Why.OTHER_REGION);
        });
    }

    @ParameterizedTest
    @CsvSource({"在盐城开店能申请多少创业贷款,苏州市", "富民创业贷最高多少万,盐城市", "富民创业贷最高多少万,东台市"})
    void unless_that_place_is_named_or_is_around_the_asker(String question, String from) {
        assertThat(replica.ask(question, from).entries().getFirst().target().id())
                .isEqualTo("yancheng-startup-loan");
    }

    @Test
    void a_negative_question_counts_against_its_entry() {
        var against = hit("一般纳税人一个月多少钱以内免增值税", "vat-small-monthly");
        var plain = hit("小规模一个月开票8万要交增值税吗", "vat-small-monthly");

        assertThat(against.evidence().of(Signal.NEGATIVE_COSINE)).isGreaterThan(0.95);
        assertThat(against.evidence().of(Signal.NEGATIVE_NEARER)).isPositive();
        assertThat(plain.evidence().of(Signal.NEGATIVE_NEARER)).isZero();
        assertThat(against.score()).isLessThan(plain.score());
    }

    @Test
    void wishes_compete_with_entries() {
        var ranking = replica.ask("转人工");

        assertThat(ranking.intents().getFirst().target()).isEqualTo(Target.intent("human-plain"));
        assertThat(ranking.intents().getFirst().evidence().of(Signal.PHRASE)).isEqualTo(1);
        assertThat(ranking.intents().getFirst().score())
                .isGreaterThan(ranking.entries().getFirst().score());
        assertThat(ranking.intents().getFirst().reason()).isEqualTo("WANTS_HUMAN");
    }

    @Test
    void nothing_to_read_finds_nothing() {
        var ranking = replica.ask("😀？？");

        assertThat(ranking.entries()).isEmpty();
        assertThat(ranking.intents()).isEmpty();
        assertThat(ranking.withheld()).isEmpty();
    }

    @Test
    void hits_come_best_first_and_not_more_than_wanted() {
        var query = replica.ask("小规模增值税").query();
        var three = replica.retriever.retrieve(query, 3).entries();

        assertThat(three).hasSize(3).isSortedAccordingTo(Hit.BEST_FIRST);
        assertThat(replica.retriever.retrieve(query, 3).entries()).isEqualTo(three);
    }

    private static Hit first(String question) {
        return replica.ask(question).entries().getFirst();
    }

    private static Hit hit(String question, String entry) {
        return replica.ask(question).entries().stream()
                .filter(hit -> hit.target().id().equals(entry))
                .findFirst()
                .orElseThrow();
    }
}
