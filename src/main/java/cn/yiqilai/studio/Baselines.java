package cn.yiqilai.studio;

import cn.yiqilai.city.City;
import cn.yiqilai.knowledge.Entry;
import cn.yiqilai.retrieval.KnowledgeMirror;
import cn.yiqilai.retrieval.QuestionIndex;
import cn.yiqilai.retrieval.QuestionIndex.Terms;
import cn.yiqilai.retrieval.Target;
import cn.yiqilai.studio.Operating.Point;
import cn.yiqilai.studio.QuestionSet.Labelled;
import cn.yiqilai.understanding.Analyzer;
import cn.yiqilai.understanding.Query;
import dev.langchain4j.model.embedding.EmbeddingModel;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What simpler rankings do over the same entries and the same index: the measure of what the model is worth. Each is given what
 * it can make of the fit part: the score from which it answers, and where it mixes with free weights, those weights.
 */
@ApplicationScoped
public class Baselines {
    /** The usual constant of reciprocal rank fusion (Cormack, Clarke and Büttcher 2009). */
    private static final double FUSION = 60;
    /** Weights of the fitted mix go up in steps of one twentieth. */
    private static final int STEPS = 20;

    private final Analyzer analyzer;
    private final EmbeddingModel encoder;
    private final QuestionIndex index;
    private final KnowledgeMirror knowledge;
    private final City city;

    Baselines(Analyzer analyzer, EmbeddingModel encoder, QuestionIndex index, KnowledgeMirror knowledge, City city) {
        this.analyzer = analyzer;
        this.encoder = encoder;
        this.index = index;
        this.knowledge = knowledge;
        this.city = city;
    }

    /** @param verdicts on the check part, in the order of the set */
    public record Baseline(String title, List<Verdict> verdicts) {
        private boolean missed(int question) {
            return !verdicts.get(question).right();
        }
    }

    /** Scores of entries by one search each; BM25 as a share of the best of its search, cosines as they are. */
    private record Scores(Map<String, Double> words, Map<String, Double> characters, Map<String, Double> vectors) {
        Map<String, Double> mixed(double wordWeight, double characterWeight, double vectorWeight) {
            var mixed = new HashMap<String, Double>();
            words.forEach((entry, score) -> mixed.merge(entry, wordWeight * score, Double::sum));
            characters.forEach((entry, score) -> mixed.merge(entry, characterWeight * score, Double::sum));
            vectors.forEach((entry, score) -> mixed.merge(entry, vectorWeight * score, Double::sum));
            return mixed;
        }
    }

    /** @param right the entries among them that are right */
    private record Found(Labelled row, Set<String> right, Scores raw, Scores shares) {}

    private record Way(String title, Function<Found, Map<String, Double>> scores) {}

    public List<Baseline> run(QuestionSet set, LocalDate asOf) {
        var found = set.questions().stream().map(row -> find(row, asOf)).toList();
        var fit = found.stream().filter(one -> one.row().fit()).toList();
        var check = found.stream().filter(one -> !one.row().fit()).toList();
        return ways(fit).stream()
                .map(way -> new Baseline(way.title(), verdicts(way, check, threshold(way, fit))))
                .toList();
    }

    /**
     * How many times as many first answers the best of them gets wrong as we do, over the questions in scope; at least one error
     * of ours is counted.
     *
     * @param ours on the same questions in the same order
     */
    public static Figure errors(List<Verdict> ours, List<Baseline> simpler) {
        var inScope = IntStream.range(0, ours.size())
                .filter(i -> Marks.of(List.of(ours.get(i))).inScope().size() == 1)
                .boxed()
                .toList();
        return Marks.statistic(Standard.ERRORS_OF_SIMPLER, inScope, some -> {
            var own = some.stream().filter(i -> !ours.get(i).right()).count();
            var theirs = simpler.stream()
                    .mapToLong(way -> some.stream().filter(way::missed).count())
                    .min()
                    .orElse(0);
            return (double) theirs / Math.max(1, own);
        });
    }

    static Breakdown breakdown(List<Baseline> simpler) {
        var rows = simpler.stream()
                .map(way -> {
                    var marks = Marks.of(way.verdicts());
                    return new Breakdown.Row(
                            way.title(),
                            marks.inScope().size(),
                            List.of(
                                    marks.hitAt1(),
                                    marks.hitAt3(),
                                    marks.precision(),
                                    marks.coverage(),
                                    marks.outOfScopeNotAnswered()));
                })
                .toList();
        return new Breakdown(
                "simpler rankings over the same entries",
                List.of("hit@1", "hit@3", "precision", "coverage", "out of scope"),
                rows);
    }

    private static List<Way> ways(List<Found> fit) {
        var ways = new ArrayList<Way>();
        ways.add(new Way("BM25, words (HanLP)", found -> found.raw().words()));
        ways.add(new Way("BM25, characters and pairs", found -> found.raw().characters()));
        ways.add(new Way("vectors alone", found -> found.raw().vectors()));
        ways.add(new Way(
                "plain rank fusion, words and vectors",
                found -> fused(found.raw().words(), found.raw().vectors())));
        ways.add(mix("half words, half vectors", 0.5, 0, 0.5));
        ways.add(mix("half characters, half vectors", 0, 0.5, 0.5));
        if (!fit.isEmpty()) {
            ways.add(fittedMix(fit));
        }
        return ways;
    }

