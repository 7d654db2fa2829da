package cn.yiqilai.studio;

import cn.yiqilai.city.City;
import cn.yiqilai.decision.ConfidenceFile;
import cn.yiqilai.decision.ConfidenceModel;
import cn.yiqilai.decision.ConfidenceTrainer;
import cn.yiqilai.decision.ConfidenceTrainer.Judged;
import cn.yiqilai.decision.Cue;
import cn.yiqilai.decision.Decision;
import cn.yiqilai.decision.DecisionPolicy;
import cn.yiqilai.decision.FittedModel;
import cn.yiqilai.decision.OperatingPoint;
import cn.yiqilai.decision.Threshold;
import cn.yiqilai.decision.Thresholds;
import cn.yiqilai.retrieval.Hit;
import cn.yiqilai.retrieval.LeaveOneOut;
import cn.yiqilai.retrieval.Ranking;
import cn.yiqilai.retrieval.RankingModel;
import cn.yiqilai.retrieval.RankingTrainer;
import cn.yiqilai.retrieval.RankingTrainer.Candidate;
import cn.yiqilai.retrieval.Retriever;
import cn.yiqilai.studio.QuestionSet.Source;
import cn.yiqilai.turn.Thinking;
import cn.yiqilai.understanding.Analyzer;
import cn.yiqilai.understanding.Query;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Fits ranking and confidence on the {@code fit} part of labelled questions and on the knowledge itself.
 *
 * <p>The thresholds are not taken from the fit, which knows its own answers, but by cross-validation: five times a fifth of the
 * questions is judged by models that have not seen it. Rows with a common gold fact stay in one fifth.
 */
@ApplicationScoped
public class Calibration {
    private static final int FOLDS = 5;
    private static final int CANDIDATES = 100;
    private static final int LEFT_OUT_A_TARGET = 5;
    private static final double LEFT_OUT_WEIGHT = 0.15;
    private static final double LEFT_OUT_CONFIDENCE_WEIGHT = 0.1;
    private static final double SPEECH_CLEAN_WEIGHT = 0.3;
    private static final double PENALTY = 1e-3;
    /** Danger is assumed early, a wish acted on when it holds a good part of the weight, options when they hold most
     * (when the sample does not tell). */
    private static final double EMERGENCY = 0.2;

    private static final double INTENT = 0.3;
    private static final double CLARIFY = 0.6;
    private static final double OPTION = 0.08;

    private final Analyzer analyzer;
    private final Retriever retriever;
    private final LeaveOneOut leaveOneOut;
    private final City city;

    Calibration(Analyzer analyzer, Retriever retriever, LeaveOneOut leaveOneOut, City city) {
        this.analyzer = analyzer;
        this.retriever = retriever;
        this.leaveOneOut = leaveOneOut;
        this.city = city;
    }

    /**
     * What was fitted.
     *
     * @param judged the questions as judged by models that had not seen them, for the report
     * @param asking what came of asking back at the fitted thresholds; empty when they were chosen by hand
     */
    public record Result(
            RankingModel ranking,
            ConfidenceFile.Fitted confidence,
            List<Operating.Point> judged,
            Optional<Asking.Outcome> asking) {}

    /** A question with the ranking and the confidence of models that have not seen it. */
    private record Unseen(Example example, ConfidenceModel confidence) {
        Operating.Point point() {
            return new Operating.Point(
                    confidence.of(example.ranking()).value(), example.firstIsRight(), example.inScope());
        }

        Asking.Case at(Thresholds thresholds) {
            var decision = new DecisionPolicy(new FittedModel(RankingModel.UNFITTED, confidence, thresholds))
                    .decide(example.ranking())
                    .decision();
            return decision instanceof Decision.Clarify clarify
                    ? new Asking.Case(true, clarify.options().stream().anyMatch(example.right()), example.inScope())
                    : new Asking.Case(false, false, example.inScope());
        }
    }

    private record Example(
            Ranking ranking, Predicate<Hit> right, double weight, int fold, boolean counts, boolean inScope) {
        Example under(RankingModel model) {
            return new Example(ranking.under(model), right, weight, fold, counts, inScope);
        }

        /** As long as the service sees it. */
        Example shortened() {
            return new Example(Calibration.shortened(ranking), right, weight, fold, counts, inScope);
        }

        RankingTrainer.Example forRanking() {
            var hits = Stream.concat(ranking.entries().stream(), ranking.intents().stream())
                    .toList();
            var rights = new boolean[hits.size()];
            for (var i = 0; i < rights.length; i++) {
                rights[i] = right.test(hits.get(i));
            }
            return new RankingTrainer.Example(
                    hits.stream()
                            .map(hit -> new Candidate(hit.target(), hit.evidence()))
                            .toList(),
                    rights,
                    weight);
        }

        boolean firstIsRight() {
            return right.test(ranking.entries().getFirst());
        }
    }

