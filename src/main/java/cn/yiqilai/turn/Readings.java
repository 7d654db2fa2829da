package cn.yiqilai.turn;

import cn.yiqilai.decision.Decision;
import cn.yiqilai.decision.DecisionPolicy;
import cn.yiqilai.decision.Reason;
import cn.yiqilai.knowledge.Entry;
import cn.yiqilai.retrieval.Grounding;
import cn.yiqilai.retrieval.Hit;
import cn.yiqilai.retrieval.KnowledgeMirror;
import cn.yiqilai.retrieval.Ranking;
import cn.yiqilai.retrieval.Retriever;
import cn.yiqilai.understanding.Analyzer;
import cn.yiqilai.understanding.Completion;
import cn.yiqilai.understanding.Completions;
import cn.yiqilai.understanding.Context;
import cn.yiqilai.understanding.Ellipsis;
import cn.yiqilai.understanding.FollowUp;
import cn.yiqilai.understanding.Form;
import cn.yiqilai.understanding.Query;
import cn.yiqilai.understanding.Slots;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads an utterance: by itself, or in its conversation. A follow-up is read in up to three ways, alone and made complete, and
 * what all readings make of the candidates is pooled; then the conversation's {@link Expectation} is added, and the pool is
 * decided on like any ranking.
 */
@ApplicationScoped
class Readings {
    /** Entries that a reading brings into the pool. */
    private static final int POOLED = 60;

    /**
     * The readings are neither independent (then their scores would be added up, which is their number) nor the same (then 1).
     */
    private static final double SHARPNESS = 1.6;

    private final Analyzer analyzer;
    private final Retriever retriever;
    private final DecisionPolicy policy;
    private final Grounding grounding;
    private final KnowledgeMirror knowledge;
    private final Completions completions;

    Readings(
            Analyzer analyzer,
            Retriever retriever,
            DecisionPolicy policy,
            Grounding grounding,
            KnowledgeMirror knowledge) {
        this.analyzer = analyzer;
        this.retriever = retriever;
        this.policy = policy;
        this.grounding = grounding;
        this.knowledge = knowledge;
        this.completions = new Completions(analyzer, Slots.load());
    }

    /** By itself. */
    Reading alone(String text, Question question) {
        var ranking = retrieve(text, question, Thinking.CANDIDATES);
        return new Reading(text, true, ranking, policy.decide(ranking));
    }

    /**
     * In its conversation.
     *
     * @param context with a question that can be followed up
     * @param refused entries that are not meant
     */
    Reading inContext(FollowUp followUp, Question question, Context context, Context refused) {
        var said = followUp.said().original();
        var whole = retrieve(said, question, POOLED);
        var first = whole.first(Thinking.CANDIDATES);
        var alone = new Reading(said, true, first, policy.decide(first));
        if (alone.isWish() && !followUp.isFragment() || followUp.ellipsis() == Ellipsis.NONE && alone.answers()) {
            return alone;
        }
        var given = context.entry().flatMap(knowledge::entry);
        var expectation = new Expectation(followUp.core(), given, refused.refused(), grounding, knowledge);
        var ways = completions.of(
                analyzer.form(context.question().orElseThrow(), question.asOf()),
                followUp,
                given.map(entry -> about(entry, question)),
                question.asOf());
        var pool = pool(whole, ways, question, followUp.ellipsis())
                .expecting(expectation::of)
                .first(Thinking.CANDIDATES);
        var changed = isElsewhere(pool, first, expectation);
        return new Reading(
                changed ? said : ways.getFirst().text(), changed, pool, grounded(policy.decide(pool), expectation));
    }

    private Ranking pool(Ranking alone, List<Completion> ways, Question question, Ellipsis ellipsis) {
        var own = weightOfAlone(ellipsis);
        var rankings = new ArrayList<Ranking>();
        var weights = new ArrayList<Double>();
        for (var way : ways) {
            rankings.add(retrieve(way.text(), question, POOLED));
            weights.add(SHARPNESS * (1 - own) * way.weight());
        }
        rankings.add(alone);
        weights.add(SHARPNESS * own);
        return Ranking.pooled(rankings, weights);
    }

    private static double weightOfAlone(Ellipsis ellipsis) {
        return switch (ellipsis) {
            case NONE -> 0.6;
            case POSSIBLE -> 0.45;
            case CERTAIN -> 0.25;
        };
    }

    /** What leads alone, and belongs to another topic than the answer before, is another topic. */
    private static boolean isElsewhere(Ranking pool, Ranking alone, Expectation expectation) {
        var first = pool.entries().stream().findFirst();
        var leading = alone.entries().stream().findFirst();
        return first.isEmpty()
                || expectation.isElsewhere(first.get())
                        && leading.map(Hit::target).equals(first.map(Hit::target));
    }

    /** An answer rests on what the follow-up says; else the service is honest. */
    private static Decision grounded(Decision decision, Expectation expectation) {
        return decision instanceof Decision.Answer(var hits, var confidence) && !expectation.isGrounded(hits.getFirst())
                ? new Decision.Handoff(Reason.LOW_CONFIDENCE, Optional.empty(), hits, confidence)
                : decision;
    }

    private Form about(Entry entry, Question question) {
        var text = Stream.concat(Stream.of(entry.question()), entry.keywords().stream())
                .collect(Collectors.joining(","));
        return analyzer.form(entry.topic() == null ? text : text + "," + entry.topic(), question.asOf());
    }

    private Ranking retrieve(String text, Question question, int limit) {
        var query = new Query(analyzer.form(text, question.asOf()), question.asOf(), question.asker());
        return retriever.retrieve(query, limit);
    }
}
