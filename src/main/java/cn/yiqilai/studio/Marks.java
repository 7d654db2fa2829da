package cn.yiqilai.studio;

import cn.yiqilai.studio.QuestionSet.Source;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The figures of one way of answering, told from its verdicts: the service, a simpler ranking and a model without one of its
 * ingredients are all marked alike.
 *
 * @param inScope typed questions that an entry answers; historic ones are not among them
 * @param historic those apart
 * @param outOfScope typed questions that no entry answers
 * @param heard questions as a recogniser wrote them
 * @param said the same, in the same order, as they were said
 */
record Marks(
        List<Verdict> inScope,
        List<Verdict> historic,
        List<Verdict> outOfScope,
        List<Verdict> heard,
        List<Verdict> said) {

    static Marks of(List<Verdict> verdicts) {
        return new Marks(
                typed(verdicts, row -> row.inScope() && !row.historic()),
                typed(verdicts, row -> row.inScope() && row.historic()),
                typed(verdicts, row -> !row.inScope()),
                from(Source.SPEECH, verdicts),
                from(Source.SPEECH_CLEAN, verdicts));
    }

    Figure hitAt1() {
        return share(Standard.HIT_1, inScope, Verdict::right);
    }

    Figure hitAt3() {
        return share(Standard.HIT_3, inScope, verdict -> verdict.rightAmong(3));
    }

    Figure precision() {
        var given = answerable().filter(Verdict::answered).toList();
        return share(Standard.PRECISION, given, Verdict::right);
    }

    Figure coverage() {
        return share(Standard.COVERAGE, inScope, Verdict::answeredRightly);
    }

    Figure outOfScopeNotAnswered() {
        return share(Standard.OUT_OF_SCOPE, outOfScope, verdict -> !verdict.answered());
    }

    Figure nearMissesNotAnswered() {
        var nearMisses = outOfScope.stream()
                .filter(verdict -> verdict.row().kind().equals(Judgement.NEAR_MISS))
                .toList();
        return share(Standard.NEAR_MISSES, nearMisses, verdict -> !verdict.answered());
    }

    Figure calibrationError() {
        return statistic(Standard.CALIBRATION_ERROR, points(), Operating::calibrationError);
    }

    Figure lostToNoise() {
        var pairs = IntStream.range(0, Math.min(heard.size(), said.size()))
                .mapToObj(i -> new Pair(said.get(i).right(), heard.get(i).right()))
                .toList();
        return statistic(Standard.LOST_TO_NOISE, pairs, Pair::lost);
    }

    Figure heardHitAt1() {
        return Figure.share("speech as recognised, hit@1", count(heard, Verdict::right), heard.size(), null);
    }

    Figure saidHitAt1() {
        return Figure.share("speech as said, hit@1", count(said, Verdict::right), said.size(), null);
    }

    /** Everything typed that was in or out of scope, for the curve and the calibration. */
    List<Operating.Point> points() {
        return answerable().map(Verdict::point).toList();
    }

    private Stream<Verdict> answerable() {
        return Stream.concat(inScope.stream(), outOfScope.stream());
    }

    private record Pair(boolean said, boolean heard) {
        static double lost(List<Pair> pairs) {
            return pairs.stream()
                    .mapToInt(pair -> (pair.said() ? 1 : 0) - (pair.heard() ? 1 : 0))
                    .average()
                    .orElse(0);
        }
    }

    private static List<Verdict> typed(List<Verdict> verdicts, Predicate<QuestionSet.Labelled> wanted) {
        return from(Source.TEXT, verdicts).stream()
                .filter(verdict -> wanted.test(verdict.row()))
                .toList();
    }

    private static List<Verdict> from(Source source, List<Verdict> verdicts) {
        return verdicts.stream()
                .filter(verdict -> verdict.row().source() == source)
                .toList();
    }

    private static Figure share(Standard standard, List<Verdict> verdicts, Predicate<Verdict> met) {
        return Figure.share(standard.title(), count(verdicts, met), verdicts.size(), standard);
    }

    private static long count(List<Verdict> verdicts, Predicate<Verdict> met) {
        return verdicts.stream().filter(met).count();
    }

    static <T> Figure statistic(Standard standard, List<T> sample, ToDoubleFunction<List<T>> statistic) {
        return sample.isEmpty()
                ? Figure.nothing(standard.title(), standard)
                : Figure.value(
                        standard.title(),
                        statistic.applyAsDouble(sample),
                        Interval.ofStatistic(sample, statistic),
                        standard,
                        sample.size());
    }
}
