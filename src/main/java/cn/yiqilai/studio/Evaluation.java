package cn.yiqilai.studio;

import cn.yiqilai.city.City;
import cn.yiqilai.decision.Decision;
import cn.yiqilai.decision.ModelInForce;
import cn.yiqilai.decision.OperatingPoint;
import cn.yiqilai.decision.Reason;
import cn.yiqilai.decision.Threshold;
import cn.yiqilai.studio.Operating.Point;
import cn.yiqilai.studio.QuestionSet.Labelled;
import cn.yiqilai.studio.QuestionSet.Source;
import cn.yiqilai.turn.Question;
import cn.yiqilai.turn.Thinking;
import cn.yiqilai.turn.Thought;
import cn.yiqilai.understanding.Context;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Asks labelled questions and compares what comes back with what should. */
@ApplicationScoped
public class Evaluation {
    private static final Set<Reason> RECOGNISED = Set.of(Reason.EMERGENCY, Reason.NOT_ACCEPTED, Reason.WANTS_HUMAN);

    private final Thinking thinking;
    private final ModelInForce models;
    private final City city;
    private final DialogueEvaluation dialogues;

    Evaluation(Thinking thinking, ModelInForce models, City city, DialogueEvaluation dialogues) {
        this.thinking = thinking;
        this.models = models;
        this.city = city;
        this.dialogues = dialogues;
    }

    /** A question with what the service thought of it. */
    public record Outcome(Labelled row, Thought thought) {
        Verdict verdict() {
            return Verdict.of(row, thought.decision());
        }

        int rank() {
            return verdict().rank();
        }

        boolean answered() {
            return thought.decision() instanceof Decision.Answer;
        }

        boolean askedBack() {
            return thought.decision() instanceof Decision.Clarify;
        }

        boolean right() {
            return verdict().right();
        }

        Point point() {
            return verdict().point();
        }

        boolean mustBeRecognised() {
            return Judgement.reasonOf(row.kind()).filter(RECOGNISED::contains).isPresent();
        }

        boolean recognised() {
            return thought.decision().reason().equals(Judgement.reasonOf(row.kind()));
        }
    }

    /**
     * What was measured.
     *
     * @param verdicts one a question, in the order of the set
     * @param figures those that are held to something, then those that are only told
     * @param breakdowns by style of question and by kind of what is out of scope
     * @param points what is proved of each operating point, and what came of it
     * @param misses what went wrong, a line each, for whoever improves it; of the fit part only unless asked for
     */
    public record Report(
            List<Verdict> verdicts,
            List<Figure> figures,
            List<Breakdown> breakdowns,
            Map<OperatingPoint, Reached> points,
            List<Operating.Step> curve,
            List<String> misses) {}

    /** @param step of the curve at the threshold; precision 0 when nothing is answered from there on */
    public record Reached(Threshold threshold, Operating.Step step) {}

    public List<Outcome> ask(List<Labelled> rows, LocalDate asOf) {
        return rows.stream()
                .map(row -> new Outcome(
                        row, thinking.think(new Question(row.question(), city.place(), asOf, Context.NONE))))
                .toList();
    }

    /** @param part which rows are reported on */
    public Report run(QuestionSet set, LocalDate asOf, Predicate<Labelled> part) {
        var outcomes = ask(set.questions().stream().filter(part).toList(), asOf);
        var typed = outcomes.stream()
                .filter(outcome -> outcome.row().source() == Source.TEXT)
                .toList();
        var inScope = typed.stream()
                .filter(outcome -> outcome.row().inScope() && !outcome.row().historic())
                .toList();
        var outOfScope =
                typed.stream().filter(outcome -> !outcome.row().inScope()).toList();
        var verdicts = outcomes.stream().map(Outcome::verdict).toList();
        var marks = Marks.of(verdicts);
        var figures = new ArrayList<Figure>();
        figures.addAll(held(marks, outOfScope));
        figures.addAll(told(marks, inScope, outOfScope));
        figures.addAll(dialogues.figures(set.dialogues(), asOf));
        return new Report(
                verdicts,
                figures,
                List.of(
                        styles(inScope),
                        kinds(outOfScope),
                        Operating.breakdown(models.get().thresholds(), marks.points())),
                reached(marks.points()),
                Operating.curve(marks.points()),
                misses(outcomes));
    }

    private Map<OperatingPoint, Reached> reached(List<Point> judged) {
        var reached = new EnumMap<OperatingPoint, Reached>(OperatingPoint.class);
        for (var point : OperatingPoint.values()) {
            var threshold = models.policy().thresholds().at(point);
            reached.put(point, new Reached(threshold, Operating.step(judged, threshold.from())));
        }
        return reached;
    }

