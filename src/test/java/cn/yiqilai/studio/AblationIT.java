package cn.yiqilai.studio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.yiqilai.decision.OperatingPoint;
import cn.yiqilai.knowledge.SmallKnowledge;
import cn.yiqilai.platform.postgres.TestDatabase;
import cn.yiqilai.retrieval.KnowledgeMirror;
import cn.yiqilai.studio.Ablation.Answered;
import cn.yiqilai.studio.QuestionSet.Labelled;
import cn.yiqilai.studio.QuestionSet.Source;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** On a dozen entries and a set invented for this test; what is told is that it is told, not how much. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@TestProfile(SmallKnowledge.class)
class AblationIT {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

    private static final Map<OperatingPoint, Double> PRECISIONS =
            Map.of(OperatingPoint.PUBLIC, 0.5, OperatingPoint.AGENT, 0.3);

    @Inject
    Ablation ablation;

    @Inject
    Evaluation evaluation;

    @Inject
    KnowledgeMirror knowledge;

    @Test
    void every_ingredient_is_taken_away_once_and_compared_on_the_same_questions() {
        await().atMost(Duration.ofMinutes(5)).until(knowledge::isFilled);
        var before = index();

        var result = ablation.run(new QuestionSet(rows(), List.of()), DAY, PRECISIONS);

        var check = rows().stream().filter(row -> !row.fit()).toList();
        assertThat(result.full().verdicts()).extracting(Verdict::row).isEqualTo(check);
        assertThat(result.without())
                .extracting(Answered::title)
                .doesNotHaveDuplicates()
                .contains(
                        "words",
                        "sounds",
                        "aspect that is asked for",
                        "candidates by meaning",
                        "similar questions",
                        "synonyms and fillers",
                        "spelling by sound",
                        "training on the knowledge itself",
                        "fitted confidence: raw score")
                .hasSizeGreaterThan(SignalGroup.values().length);
        assertThat(result.without())
                .allSatisfy(answered ->
                        assertThat(answered.verdicts()).extracting(Verdict::row).isEqualTo(check));
        assertThat(result.simpler()).hasSize(7).allSatisfy(way -> assertThat(way.verdicts())
                .extracting(Verdict::row)
                .isEqualTo(check));
        assertThat(AblationTable.of(result).lines())
                .hasSize(2 + 1 + result.without().size() + 7);
        assertThat(index()).as("the service itself is as it was").isEqualTo(before);
    }

    @Test
    void a_set_of_questions_and_gold_alone_can_be_evaluated() {
        await().atMost(Duration.ofMinutes(5)).until(knowledge::isFilled);
        var plain = rows().stream()
                .filter(Labelled::inScope)
                .map(row -> new Labelled(row.question(), row.gold(), "", "", false, Source.TEXT))
                .toList();

        var report = evaluation.run(new QuestionSet(plain, List.of()), DAY, row -> !row.fit());

        assertThat(report.figures())
                .filteredOn(figure -> figure.standard() == Standard.HIT_1)
                .singleElement()
                .satisfies(figure -> assertThat(figure.count()).isEqualTo(plain.size()));
        assertThat(report.figures())
                .filteredOn(figure -> figure.standard() == Standard.NEAR_MISSES)
                .singleElement()
                .satisfies(figure -> assertThat(figure.isMeasured()).isFalse());
        assertThat(report.breakdowns().getFirst().rows())
                .extracting(Breakdown.Row::name)
                .containsExactly("(not given)");
    }

    private List<Integer> index() {
        return List.of(knowledge.entries().size(), knowledge.intents().size(), (int)
                knowledge.entries().stream().flatMap(entry -> entry.questions()).count());
    }

    private static List<Labelled> rows() {
        var rows = new ArrayList<Labelled>();
        for (var fit : List.of(true, false)) {
            rows.add(inScope(fit ? "试用期能定几个月" : "三年的合同能试用多长", "labor-probation-length", fit));
            rows.add(inScope(fit ? "试用期发多少工资" : "还在试用，工资可以打折吗", "labor-probation-wage", fit));
            rows.add(inScope(fit ? "注册资本多久缴清" : "认缴的钱几年内要到位", "company-capital-deadline", fit));
            rows.add(inScope(fit ? "有限公司最多几个股东" : "股东人数有没有上限", "company-shareholders", fit));
            rows.add(inScope(fit ? "研发支出能多扣多少" : "搞研发的费用加计扣除比例", "cit-rd-deduction", fit));
            rows.add(new Labelled(fit ? "你好呀" : "早上好", Set.of(), "chitchat", "", fit, Source.TEXT));
            rows.add(new Labelled(fit ? "宠物店要什么许可" : "养蜂要办证吗", Set.of(), "near_miss", "", fit, Source.TEXT));
        }
        rows.add(new Labelled("是用妻公资", Set.of("labor-probation-wage"), "", "", false, Source.SPEECH));
        rows.add(new Labelled("试用期工资", Set.of("labor-probation-wage"), "", "", false, Source.SPEECH_CLEAN));
        return rows;
    }

    private static Labelled inScope(String question, String entry, boolean fit) {
        return new Labelled(question, Set.of(entry), "", "colloquial", fit, Source.TEXT);
    }
}