    /** @param precisions that the answers at each operating point must have with 95 % certainty */
    public Result run(QuestionSet set, LocalDate asOf, Map<OperatingPoint, Double> precisions) {
        var labelled = labelled(set, asOf);
        var own = leaveOneOut.questions(asOf, LEFT_OUT_A_TARGET).stream()
                .map(one -> new Example(one.ranking(), one::right, LEFT_OUT_WEIGHT, -1, false, true))
                .toList();
        var unseen = crossValidate(labelled, own);
        var judged = unseen.stream().map(Unseen::point).toList();
        var answer = Operating.certify(judged, precisions);
        var asking = asking(unseen, answer);
        var ranking = ranking(labelled, own, -1);
        var confidence = confidence(labelled, own, ranking, -1);
        var thresholds = thresholds(
                answer,
                asking.map(Asking.Outcome::clarify).orElse(CLARIFY),
                asking.map(Asking.Outcome::option).orElse(OPTION));
        return new Result(ranking, new ConfidenceFile.Fitted(confidence, thresholds), judged, asking);
    }

    private static Optional<Asking.Outcome> asking(List<Unseen> unseen, Map<OperatingPoint, Threshold> answer) {
        return Asking.fit((clarify, option) -> {
            var thresholds = thresholds(answer, clarify, option);
            return unseen.stream().map(one -> one.at(thresholds)).toList();
        });
    }

    private static Thresholds thresholds(Map<OperatingPoint, Threshold> answer, double clarify, double option) {
        return new Thresholds(answer, EMERGENCY, INTENT, clarify, option);
    }

    private static List<Unseen> crossValidate(List<Example> labelled, List<Example> own) {
        var unseen = new ArrayList<Unseen>();
        for (var fold = 0; fold < FOLDS; fold++) {
            var ranking = ranking(labelled, own, fold);
            var confidence = confidence(labelled, own, ranking, fold);
            var held = fold;
            labelled.stream()
                    .filter(example -> example.fold() == held && example.counts())
                    .map(example -> example.under(ranking).shortened())
                    .filter(example -> !example.ranking().entries().isEmpty())
                    .forEach(example -> unseen.add(new Unseen(example, confidence)));
        }
        return unseen;
    }

    private static RankingModel ranking(List<Example> labelled, List<Example> own, int withoutFold) {
        return RankingTrainer.fit(Stream.concat(labelled.stream(), own.stream())
                .filter(example -> example.fold() != withoutFold || withoutFold < 0)
                .map(Example::forRanking)
                .toList());
    }

    private static ConfidenceModel confidence(
            List<Example> labelled, List<Example> own, RankingModel ranking, int withoutFold) {
        var judged = Stream.concat(
                        labelled.stream()
                                .filter(example -> example.fold() != withoutFold || withoutFold < 0)
                                .filter(Example::counts)
                                .map(example -> judged(example.under(ranking), 1)),
                        own.stream().map(example -> judged(example.under(ranking), LEFT_OUT_CONFIDENCE_WEIGHT)))
                .filter(Objects::nonNull)
                .toList();
        return ConfidenceTrainer.fit(judged, PENALTY);
    }

    private static @Nullable Judged judged(Example example, double weight) {
        return example.ranking().entries().isEmpty()
                ? null
                : new Judged(Cue.of(shortened(example.ranking())), example.firstIsRight(), weight);
    }

    private static Ranking shortened(Ranking ranking) {
        return new Ranking(
                ranking.query(),
                ranking.entries().stream().limit(Thinking.CANDIDATES).toList(),
                ranking.intents(),
                ranking.withheld());
    }

    private List<Example> labelled(QuestionSet set, LocalDate asOf) {
        var folds = new TreeMap<String, Integer>();
        var examples = new ArrayList<Example>();
        for (var row : set.questions()) {
            if (!row.fit()) {
                continue;
            }
            var key = row.gold().stream().sorted().findFirst().orElse(row.question());
            var fold = folds.computeIfAbsent(key, one -> folds.size() % FOLDS);
            var query = new Query(analyzer.form(row.question(), asOf), asOf, city.place());
            examples.add(new Example(
                    retriever.retrieve(query, CANDIDATES),
                    hit -> Judgement.isRight(row, hit),
                    row.source() == Source.SPEECH_CLEAN ? SPEECH_CLEAN_WEIGHT : 1,
                    fold,
                    row.source() == Source.TEXT && !row.historic(),
                    row.inScope()));
        }
        return examples;
    }
}
