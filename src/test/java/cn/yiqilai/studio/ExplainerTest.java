package cn.yiqilai.studio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cn.yiqilai.city.Place;
import cn.yiqilai.decision.Confidence;
import cn.yiqilai.decision.ConfidenceModel;
import cn.yiqilai.decision.Cue;
import cn.yiqilai.decision.DecisionPolicy;
import cn.yiqilai.decision.FittedModel;
import cn.yiqilai.decision.OperatingPoint;
import cn.yiqilai.decision.Reason;
import cn.yiqilai.decision.Rule;
import cn.yiqilai.decision.Thresholds;
import cn.yiqilai.knowledge.Entry;
import cn.yiqilai.knowledge.EntryForm;
import cn.yiqilai.knowledge.EntryRules;
import cn.yiqilai.knowledge.Intent;
import cn.yiqilai.retrieval.Evidence;
import cn.yiqilai.retrieval.Hit;
import cn.yiqilai.retrieval.Ranking;
import cn.yiqilai.retrieval.Ranking.Why;
import cn.yiqilai.retrieval.Ranking.Withheld;
import cn.yiqilai.retrieval.RankingModel;
import cn.yiqilai.retrieval.Signal;
import cn.yiqilai.retrieval.Target;
import cn.yiqilai.studio.Explanation.Candidate;
import cn.yiqilai.studio.Explanation.Piece;
import cn.yiqilai.turn.Reply;
import cn.yiqilai.turn.Thought;
import cn.yiqilai.turn.TurnEvidence;
import cn.yiqilai.understanding.Entities;
import cn.yiqilai.understanding.Form;
import cn.yiqilai.understanding.Query;
import cn.yiqilai.understanding.Trace;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ExplainerTest {
    private static final ObjectMapper JSON = new ObjectMapper().registerModule(new JavaTimeModule());
    private static final RankingModel RANKING = new RankingModel(
            Map.of(Signal.COSINE, 8.0, Signal.AMOUNT, 2.0, Signal.WORD_MISSING, -1.0),
            Map.of(Signal.COSINE, 6.0, Signal.PHRASE, 5.0));
    private static final FittedModel MODEL = new FittedModel(
            RANKING, new ConfidenceModel(0.5, Map.of(Cue.MASS, 1.0)), new Thresholds(0.9, 0.2, 0.3, 0.6));
    private static final Map<String, String> ENTRIES = Map.of(
            "right", "{\"id\":\"right\",\"question\":\"对的问题是什么？\",\"answer\":\"答。\"}",
            "wrong", "{\"id\":\"wrong\",\"question\":\"错的问题是什么？\",\"answer\":\"答。\"}",
            "old",
                    "{\"id\":\"old\",\"question\":\"旧的规定是什么？\",\"answer\":\"答。\",\"validUntil\":\"2025-12-31\",\"region\":\"苏州市\"}");

    private final List<Hit> entries = new ArrayList<>();
    private final List<Hit> intents = new ArrayList<>();
    private final List<Withheld> withheld = new ArrayList<>();

    @Test
    void what_each_signal_contributes_adds_up_to_the_score() {
        entry("right", Map.of(Signal.COSINE, 0.9, Signal.AMOUNT, 1.0, Signal.WORD_MISSING, 0.3));

        var first = explain().entries().getFirst();

        assertThat(first.score()).isCloseTo(8.9, within(1e-6));
        assertThat(first.evidence()).extracting(Piece::code).containsExactly("COSINE", "AMOUNT", "WORD_MISSING");
        assertThat(first.evidence().getLast())
                .isEqualTo(new Piece("WORD_MISSING", Signal.WORD_MISSING.label(), 0.3, -1.0, -0.3));
        assertThat(sum(first.evidence())).isCloseTo(first.score(), within(1e-6));
    }

    @Test
    void a_loser_is_told_what_it_lacked_and_the_winner_what_it_had() {
        entry("right", Map.of(Signal.COSINE, 0.9, Signal.AMOUNT, 1.0));
        entry("wrong", Map.of(Signal.COSINE, 0.8, Signal.WORD_MISSING, 0.5));

        var explanation = explain();

        assertThat(explanation.entries())
                .extracting(Candidate::account)
                .containsExactly(
                        "比第二名多 3.30 分：金额、数量相符的程度 +2.00，与最近问法的语义相似度 +0.80，条目缺少的最关键的词 +0.50。",
                        "比第一名少 3.30 分：金额、数量相符的程度 −2.00，与最近问法的语义相似度 −0.80，条目缺少的最关键的词 −0.50。");
        assertThat(explanation.entries()).extracting(Candidate::title).containsExactly("对的问题是什么？", "错的问题是什么？");
        assertThat(explanation.entries().stream().mapToDouble(Candidate::share).sum())
                .isCloseTo(1, within(1e-5));
    }

    @Test
    void who_is_alone_won_against_nobody() {
        entry("right", Map.of(Signal.COSINE, 0.9));

        assertThat(explain().entries().getFirst().account()).isEqualTo("没有别的候选。");
    }

    @Test
    void intents_are_compared_with_the_entry_that_leads() {
        entry("right", Map.of(Signal.COSINE, 0.5));
        intent("human", Reason.WANTS_HUMAN, Map.of(Signal.COSINE, 0.9, Signal.PHRASE, 1.0));

        var explanation = explain();

        var human = explanation.intents().getFirst();
        assertThat(human.title()).isEqualTo("要人工");
        assertThat(human.account()).startsWith("比第一名的条目多 6.40 分").contains("出现决定性短语 +5.00");
        assertThat(sum(human.evidence())).isCloseTo(human.score(), within(1e-6));
        assertThat(explanation.entries().getFirst().account()).startsWith("比第一名的意图少 6.40 分");
        assertThat(explanation.decision().rule()).isEqualTo(Rule.INTENT);
        assertThat(explanation.decision().decision()).isEqualTo(Reply.Kind.HANDOFF);
        assertThat(explanation.decision().account()).contains("要人工", "99.8%", "30.0%");
    }

    @Test
    void what_is_withheld_says_why() {
        entry("right", Map.of(Signal.COSINE, 0.5));
        withheld("old", Why.EXPIRED, 0.9);
        withheld("old", Why.OTHER_REGION, 0.4);
        withheld("gone", Why.NOT_YET, 0.3);

        var explanation = explain();

        assertThat(explanation.withheld())
                .extracting(Explanation.Held::account)
                .containsExactly(
                        "已于 2025-12-31 到期，不能引用；得分比可引用的第一名多 3.20 分。",
                        "只适用于苏州市，不能引用；得分比可引用的第一名少 0.80 分。",
                        "尚未生效，不能引用；得分比可引用的第一名少 1.60 分。");
        assertThat(explanation.decision().rule()).isEqualTo(Rule.WITHHELD);
        assertThat(explanation.decision().account()).contains("旧的规定是什么？", "2025-12-31");
    }

    @Test
    void the_cues_add_up_to_the_confidence() {
        entry("right", Map.of(Signal.COSINE, 0.9));
        entry("wrong", Map.of(Signal.COSINE, 0.5));

        var confidence = explain().confidence();

        assertThat(confidence.cues().getFirst().code()).isEqualTo("MASS");
        assertThat(confidence.intercept()).isEqualTo(0.5);
        assertThat(confidence.value()).isCloseTo(1 / (1 + Math.exp(-0.5 - sum(confidence.cues()))), within(1e-5));
    }

    @Test
    void readings_that_decided_together_are_named_as_such() {
        entry("right", Map.of(Signal.COSINE, 0.9));
        entry("wrong", Map.of(Signal.COSINE, 0.5));
        assertThat(explain().confidence().account()).isEqualTo("由各项判据算出。");

        var whole = thought("问");
        var together = new DecisionPolicy(MODEL).decide(whole.ranking(), OperatingPoint.AGENT, new Confidence(0.5));
        var explanation = new Explainer(Optional.of(MODEL), names())
                .explain(
                        TurnEvidence.of(new Thought("问", whole.query(), whole.ranking(), together)), turn -> List.of());

        assertThat(explanation.confidence().value()).isEqualTo(0.5);
        assertThat(explanation.confidence().byCues()).isGreaterThan(0.9);
        assertThat(explanation.confidence().account()).contains("几种读法", "0.50");
        assertThat(explanation.decision().operatingPoint()).isEqualTo(OperatingPoint.AGENT);
    }

    @Test
    void each_question_of_a_message_is_explained_by_itself() {
        entry("right", Map.of(Signal.COSINE, 0.9));
        var one = thought("问一");
        entries.set(0, hit(Target.entry("wrong"), Map.of(Signal.COSINE, 0.8), null));
        var two = thought("问二");
        var whole = new Thought(
                "问一",
                one.query(),
                one.ranking(),
                one.ruling(),
                List.of(new Thought.Part(1, "问一", one), new Thought.Part(2, "问二", two)),
                false,
                new Thought.Course.Anew());

        var explanation = new Explainer(Optional.of(MODEL), names()).explain(TurnEvidence.of(whole), turn -> List.of());

        assertThat(explanation.parts()).extracting(Explanation.OfPart::asked).containsExactly("问一", "问二");
        assertThat(explanation
                        .parts()
                        .getLast()
                        .explanation()
                        .entries()
                        .getFirst()
                        .id())
                .isEqualTo("wrong");
        assertThat(explanation.parts().getLast().explanation().parts()).isEmpty();
    }

    @Test
    void every_rule_is_put_into_words_with_its_threshold() {
        assertThat(explain().decision().account()).contains("低于作答门槛 0.90");
        entry("right", Map.of(Signal.COSINE, 0.9));
        entry("wrong", Map.of(Signal.COSINE, 0.9));
        assertThat(explain().decision().account()).contains("60.0%", "请企业选择");
        entries.removeLast();
        assertThat(explain().decision().account()).contains("不低于作答门槛 0.90");
        intent("fire", Reason.EMERGENCY, Map.of(Signal.COSINE, 1.0));
        assertThat(explain().decision().account()).contains("危险", "20.0%");
        assertThat(explain().decision().thresholds())
                .extracting(Explanation.Threshold::label)
                .allSatisfy(label -> assertThat(label).isNotBlank());
    }

    @Test
    void nothing_said_is_nothing_to_explain() {
        var explanation = new Explainer(Optional.of(MODEL), names()).explain(evidence(""), turn -> List.of());

        assertThat(explanation.decision().rule()).isEqualTo(Rule.NOTHING_SAID);
        assertThat(explanation.confidence().cues()).isEmpty();
    }

    @Test
    void what_the_language_data_changed_is_told() {
        var changes = List.of(new Trace.Change(Trace.Kind.ALIAS, "执照", "营业执照"));

        assertThat(new Explainer(Optional.of(MODEL), names())
                        .explain(evidence("问"), turn -> changes)
                        .reading()
                        .changes())
                .containsExactly(new Explanation.Changed(Trace.Kind.ALIAS, "别称换成规范词", "执照", "营业执照"));
    }

    @Test
    void without_the_model_of_its_time_a_turn_shows_values_and_no_weights() {
        entry("right", Map.of(Signal.COSINE, 0.9));
        entry("wrong", Map.of(Signal.COSINE, 0.8));

        var explanation = new Explainer(Optional.empty(), names()).explain(evidence("问"), turn -> null);

        var second = explanation.entries().getLast();
        assertThat(second.evidence()).containsExactly(new Piece("COSINE", Signal.COSINE.label(), 0.8, null, null));
        assertThat(second.account()).isEqualTo("比第一名少 0.80 分。");
        assertThat(explanation.reading().changes()).isNull();
        assertThat(explanation.confidence().intercept()).isNull();
    }

    @Test
    void evidence_survives_being_kept() throws JsonProcessingException {
        entry("right", Map.of(Signal.COSINE, 0.9, Signal.AMOUNT, 1.0));
        intent("human", Reason.WANTS_HUMAN, Map.of(Signal.COSINE, 0.3));
        withheld("old", Why.EXPIRED, 0.1);
        var evidence = evidence("问");

        assertThat(JSON.readValue(JSON.writeValueAsString(evidence), TurnEvidence.class))
                .isEqualTo(evidence);
    }

    @Test
    void a_turn_that_an_earlier_version_recorded_can_still_be_explained() throws JsonProcessingException {
        var kept = JSON.readValue("""
                {"read":"问","normal":"问","words":[],"years":[],"places":[],"aspects":["TIME"],"decision":"SmallTalk",
                "reason":"CHITCHAT","confidence":0.1,
                "entries":[{"id":"right","score":3.2,"question":"对的","signals":{"COSINE":0.5,"BYGONE":1.0}}],
                "intents":[{"id":"human","score":5.1,"question":"转人工","signals":{"COSINE":0.9}}],
                "withheld":[{"id":"old","why":"EXPIRED"}]}""", TurnEvidence.class);

        var explanation = new Explainer(Optional.empty(), names()).explain(kept, turn -> null);

        assertThat(explanation.decision().decision()).isEqualTo(Reply.Kind.SMALL_TALK);
        assertThat(explanation.entries().getFirst().evidence()).hasSize(1);
        assertThat(explanation.withheld().getFirst().account()).isEqualTo("已于 2025-12-31 到期，不能引用。");
    }

    private Explanation explain() {
        return new Explainer(Optional.of(MODEL), names()).explain(evidence("问"), turn -> List.of());
    }

    private TurnEvidence evidence(String text) {
        return TurnEvidence.of(thought(text));
    }

    private Thought thought(String text) {
        var entities = new Entities(Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), false);
        var form = new Form(text, text, text, List.of(), Set.of(), Set.of(), Set.of(), entities);
        var query = new Query(form, LocalDate.of(2026, 3, 20), new Place("盐城市", null));
        var ranking = new Ranking(query, entries, intents, withheld);
        return new Thought(text, query, ranking, new DecisionPolicy(MODEL).decide(ranking));
    }

    private void entry(String id, Map<Signal, Double> signals) {
        entries.add(hit(Target.entry(id), signals, null));
    }

    private void intent(String id, Reason reason, Map<Signal, Double> signals) {
        intents.add(hit(Target.intent(id), signals, reason.name()));
    }

    private void withheld(String id, Why why, double cosine) {
        withheld.add(new Withheld(hit(Target.entry(id), Map.of(Signal.COSINE, cosine), null), why));
    }

    private static Hit hit(Target target, Map<Signal, Double> signals, String reason) {
        var values = new double[Signal.values().length];
        signals.forEach((signal, value) -> values[signal.ordinal()] = value);
        var evidence = new Evidence(values, "最近的问法");
        return new Hit(target, RANKING.score(target, evidence), evidence, Set.of(), reason);
    }

    private static double sum(List<Piece> pieces) {
        return pieces.stream().mapToDouble(Piece::contribution).sum();
    }

    private static Names names() {
        return new Names(
                id -> Optional.ofNullable(ENTRIES.get(id)).map(ExplainerTest::entry),
                id -> id.equals("human")
                        ? Optional.of(new Intent(
                                "human",
                                "要人工",
                                "HANDOFF",
                                "WANTS_HUMAN",
                                null,
                                null,
                                "好",
                                List.of(),
                                List.of(),
                                List.of()))
                        : Optional.empty());
    }

    private static Entry entry(String json) {
        try {
            return EntryRules.require(JSON.readValue(json, EntryForm.class));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
