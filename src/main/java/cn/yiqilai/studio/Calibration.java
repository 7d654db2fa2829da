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
import cn.yiqilai.decision.Reason;
import cn.yiqilai.decision.Threshold;
import cn.yiqilai.decision.Thresholds;
import cn.yiqilai.retrieval.Hit;
import cn.yiqilai.retrieval.LeaveOneOut;
import cn.yiqilai.retrieval.Ranking;
import cn.yiqilai.retrieval.RankingModel;
import cn.yiqilai.retrieval.RankingTrainer;
import cn.yiqilai.retrieval.Retriever;
import cn.yiqilai.studio.Lessons.Lesson;
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
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
    /** When the sample does not tell: danger is assumed early, a wish acted upon when it holds a good part of the weight, options
     * offered when they hold most. */
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
     * @param recognising what came of acting upon wishes
     */
    public record Result(
            RankingModel ranking,
            ConfidenceFile.Fitted confidence,
            List<Operating.Point> judged,
            Optional<Asking.Outcome> asking,
            Recognising.Outcome recognising) {}

    /** A question with the ranking and the confidence of models that have not seen it. */
    private record Unseen(Lesson lesson, ConfidenceModel confidence) {
        Operating.Point point() {
            return new Operating.Point(
                    confidence.of(lesson.ranking()).value(), lesson.firstIsRight(), lesson.inScope());
        }

        Asking.Case asked(Thresholds thresholds) {
            return decide(thresholds) instanceof Decision.Clarify clarify
                    ? new Asking.Case(true, clarify.options().stream().anyMatch(lesson.right()), lesson.inScope())
                    : new Asking.Case(false, false, lesson.inScope());
        }

        Recognising.Case recognised(Thresholds thresholds) {
            var meant = reasons(lesson.right());
            var reason = decide(thresholds).reason().map(Reason::name).filter(reasons(hit -> true)::contains);
            if (reason.isEmpty()) {
                return meant.isEmpty() ? Recognising.Case.NONE : Recognising.Case.MISSED;
            }
            if (lesson.inScope()) {
                return Recognising.Case.TURNED_AWAY;
            }
            return meant.contains(reason.get()) ? Recognising.Case.RECOGNISED : Recognising.Case.MISTAKEN;
        }

        private Decision decide(Thresholds thresholds) {
            return new DecisionPolicy(new FittedModel(RankingModel.UNFITTED, confidence, thresholds))
                    .decide(lesson.ranking())
                    .decision();
        }

        /** What wishes the intents express; that nothing is known of a matter is none. */
        private Set<String> reasons(Predicate<Hit> wanted) {
            return lesson.ranking().intents().stream()
                    .filter(wanted)
                    .map(Hit::reason)
                    .filter(Objects::nonNull)
                    .filter(reason -> !reason.equals(Reason.LOW_CONFIDENCE.name()))
                    .collect(Collectors.toSet());
        }
    }

    /** @param precisions that the answers at each operating point must have with 95 % certainty */
    public Result run(QuestionSet set, LocalDate asOf, Map<OperatingPoint, Double> precisions) {
        return fit(
                gather(set, asOf, analyzer, retriever, leaveOneOut, LEFT_OUT_A_TARGET),
                precisions,
                Calibration::confidence);
    }

    /** @param leftOut questions of one target that are asked while it does not have them */
    Lessons gather(
            QuestionSet set, LocalDate asOf, Analyzer reading, Retriever finding, LeaveOneOut knowledge, int leftOut) {
        var own = knowledge.questions(asOf, leftOut).stream()
                .map(one -> new Lesson(one.ranking(), one::right, LEFT_OUT_WEIGHT, -1, false, true))
                .toList();
        return new Lessons(labelled(set, asOf, reading, finding), own);
    }

    /** @param confidence fits the confidence; another one than {@link #confidence} only for comparison */
    static Result fit(
            Lessons lessons,
            Map<OperatingPoint, Double> precisions,
            Function<List<Judged>, ConfidenceModel> confidence) {
        // One more than the folds leaves nothing out: the models that are kept.
        var fitted = IntStream.rangeClosed(0, FOLDS)
                .parallel()
                .mapToObj(fold -> without(fold, lessons, confidence))
                .toList();
        var unseen = IntStream.range(0, FOLDS)
                .boxed()
                .flatMap(fold -> fitted.get(fold).judge(fold, lessons))
                .toList();
        var judged = unseen.stream().map(Unseen::point).toList();
        var answer = Operating.certify(judged, precisions);
        var recognising = recognising(unseen, answer);
        var asking = asking(unseen, answer, recognising);
        var kept = fitted.get(FOLDS);
        var thresholds = thresholds(
                answer,
                recognising,
                asking.map(Asking.Outcome::clarify).orElse(CLARIFY),
                asking.map(Asking.Outcome::option).orElse(OPTION));
        return new Result(
                kept.ranking(), new ConfidenceFile.Fitted(kept.confidence(), thresholds), judged, asking, recognising);
    }

    /** Wishes go before questions back, so they are fitted before them. */
    private static Recognising.Outcome recognising(List<Unseen> unseen, Map<OperatingPoint, Threshold> answer) {
        return Recognising.fit(
                (emergency, intent) -> {
                    var thresholds = new Thresholds(answer, emergency, intent, CLARIFY, OPTION);
                    return unseen.stream()
                            .map(one -> one.recognised(thresholds))
                            .toList();
                },
                EMERGENCY,
                INTENT);
    }

    private static Optional<Asking.Outcome> asking(
            List<Unseen> unseen, Map<OperatingPoint, Threshold> answer, Recognising.Outcome recognising) {
        return Asking.fit((clarify, option) -> {
            var thresholds = thresholds(answer, recognising, clarify, option);
            return unseen.stream().map(one -> one.asked(thresholds)).toList();
        });
    }

    private static Thresholds thresholds(
            Map<OperatingPoint, Threshold> answer, Recognising.Outcome recognising, double clarify, double option) {
        return new Thresholds(answer, recognising.emergency(), recognising.intent(), clarify, option);
    }

    private record Fit(RankingModel ranking, ConfidenceModel confidence) {
        Stream<Unseen> judge(int fold, Lessons lessons) {
            return lessons.labelled().stream()
                    .filter(lesson -> lesson.fold() == fold && lesson.counts())
                    .map(lesson -> lesson.under(ranking))
                    .map(lesson -> lesson.with(shortened(lesson.ranking())))
                    .filter(lesson -> !lesson.ranking().entries().isEmpty())
                    .map(lesson -> new Unseen(lesson, confidence));
        }
    }

    private static Fit without(int fold, Lessons lessons, Function<List<Judged>, ConfidenceModel> confidence) {
        var labelled = lessons.labelled().stream()
                .filter(lesson -> lesson.fold() != fold)
                .toList();
        var ranking = RankingTrainer.fit(Stream.concat(labelled.stream(), lessons.own().stream())
                .map(Lesson::forRanking)
                .toList());
        var judged = Stream.concat(
                        labelled.stream().filter(Lesson::counts).map(lesson -> judged(lesson.under(ranking), 1)),
                        lessons.own().stream().map(lesson -> judged(lesson.under(ranking), LEFT_OUT_CONFIDENCE_WEIGHT)))
                .filter(Objects::nonNull)
                .toList();
        return new Fit(ranking, confidence.apply(judged));
    }

    static ConfidenceModel confidence(List<Judged> judged) {
        return ConfidenceTrainer.fit(judged, PENALTY);
    }

    private static @Nullable Judged judged(Lesson lesson, double weight) {
        return lesson.ranking().entries().isEmpty()
                ? null
                : new Judged(Cue.of(shortened(lesson.ranking())), lesson.firstIsRight(), weight);
    }

    /** As long as the service sees it. */
    static Ranking shortened(Ranking ranking) {
        return ranking.first(Thinking.CANDIDATES, Integer.MAX_VALUE);
    }

    private List<Lesson> labelled(QuestionSet set, LocalDate asOf, Analyzer reading, Retriever finding) {
        var folds = new TreeMap<String, Integer>();
        var lessons = new ArrayList<Lesson>();
        for (var row : set.questions()) {
            if (!row.fit()) {
                continue;
            }
            var key = row.gold().stream().sorted().findFirst().orElse(row.question());
            var fold = folds.computeIfAbsent(key, one -> folds.size() % FOLDS);
            var query = new Query(reading.form(row.question(), asOf), asOf, city.place());
            lessons.add(new Lesson(
                    finding.retrieve(query, CANDIDATES),
                    hit -> Judgement.isRight(row, hit),
                    row.source() == Source.SPEECH_CLEAN ? SPEECH_CLEAN_WEIGHT : 1,
                    fold,
                    row.source() == Source.TEXT && !row.historic(),
                    row.inScope()));
        }
        return lessons;
    }
}