    private static Way mix(String title, double words, double characters, double vectors) {
        return new Way(title, found -> found.shares().mixed(words, characters, vectors));
    }

    /** The mix that puts a right entry first most often on the fit part. */
    private static Way fittedMix(List<Found> fit) {
        var best = mix("", 0, 0, 1);
        var most = -1.0;
        for (var words = 0; words <= STEPS; words++) {
            for (var characters = 0; words + characters <= STEPS; characters++) {
                var vectors = STEPS - words - characters;
                var way = mix(
                        String.format(
                                Locale.ROOT,
                                "fitted mix: %.2f words, %.2f chars, %.2f vectors",
                                (double) words / STEPS,
                                (double) characters / STEPS,
                                (double) vectors / STEPS),
                        (double) words / STEPS,
                        (double) characters / STEPS,
                        (double) vectors / STEPS);
                var hits = hits(way, fit);
                if (hits > most) {
                    most = hits;
                    best = way;
                }
            }
        }
        return best;
    }

    /** Hits in first place; among equals the better mean reciprocal rank decides. */
    private static double hits(Way way, List<Found> fit) {
        return fit.stream()
                .filter(found -> found.row().inScope() && !found.row().historic())
                .mapToInt(found -> rank(way, found))
                .mapToDouble(rank -> rank == 0 ? 0 : (rank == 1 ? 1 : 0) + 1e-4 / rank)
                .sum();
    }

    private static List<Verdict> verdicts(Way way, List<Found> rows, double threshold) {
        return rows.stream()
                .map(found -> {
                    var score = best(way.scores().apply(found));
                    return new Verdict(found.row(), rank(way, found), score >= threshold, score);
                })
                .toList();
    }

    /** The lowest score from which the fit part is answered as precisely as is wanted of us. */
    private static double threshold(Way way, List<Found> fit) {
        var points = Marks.of(verdicts(way, fit, 0)).points().stream()
                .sorted(Comparator.comparingDouble(Point::confidence).reversed())
                .toList();
        var threshold = Double.POSITIVE_INFINITY;
        var right = 0;
        for (var i = 0; i < points.size(); i++) {
            right += points.get(i).right() ? 1 : 0;
            threshold = (double) right / (i + 1) >= Standard.PRECISION.floor()
                    ? points.get(i).confidence()
                    : threshold;
        }
        return threshold;
    }

    private static double best(Map<String, Double> scores) {
        return scores.isEmpty() ? 0 : Collections.max(scores.values());
    }

    /** One more than the entries that stand before the best right one; equals stand by their ids. */
    private static int rank(Way way, Found found) {
        var scores = way.scores().apply(found);
        var order = Map.Entry.<String, Double>comparingByValue().reversed().thenComparing(Map.Entry::getKey);
        return scores.entrySet().stream()
                .filter(scored -> found.right().contains(scored.getKey()))
                .min(order)
                .map(right -> 1
                        + (int) scores.entrySet().stream()
                                .filter(scored -> order.compare(scored, right) < 0)
                                .count())
                .orElse(0);
    }

    private boolean isRight(Labelled row, String entry) {
        return row.gold().contains(entry)
                || knowledge.entry(entry).map(Entry::basis).orElse(List.of()).stream()
                        .anyMatch(row.gold()::contains);
    }

    private Found find(Labelled row, LocalDate asOf) {
        var query = new Query(analyzer.form(row.question(), asOf), asOf, city.place());
        var vector = encoder.embed(query.form().normal()).content().vector();
        var vectors = entries(index.byVectorAlone(query, vector));
        var words = entries(index.byTermsAlone(query, Terms.WORDS));
        var characters = entries(index.byTermsAlone(query, Terms.CHARACTERS));
        var right = Stream.of(words, characters, vectors)
                .flatMap(scores -> scores.keySet().stream())
                .filter(entry -> isRight(row, entry))
                .collect(Collectors.toSet());
        return new Found(
                row,
                right,
                new Scores(words, characters, vectors),
                new Scores(sharesOfBest(words), sharesOfBest(characters), vectors));
    }

    private static Map<String, Double> entries(Map<String, Float> targets) {
        var entries = new HashMap<String, Double>();
        targets.forEach((key, score) -> {
            var target = Target.ofKey(key);
            if (target.isEntry()) {
                entries.put(target.id(), score.doubleValue());
            }
        });
        return entries;
    }

    private static Map<String, Double> sharesOfBest(Map<String, Double> scores) {
        var best = best(scores);
        return scores.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, score -> score.getValue() / best));
    }

    private static Map<String, Double> fused(Map<String, Double> a, Map<String, Double> b) {
        var fused = new HashMap<String, Double>();
        for (var ranked : List.of(sorted(a), sorted(b))) {
            for (var i = 0; i < ranked.size(); i++) {
                fused.merge(ranked.get(i), 1 / (FUSION + i + 1), Double::sum);
            }
        }
        return fused;
    }

    private static List<String> sorted(Map<String, Double> scores) {
        return scores.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue().reversed().thenComparing(Map.Entry::getKey))
                .map(Map.Entry::getKey)
                .toList();
    }
}
