package cn.yiqilai.studio;

import cn.yiqilai.city.City;
import cn.yiqilai.city.Regions;
import cn.yiqilai.decision.ConfidenceModel;
import cn.yiqilai.decision.ConfidenceTrainer.Judged;
import cn.yiqilai.decision.Cue;
import cn.yiqilai.decision.DecisionPolicy;
import cn.yiqilai.decision.FittedModel;
import cn.yiqilai.decision.OperatingPoint;
import cn.yiqilai.knowledge.Entry;
import cn.yiqilai.knowledge.PublishedKnowledge;
import cn.yiqilai.knowledge.PublishedKnowledge.LanguageData;
import cn.yiqilai.retrieval.Hit;
import cn.yiqilai.retrieval.KnowledgeMirror;
import cn.yiqilai.retrieval.LeaveOneOut;
import cn.yiqilai.retrieval.QuestionIndex;
import cn.yiqilai.retrieval.QuestionIndex.Terms;
import cn.yiqilai.retrieval.Ranking;
import cn.yiqilai.retrieval.Retriever;
import cn.yiqilai.retrieval.Signal;
import cn.yiqilai.retrieval.Trials;
import cn.yiqilai.studio.QuestionSet.Labelled;
import cn.yiqilai.understanding.Analyzer;
import cn.yiqilai.understanding.Query;
import cn.yiqilai.understanding.Spelling;
import cn.yiqilai.understanding.hanlp.HanlpAnalyzer;
import cn.yiqilai.understanding.hanlp.NoisyChannel;
import dev.langchain4j.model.embedding.EmbeddingModel;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * What each ingredient is worth: it is taken away, ranking, confidence and threshold are fitted anew on the fit part without it,
 * and the check part tells what is lost.
 *
 * <p>Questions are searched once and their evidence is kept, so that a refit costs seconds; only what changes the index itself
 * (similar questions, synonyms and fillers, spelling) is searched anew, in a trial. So that all of it is a matter of minutes, fewer
 * candidates and fewer of the knowledge's own questions are kept than {@link Calibration} uses, for the full model as well: its
 * row may differ by a question or two from what the service does.
 */
@ApplicationScoped
public class Ablation {
    private static final Logger LOG = Logger.getLogger(Ablation.class);
    private static final int ENTRIES = 30;
    private static final int INTENTS = 10;
    private static final int LEFT_OUT_A_TARGET = 1;
    private static final Function<List<Judged>, ConfidenceModel> FITTED = Calibration::confidence;

    private final Analyzer analyzer;
    private final Retriever retriever;
    private final LeaveOneOut leaveOneOut;
    private final QuestionIndex index;
    private final EmbeddingModel encoder;
    private final KnowledgeMirror knowledge;
    private final PublishedKnowledge published;
    private final Trials trials;
    private final Calibration calibration;
    private final Baselines baselines;
    private final Regions regions;
    private final City city;

    Ablation(
            Analyzer analyzer,
            Retriever retriever,
            LeaveOneOut leaveOneOut,
            QuestionIndex index,
            EmbeddingModel encoder,
            KnowledgeMirror knowledge,
            PublishedKnowledge published,
            Trials trials,
            Calibration calibration,
            Baselines baselines,
            Regions regions,
            City city) {
        this.analyzer = analyzer;
        this.retriever = retriever;
        this.leaveOneOut = leaveOneOut;
        this.index = index;
        this.encoder = encoder;
        this.knowledge = knowledge;
        this.published = published;
        this.trials = trials;
        this.calibration = calibration;
        this.baselines = baselines;
        this.regions = regions;
        this.city = city;
    }

    /**
     * The check part as answered by one model.
     *
     * @param title what it is without; or the name of a simpler ranking
     * @param verdicts in the order of the set
     */
    public record Answered(String title, List<Verdict> verdicts) {}

    /** @param without first by kind of signal, then by what else there is to take away */
    public record Result(Answered full, List<Answered> without, List<Answered> simpler) {}

    /** How candidates are brought forward. */
    private enum Way {
        MEANING("candidates by meaning"),
        CHARACTERS("candidates by characters"),
        WORDS("candidates by words"),
        SOUNDS("candidates by sounds");

