package cn.yiqilai.studio;

import cn.yiqilai.city.City;
import cn.yiqilai.knowledge.Entry;
import cn.yiqilai.retrieval.KnowledgeMirror;
import cn.yiqilai.retrieval.QuestionIndex;
import cn.yiqilai.retrieval.QuestionIndex.Terms;
import cn.yiqilai.retrieval.Retriever;
import cn.yiqilai.retrieval.Signal;
import cn.yiqilai.studio.Operating.Point;
import cn.yiqilai.studio.QuestionSet.Labelled;
import cn.yiqilai.studio.QuestionSet.Source;
import cn.yiqilai.understanding.Analyzer;
import cn.yiqilai.understanding.Query;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What simpler rankings do over the same entries and the same index: the measure of what the model is worth. */
@ApplicationScoped
public class Baselines {
    private static final int CANDIDATES = 100;
    private static final double PRECISION = 0.93;
    /** The usual constant of reciprocal rank fusion (Cormack, Clarke and Büttcher 2009). */
    private static final double FUSION = 60;

    private final Analyzer analyzer;
    private final Retriever retriever;
    private final QuestionIndex index;
    private final KnowledgeMirror knowledge;
    private final City city;

    Baselines(Analyzer analyzer, Retriever retriever, QuestionIndex index, KnowledgeMirror knowledge, City city) {
        this.analyzer = analyzer;
        this.retriever = retriever;
        this.index = index;
        this.knowledge = knowledge;
        this.city = city;
    }

    /** Entries by score, for one question and one way of ranking. */
    private record Ranked(Labelled row, List<Map.Entry<String, Double>> entries) {}

    private enum Way {
        BM25_WORDS("BM25 alone (HanLP words)"),
        BM25_CHARACTERS("BM25 alone (characters and pairs)"),
        VECTORS("vectors alone"),
        FUSION("plain rank fusion (BM25 words, vectors)"),
        MIX("half and half (BM25 characters, vectors)");

        private final String title;

        Way(String title) {
            this.title = title;
        }
    }

    public List<Figure> run(QuestionSet set, LocalDate asOf) {
        var rows = set.questions().stream()
                .filter(row -> row.source() == Source.TEXT && !row.historic())
                .toList();
        var found = rows.stream().map(row -> scores(row, asOf)).toList();
        var figures = new ArrayList<Figure>();
        for (var way : Way.values()) {
            var ranked = new ArrayList<Ranked>();
            for (var i = 0; i < rows.size(); i++) {
                ranked.add(new Ranked(rows.get(i), found.get(i).getOrDefault(way, List.of())));
            }
            figures.addAll(figures(way, ranked));
        }
        return figures;
    }

    private List<Figure> figures(Way way, List<Ranked> ranked) {
        var threshold = threshold(
                ranked.stream().filter(one -> one.row().fit()).map(this::point).toList());
        var check = ranked.stream().filter(one -> !one.row().fit()).toList();
        var inScope = check.stream().filter(one -> one.row().inScope()).toList();
        var points = check.stream().map(this::point).toList();
        var given =
                points.stream().filter(point -> point.confidence() >= threshold).toList();
        var right = given.stream().filter(Point::right).count();
        var quiet = points.stream()
                .filter(point -> !point.inScope() && point.confidence() < threshold)
                .count();
        var outOfScope = points.stream().filter(point -> !point.inScope()).count();
        return List.of(
                Figure.share(
                        way.title + ": hit@1",
                        inScope.stream().filter(one -> hit(one, 1)).count(),
                        inScope.size(),
                        null),
                Figure.share(
                        way.title + ": hit@3",
                        inScope.stream().filter(one -> hit(one, 3)).count(),
                        inScope.size(),
                        null),
                Figure.share(way.title + ": precision", right, given.size(), null),
                Figure.share(way.title + ": coverage", right, inScope.size(), null),
                Figure.share(way.title + ": out of scope, not answered", quiet, outOfScope, null));
    }

    /** The lowest score from which the fit part is answered with the wanted precision. */
    private static double threshold(List<Point> fit) {
        var sorted = fit.stream()
                .sorted(Comparator.comparingDouble(Point::confidence).reversed())
                .toList();
        var threshold = Double.POSITIVE_INFINITY;
        var right = 0;
        for (var i = 0; i < sorted.size(); i++) {
            right += sorted.get(i).right() ? 1 : 0;
            threshold = (double) right / (i + 1) >= PRECISION ? sorted.get(i).confidence() : threshold;
        }
        return threshold;
    }

    private Point point(Ranked ranked) {
        var score = ranked.entries().isEmpty() ? 0 : ranked.entries().getFirst().getValue();
        return new Point(score, hit(ranked, 1), ranked.row().inScope());
    }

    private boolean hit(Ranked ranked, int among) {
        return ranked.entries().stream()
                .limit(among)
                .anyMatch(found -> ranked.row().gold().contains(found.getKey())
                        || basis(found.getKey()).stream().anyMatch(ranked.row().gold()::contains));
    }

    private List<String> basis(String entry) {
        return knowledge.entry(entry).map(Entry::basis).orElse(List.of());
    }

    private Map<Way, List<Map.Entry<String, Double>>> scores(Labelled row, LocalDate asOf) {
        var query = new Query(analyzer.form(row.question(), asOf), asOf, city.place());
        var words = keywords(query, Terms.WORDS);
        var characters = keywords(query, Terms.CHARACTERS);
        var vectors = new HashMap<String, Double>();
        retriever
                .retrieve(query, CANDIDATES)
                .entries()
                .forEach(hit -> vectors.put(hit.target().id(), hit.evidence().of(Signal.COSINE)));
        return Map.of(
                Way.BM25_WORDS, sorted(words),
                Way.BM25_CHARACTERS, sorted(characters),
                Way.VECTORS, sorted(vectors),
                Way.FUSION, sorted(fused(sorted(words), sorted(vectors))),
                Way.MIX, sorted(mixed(characters, vectors)));
    }

    private Map<String, Double> keywords(Query query, Terms terms) {
        var scores = new HashMap<String, Double>();
        index.byTermsAlone(query, terms).forEach((target, score) -> {
            if (target.startsWith("e:")) {
                scores.put(target.substring(2), score.doubleValue());
            }
        });
        return scores;
    }

    private static Map<String, Double> fused(List<Map.Entry<String, Double>> a, List<Map.Entry<String, Double>> b) {
        var fused = new HashMap<String, Double>();
        for (var list : List.of(a, b)) {
            for (var i = 0; i < list.size(); i++) {
                fused.merge(list.get(i).getKey(), 1 / (FUSION + i + 1), Double::sum);
            }
        }
        return fused;
    }

    private static Map<String, Double> mixed(Map<String, Double> keywords, Map<String, Double> vectors) {
        var best = keywords.values().stream()
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(1);
        var mixed = new HashMap<String, Double>();
        keywords.forEach((entry, score) -> mixed.merge(entry, score / best / 2, Double::sum));
        vectors.forEach((entry, score) -> mixed.merge(entry, score / 2, Double::sum));
        return mixed;
    }

    private static List<Map.Entry<String, Double>> sorted(Map<String, Double> scores) {
        return scores.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue().reversed().thenComparing(Map.Entry::getKey))
                .toList();
    }
}
