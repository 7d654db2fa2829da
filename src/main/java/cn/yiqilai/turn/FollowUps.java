package cn.yiqilai.turn;

import cn.yiqilai.decision.Decision;
import cn.yiqilai.decision.Rule;
import cn.yiqilai.knowledge.Entry;
import cn.yiqilai.retrieval.Grounding;
import cn.yiqilai.retrieval.Hit;
import cn.yiqilai.retrieval.KnowledgeMirror;
import cn.yiqilai.retrieval.Pool;
import cn.yiqilai.retrieval.Ranking;
import cn.yiqilai.turn.Thought.Course;
import cn.yiqilai.understanding.Analyzer;
import cn.yiqilai.understanding.Completion;
import cn.yiqilai.understanding.Completions;
import cn.yiqilai.understanding.Context;
import cn.yiqilai.understanding.Ellipsis;
import cn.yiqilai.understanding.FollowUp;
import cn.yiqilai.understanding.Form;
import cn.yiqilai.understanding.Slots;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads an utterance in its conversation, in up to three ways, alone and made complete. What all of them make of the candidates
 * is pooled, the conversation's {@link Expectation} is added, and the pool is decided on like any ranking.
 */
@ApplicationScoped
class FollowUps {
    /** Entries that a reading brings into the pool. */
    private static final int POOLED = 60;

    /**
     * The readings are neither independent (then their scores would be added up, which is their number) nor the same (then 1).
     */
    private static final double SHARPNESS = 1.6;

    private final Analyzer analyzer;
    private final Alone alone;
    private final Grounding grounding;
    private final KnowledgeMirror knowledge;
    private final Completions completions;

    FollowUps(Analyzer analyzer, Alone alone, Grounding grounding, KnowledgeMirror knowledge) {
        this.analyzer = analyzer;
        this.alone = alone;
        this.grounding = grounding;
        this.knowledge = knowledge;
        this.completions = new Completions(analyzer, Slots.load());
    }

    /**
     * @param context with a question that can be followed up
     * @param refused entries that are not meant
     * @return {@link Course.Anew} when it stands by itself
     */
    Thought read(FollowUp followUp, Question question, Context context, Set<String> refused) {
        var said = followUp.said().original();
        var ranking = alone.retrieve(said, question, POOLED);
        var byItself = alone.thought(said, ranking.first(Thinking.CANDIDATES, Thinking.CANDIDATES), question);
        if (byItself.wants() && !followUp.isFragment() || followUp.ellipsis() == Ellipsis.NONE && byItself.isAnswer()) {
            return byItself;
        }
        var given = context.entry().flatMap(knowledge::entry);
        var expectation = new Expectation(followUp.core(), given, refused, grounding, knowledge);
        var ways = completions.of(
                analyzer.form(context.question().orElseThrow(), question.asOf()),
                followUp,
                given.map(entry -> about(entry, question)),
                question.asOf());
        var pool = pool(ranking, ways, question, followUp.ellipsis())
                .ranking(expectation::of)
                .first(Thinking.CANDIDATES, Thinking.CANDIDATES);
        var elsewhere = isElsewhere(pool, ranking, expectation);
        var text = elsewhere ? said : ways.getFirst().text();
        return grounded(alone.thought(text, pool, question), expectation)
                .on(elsewhere ? new Course.Anew() : new Course.GoingOn(context));
    }

    private Pool pool(Ranking byItself, List<Completion> ways, Question question, Ellipsis ellipsis) {
        var own = weightByItself(ellipsis);
        var pool = new Pool();
        for (var way : ways) {
            pool.add(alone.retrieve(way.text(), question, POOLED), SHARPNESS * (1 - own) * way.weight());
        }
        return pool.add(byItself, SHARPNESS * own);
    }

    private static double weightByItself(Ellipsis ellipsis) {
        return switch (ellipsis) {
            case NONE -> 0.6;
            case POSSIBLE -> 0.45;
            case CERTAIN -> 0.25;
        };
    }

    /** What leads by itself, and belongs to another topic than the answer before, is another topic. */
    private static boolean isElsewhere(Ranking pool, Ranking byItself, Expectation expectation) {
        var first = pool.entries().stream().findFirst();
        var leading = byItself.entries().stream().findFirst();
        return first.isEmpty()
                || expectation.isElsewhere(first.get())
                        && leading.map(Hit::target).equals(first.map(Hit::target));
    }

    /** An answer rests on what the follow-up says; else the service is honest. */
    private static Thought grounded(Thought thought, Expectation expectation) {
        return thought.decision() instanceof Decision.Answer answer
                        && !expectation.isGrounded(answer.hits().getFirst())
                ? thought.leftToPerson(Rule.UNGROUNDED)
                : thought;
    }

    private Form about(Entry entry, Question question) {
        var text = Stream.concat(Stream.of(entry.question()), entry.keywords().stream())
                .collect(Collectors.joining(","));
        return analyzer.form(entry.topic() == null ? text : text + "," + entry.topic(), question.asOf());
    }
}