    private static List<Figure> held(Marks marks, List<Outcome> outOfScope) {
        var toRecognise = outOfScope.stream().filter(Outcome::mustBeRecognised).toList();
        return List.of(
                marks.hitAt1(),
                marks.hitAt3(),
                marks.lostToNoise(),
                marks.precision(),
                marks.coverage(),
                marks.outOfScopeNotAnswered(),
                marks.nearMissesNotAnswered(),
                share(Standard.RECOGNISED.title(), toRecognise, Outcome::recognised, Standard.RECOGNISED),
                marks.calibrationError());
    }

    private static List<Figure> told(Marks marks, List<Outcome> inScope, List<Outcome> outOfScope) {
        var asked = inScope.stream().filter(Outcome::askedBack).toList();
        return List.of(
                Figure.share(
                        "historic (reported apart): hit@1",
                        marks.historic().stream().filter(Verdict::right).count(),
                        marks.historic().size(),
                        null),
                Figure.share(
                        "historic (reported apart): answered rightly",
                        marks.historic().stream()
                                .filter(Verdict::answeredRightly)
                                .count(),
                        marks.historic().size(),
                        null),
                marks.saidHitAt1(),
                marks.heardHitAt1(),
                share("in scope, asked back", inScope, Outcome::askedBack, null),
                share("  of these, the right entry among the options", asked, outcome -> outcome.rank() > 0, null),
                share("out of scope, asked back", outOfScope, Outcome::askedBack, null));
    }

    private static Breakdown styles(List<Outcome> inScope) {
        var rows = grouped(inScope, outcome -> outcome.row().style()).entrySet().stream()
                .map(group -> new Breakdown.Row(
                        group.getKey(),
                        group.getValue().size(),
                        List.of(
                                share("hit@1", group.getValue(), Outcome::right, null),
                                share(
                                        "hit@3",
                                        group.getValue(),
                                        outcome -> outcome.verdict().rightAmong(3),
                                        null),
                                share(
                                        "answered rightly",
                                        group.getValue(),
                                        outcome -> outcome.verdict().answeredRightly(),
                                        null),
                                share("asked back", group.getValue(), Outcome::askedBack, null))))
                .toList();
        return new Breakdown("in scope, by style", List.of("hit@1", "hit@3", "answered rightly", "asked back"), rows);
    }

    private static Breakdown kinds(List<Outcome> outOfScope) {
        var rows = grouped(outOfScope, outcome -> outcome.row().kind()).entrySet().stream()
                .map(group -> new Breakdown.Row(
                        group.getKey(),
                        group.getValue().size(),
                        List.of(
                                share("not answered", group.getValue(), outcome -> !outcome.answered(), null),
                                share(
                                        "recognised",
                                        group.getValue().stream()
                                                .filter(outcome -> Judgement.reasonOf(group.getKey())
                                                        .isPresent())
                                                .toList(),
                                        Outcome::recognised,
                                        null))))
                .toList();
        return new Breakdown("out of scope, by kind", List.of("not answered", "recognised"), rows);
    }

    /** Largest groups first. */
    private static Map<String, List<Outcome>> grouped(List<Outcome> outcomes, Function<Outcome, String> by) {
        var groups = outcomes.stream()
                .collect(Collectors.groupingBy(
                        by.andThen(name -> name.isEmpty() ? "(not given)" : name), TreeMap::new, Collectors.toList()));
        var sorted = new LinkedHashMap<String, List<Outcome>>();
        groups.entrySet().stream()
                .sorted(Comparator.comparingInt(group -> -group.getValue().size()))
                .forEach(group -> sorted.put(group.getKey(), group.getValue()));
        return sorted;
    }

    private static List<String> misses(List<Outcome> outcomes) {
        return outcomes.stream()
                .filter(outcome -> outcome.row().inScope()
                        ? !outcome.verdict().answeredRightly()
                        : outcome.answered() || outcome.mustBeRecognised() && !outcome.recognised())
                .map(Evaluation::miss)
                .toList();
    }

    private static String miss(Outcome outcome) {
        var first = outcome.thought().decision().suggestions().stream().findFirst();
        return String.format(
                "%s %.2f %s | %s | %s",
                outcome.answered() ? "ANSWERED" : outcome.right() ? "held back" : "missed",
                outcome.thought().decision().confidence().value(),
                outcome.thought().decision().reason().map(Reason::name).orElse("-"),
                outcome.row().question(),
                first.map(hit -> hit.target().id()).orElse("-"));
    }

    private static Figure share(String name, List<Outcome> rows, Predicate<Outcome> met, @Nullable Standard standard) {
        return Figure.share(name, rows.stream().filter(met).count(), rows.size(), standard);
    }
}
