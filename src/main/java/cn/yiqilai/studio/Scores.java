package cn.yiqilai.studio;

import cn.yiqilai.decision.Decision;
import cn.yiqilai.decision.DecisionPolicy;
import cn.yiqilai.decision.FittedModel;
import cn.yiqilai.decision.OperatingPoint;
import cn.yiqilai.knowledge.Entry;
import cn.yiqilai.studio.Evaluation.Outcome;
import cn.yiqilai.studio.EvaluationResult.AtPoint;
import cn.yiqilai.studio.EvaluationResult.First;
import cn.yiqilai.studio.EvaluationResult.Kind;
import cn.yiqilai.studio.EvaluationResult.Miss;
import cn.yiqilai.studio.EvaluationResult.Share;
import cn.yiqilai.studio.EvaluationResult.Step;
import cn.yiqilai.studio.Operating.Point;
import cn.yiqilai.turn.Reply;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What the answers to a question set are worth. Pure. */
final class Scores {
    private final List<Outcome> outcomes;
    private final List<Outcome> inScope;
    private final List<Point> points;
    private final Function<String, Optional<Entry>> entries;

    Scores(List<Outcome> outcomes, Function<String, Optional<Entry>> entries) {
        this.outcomes = List.copyOf(outcomes);
        this.inScope =
                outcomes.stream().filter(outcome -> outcome.row().inScope()).toList();
        this.points = outcomes.stream().map(Outcome::point).toList();
        this.entries = entries;
    }

    EvaluationResult result(LocalDate asOf, FittedModel model, double precision, List<String> unknownGold) {
        return new EvaluationResult(
                asOf,
                model.fingerprint(),
                outcomes.size(),
                inScope.size(),
                outcomes.size() - inScope.size(),
                share(inScope, Outcome::right),
                share(inScope, outcome -> outcome.rank() >= 1 && outcome.rank() <= 3),
                EvaluationResult.rounded(inScope.stream()
                        .mapToDouble(Scores::reciprocalRank)
                        .average()
                        .orElse(0)),
                widest(Operating.steps(points), step -> step.precision() >= precision),
                certified(precision),
                Arrays.stream(OperatingPoint.values())
                        .map(point -> atPoint(point, model))
                        .toList(),
                EvaluationResult.rounded(Operating.calibrationError(points)),
                Operating.curve(points).stream().map(Step::of).toList(),
                unknownGold,
                outcomes.stream().flatMap(outcome -> miss(outcome).stream()).toList());
    }

    private @Nullable Step certified(double precision) {
        return widest(
                Operating.steps(points),
                step -> Operating.lowerBound((int) Math.round(step.precision() * step.answered()), step.answered())
                        >= precision);
    }

    private static @Nullable Step widest(List<Operating.Step> steps, Predicate<Operating.Step> wanted) {
        return steps.stream()
                .filter(wanted)
                .max(Comparator.comparingDouble(Operating.Step::coverage).thenComparing(Operating.Step::threshold))
                .map(Step::of)
                .orElse(null);
    }

    private AtPoint atPoint(OperatingPoint point, FittedModel model) {
        var policy = new DecisionPolicy(model);
        Predicate<Outcome> answered = outcome -> decision(outcome, policy, point) instanceof Decision.Answer;
        var right = answered.and(outcome -> decision(outcome, policy, point).suggestions().stream()
                .limit(1)
                .anyMatch(hit -> Judgement.meets(outcome.row().gold(), hit)));
        return new AtPoint(
                point,
                model.thresholds().answerFrom(point),
                share(outcomes.stream().filter(answered).toList(), right),
                share(inScope, right));
    }

    /** Asked at one point, the same ranking is decided on at another. */
    private static Decision decision(Outcome outcome, DecisionPolicy policy, OperatingPoint point) {
        var ruling = outcome.thought().ruling();
        return ruling.point() == point
                ? ruling.decision()
                : policy.decide(outcome.thought().ranking(), point).decision();
    }

    private static Share share(List<Outcome> among, Predicate<Outcome> met) {
        return Share.of(among.stream().filter(met).count(), among.size());
    }

    private static double reciprocalRank(Outcome outcome) {
        return outcome.rank() == 0 ? 0 : 1.0 / outcome.rank();
    }

    private Optional<Miss> miss(Outcome outcome) {
        return kind(outcome)
                .map(kind -> new Miss(
                        kind,
                        outcome.row().question(),
                        outcome.row().gold().stream().sorted().toList(),
                        first(outcome),
                        outcome.rank(),
                        EvaluationResult.rounded(
                                outcome.thought().decision().confidence().value()),
                        Reply.Kind.of(outcome.thought().decision()),
                        outcome.thought().decision().reason().orElse(null)));
    }

    private static Optional<Kind> kind(Outcome outcome) {
        if (outcome.row().inScope()) {
            return outcome.answered() && outcome.right()
                    ? Optional.empty()
                    : Optional.of(
                            outcome.answered()
                                    ? Kind.ANSWERED_WRONGLY
                                    : outcome.right() ? Kind.HELD_BACK : Kind.NOT_FOUND);
        }
        if (outcome.answered()) {
            return Optional.of(Kind.SHOULD_NOT_BE_ANSWERED);
        }
        return outcome.mustBeRecognised() && !outcome.recognised()
                ? Optional.of(Kind.NOT_RECOGNISED)
                : Optional.empty();
    }

    private @Nullable First first(Outcome outcome) {
        return outcome.thought().decision().suggestions().stream()
                .findFirst()
                .map(hit -> new First(
                        hit.target().id(),
                        entries.apply(hit.target().id()).map(Entry::question).orElse(null),
                        hit.basis().stream().sorted().toList()))
                .orElse(null);
    }
}