        private final String title;

        Way(String title) {
            this.title = title;
        }
    }

    private record Asked(Labelled row, Ranking ranking) {}

    /** What was found for all questions. */
    private record Kept(Lessons lessons, List<Asked> check) {
        Kept map(UnaryOperator<Ranking> change) {
            return new Kept(
                    lessons.map(change),
                    check.stream()
                            .map(asked -> new Asked(asked.row(), change.apply(asked.ranking())))
                            .toList());
        }

        Stream<Ranking> rankings() {
            return Stream.concat(
                    Stream.concat(lessons.labelled().stream(), lessons.own().stream())
                            .map(Lessons.Lesson::ranking),
                    check.stream().map(Asked::ranking));
        }
    }

    /** @param precisions that are to be certified; the public's is reported on */
    public Result run(QuestionSet set, LocalDate asOf, Map<OperatingPoint, Double> precisions) {
        var kept = keep(set, asOf, analyzer, retriever, leaveOneOut);
        var full = answer("nothing: the full model", kept, FITTED, precisions);
        var without = new ArrayList<Answered>();
        for (var group : SignalGroup.values()) {
            without.add(answer(group.title(), kept.map(found -> found.without(group.signals())), FITTED, precisions));
        }
        for (var family : Family.values()) {
            without.add(answer(family.title, kept.map(found -> found.without(family.signals)), FITTED, precisions));
        }
        without.add(answer("known uncovered questions", withoutUncovered(kept), FITTED, precisions));
        var ways = ways(kept);
        for (var way : Way.values()) {
            var others = kept.map(found -> found.only(hit -> ways.foundOtherwise(found, hit, way)));
            without.add(answer(way.title, others, FITTED, precisions));
        }
        without.add(answer("similar questions", standardQuestionsOnly(set, asOf), FITTED, precisions));
        without.add(answer("synonyms and fillers", plainLanguage(set, asOf), FITTED, precisions));
        without.add(answer("spelling by sound", asWritten(set, asOf), FITTED, precisions));
        var labelledOnly = new Kept(kept.lessons().withoutOwn(), kept.check());
        without.add(answer("training on the knowledge itself", labelledOnly, FITTED, precisions));
        without.add(answer("fitted confidence: raw score", kept, only(Cue.SCORE), precisions));
        without.add(answer("fitted confidence: share of weight", kept, only(Cue.MASS), precisions));
        var simpler = baselines.run(set, asOf).stream()
                .map(way -> new Answered(way.title(), way.verdicts()))
                .toList();
        return new Result(full, without, simpler);
    }

    /** Groups stand in for each other; what they bear together shows only when all of them are gone. */
    private enum Family {
        MEANING("all meaning", SignalGroup.NEAREST_QUESTION, SignalGroup.NEAREST_THREE, SignalGroup.ANSWER),
        LETTERS(
                "all words, characters and sounds",
                SignalGroup.WORDS,
                SignalGroup.CHARACTERS,
                SignalGroup.SOUNDS,
                SignalGroup.EXACT);

        private final String title;
        private final Set<Signal> signals;

        Family(String title, SignalGroup... groups) {
            this.title = title;
            this.signals =
                    Stream.of(groups).flatMap(group -> group.signals().stream()).collect(Collectors.toSet());
        }
    }

    /** A confidence that is one cue as it is; its order is the cue's, so that a threshold on it is one on the cue. */
    private static Function<List<Judged>, ConfidenceModel> only(Cue cue) {
        return judged -> new ConfidenceModel(0, Map.of(cue, 1.0));
    }

    private static Answered answer(
            String title,
            Kept kept,
            Function<List<Judged>, ConfidenceModel> confidence,
            Map<OperatingPoint, Double> precisions) {
        LOG.infof("Fitting, without: %s", title);
        var fitted = Calibration.fit(kept.lessons(), precisions, confidence);
        var policy = new DecisionPolicy(new FittedModel(
                fitted.ranking(),
                fitted.confidence().model(),
                fitted.confidence().thresholds()));
        var verdicts = kept.check().stream()
                .map(asked -> Verdict.of(
                        asked.row(),
                        policy.decide(Calibration.shortened(asked.ranking().under(fitted.ranking())))
                                .decision()))
                .toList();
        return new Answered(title, verdicts);
    }

    private Kept keep(QuestionSet set, LocalDate asOf, Analyzer reading, Retriever finding, LeaveOneOut own) {
        var lessons = calibration.gather(set, asOf, reading, finding, own, LEFT_OUT_A_TARGET);
        var check = set.questions().stream()
                .filter(row -> !row.fit())
                .map(row -> new Asked(
                        row,
                        finding.retrieve(new Query(reading.form(row.question(), asOf), asOf, city.place()), ENTRIES)))
                .toList();
        return new Kept(lessons, check).map(found -> found.first(ENTRIES, INTENTS));
    }

    /** As if nobody had written down what has no answer yet: it is no candidate and teaches nothing. */
    private static Kept withoutUncovered(Kept kept) {
        var own = kept.lessons().own().stream()
                .filter(lesson -> lesson.ranking().intents().stream()
                        .noneMatch(hit -> isUncovered(hit) && lesson.right().test(hit)))
                .toList();
        return new Kept(new Lessons(kept.lessons().labelled(), own), kept.check())
                .map(found -> found.only(hit -> !isUncovered(hit)));
    }

    private static boolean isUncovered(Hit hit) {
        return hit.evidence().of(Signal.UNCOVERED) > 0;
    }

    private Kept standardQuestionsOnly(QuestionSet set, LocalDate asOf) {
        var entries = knowledge.entries().stream()
                .map(entry -> entry.withSimilar(List.of()))
                .toList();
        return trial(set, asOf, entries, analyzer, new NoisyChannel());
    }

    private Kept plainLanguage(QuestionSet set, LocalDate asOf) {
        var language = published.language();
        var plain = new HanlpAnalyzer(
                new LanguageData(List.of(), List.of(), language.dictionary(), language.contrasts()), regions);
        return trial(set, asOf, List.copyOf(knowledge.entries()), plain, new NoisyChannel());
    }

    private Kept asWritten(QuestionSet set, LocalDate asOf) {
        return trial(set, asOf, List.copyOf(knowledge.entries()), analyzer, Spelling.NONE);
    }

    private Kept trial(QuestionSet set, LocalDate asOf, List<Entry> entries, Analyzer reading, Spelling spelling) {
        try (var trial = trials.open(entries, List.copyOf(knowledge.intents()), reading, spelling)) {
            return keep(set, asOf, trial.analyzer(), trial.retriever(), trial.leaveOneOut());
        }
    }

    /** Which targets each way brings forward, by the question as it was asked. */
    private record Ways(Map<String, Map<Way, Set<String>>> found) {
        boolean foundOtherwise(Ranking ranking, Hit hit, Way without) {
            return Optional.ofNullable(found.get(ranking.query().form().original()))
                    .orElse(Map.of())
                    .entrySet()
                    .stream()
                    .anyMatch(way -> way.getKey() != without
                            && way.getValue().contains(hit.target().key()));
        }
    }

    private Ways ways(Kept kept) {
        var found = new HashMap<String, Map<Way, Set<String>>>();
        kept.rankings()
                .map(Ranking::query)
                .forEach(query -> found.computeIfAbsent(query.form().original(), text -> ways(query)));
        return new Ways(found);
    }

    private Map<Way, Set<String>> ways(Query query) {
        var found = new EnumMap<Way, Set<String>>(Way.class);
        var vector = encoder.embed(query.form().normal()).content().vector();
        for (var way : Way.values()) {
            var targets =
                    switch (way) {
                        case MEANING -> index.byVectorAlone(query, vector);
                        case CHARACTERS -> index.byTermsAlone(query, Terms.CHARACTERS);
                        case WORDS -> index.byTermsAlone(query, Terms.WORDS);
                        case SOUNDS -> index.byTermsAlone(query, Terms.SOUNDS);
                    };
            found.put(way, first(targets.keySet()));
        }
        return found;
    }

    private static Set<String> first(Collection<String> targets) {
        return targets.stream().limit(QuestionIndex.CANDIDATES).collect(Collectors.toCollection(HashSet::new));
    }
}
