package cn.yiqilai.studio;

import cn.yiqilai.city.City;
import cn.yiqilai.decision.Decision;
import cn.yiqilai.decision.ModelInForce;
import cn.yiqilai.decision.Reason;
import cn.yiqilai.studio.Operating.Point;
import cn.yiqilai.studio.QuestionSet.Dialogue;
import cn.yiqilai.studio.QuestionSet.Labelled;
import cn.yiqilai.studio.QuestionSet.Source;
import cn.yiqilai.turn.Question;
import cn.yiqilai.turn.Thinking;
import cn.yiqilai.turn.Thought;
import cn.yiqilai.understanding.Context;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Asks labelled questions and compares what comes back with what should. */
@ApplicationScoped
public class Evaluation {
    private static final Set<Reason> RECOGNISED = Set.of(Reason.EMERGENCY, Reason.NOT_ACCEPTED, Reason.WANTS_HUMAN);

    private final Thinking thinking;
    private final ModelInForce models;
    private final City city;

    Evaluation(Thinking thinking, ModelInForce models, City city) {
        this.thinking = thinking;
        this.models = models;
        this.city = city;
    }

    /** A question with what the service thought of it. */
    public record Outcome(Labelled row, Thought thought) {
        /** Rank of the first right entry, from 1; 0 when none is among the suggestions. */
        int rank() {
            var suggestions = thought.decision().suggestions();
            for (var i = 0; i < suggestions.size(); i++) {
                if (Judgement.meets(row.gold(), suggestions.get(i))) {
                    return i + 1;
                }
            }
            return 0;
        }

        boolean answered() {
            return thought.decision() instanceof Decision.Answer;
        }

        boolean right() {
            return rank() == 1;
        }

        Point point() {
            return new Point(thought.decision().confidence().value(), right(), row.inScope());
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
     * @param operatingPoints what is proved of each threshold, a line each
     * @param misses what went wrong, a line each, for whoever improves it; of the fit part only unless asked for
     */
    public record Report(
            List<Figure> figures, List<String> operatingPoints, List<Operating.Step> curve, List<String> misses) {}

    public List<Outcome> ask(List<Labelled> rows, LocalDate asOf) {
        return rows.stream()
                .map(row -> new Outcome(
                        row, thinking.think(new Question(row.question(), city.place(), asOf, Context.NONE))))
                .toList();
    }

    /** @param part which rows are reported on */
    public Report run(QuestionSet set, LocalDate asOf, Predicate<Labelled> part) {
        var outcomes = ask(set.questions().stream().filter(part).toList(), asOf);
        var text = outcomes.stream()
                .filter(outcome -> outcome.row().source() == Source.TEXT)
                .toList();
        var inScope = text.stream()
                .filter(outcome -> outcome.row().inScope() && !outcome.row().historic())
                .toList();
        var outOfScope =
                text.stream().filter(outcome -> !outcome.row().inScope()).toList();
        var figures = new ArrayList<Figure>();
        figures.addAll(ranking(inScope));
        figures.addAll(answers(inScope, outOfScope));
        figures.addAll(Operating.figures(models.get().thresholds(), points(inScope, outOfScope)));
        figures.addAll(kinds(outOfScope));
        figures.addAll(historic(text));
        figures.addAll(speech(outcomes));
        figures.addAll(dialogues(set.dialogues(), asOf));
        return new Report(
                figures,
                Operating.certificates(models.get().thresholds()),
                Operating.curve(points(inScope, outOfScope)),
                misses(outcomes));
    }

    private static List<Point> points(List<Outcome> inScope, List<Outcome> outOfScope) {
        return Stream.concat(inScope.stream(), outOfScope.stream())
                .map(Outcome::point)
                .toList();
    }

    private static List<Figure> ranking(List<Outcome> inScope) {
        return List.of(
                share("hit@1 in scope", inScope, Outcome::right, 0.82),
                share("hit@3 in scope", inScope, outcome -> outcome.rank() >= 1 && outcome.rank() <= 3, 0.93));
    }

    private static List<Figure> answers(List<Outcome> inScope, List<Outcome> outOfScope) {
        var right = inScope.stream()
                .filter(outcome -> outcome.answered() && outcome.right())
                .count();
        var given = inScope.stream().filter(Outcome::answered).count()
                + outOfScope.stream().filter(Outcome::answered).count();
        var points = points(inScope, outOfScope);
        var asked = inScope.stream()
                .filter(outcome -> outcome.thought().decision() instanceof Decision.Clarify)
                .toList();
        return List.of(
                Figure.share("precision of the answers given", right, given, 0.93),
                Figure.share("coverage: in scope, answered rightly", right, inScope.size(), 0.45),
                Figure.share(
                        "out of scope, not answered",
                        outOfScope.stream()
                                .filter(outcome -> !outcome.answered())
                                .count(),
                        outOfScope.size(),
                        0.90),
                Figure.value(
                        "calibration error (ECE, 15 bins)",
                        Operating.calibrationError(points),
                        0.05,
                        true,
                        points.size()),
                Figure.share("in scope, asked back", asked.size(), inScope.size(), null),
                Figure.share(
                        "  right entry among the options",
                        asked.stream().filter(outcome -> outcome.rank() > 0).count(),
                        asked.size(),
                        null));
    }

    private static List<Figure> kinds(List<Outcome> outOfScope) {
        var figures = new ArrayList<Figure>();
        var nearMisses = outOfScope.stream()
                .filter(outcome -> outcome.row().kind().equals("near_miss"))
                .toList();
        figures.add(share("near misses, not answered", nearMisses, outcome -> !outcome.answered(), null));
        var recognised = outOfScope.stream().filter(Outcome::mustBeRecognised).toList();
        figures.add(share("emergency, not accepted, wants a human: recognised", recognised, Outcome::recognised, 0.90));
        for (var kind : List.of("emergency", "not_accepted", "wants_human", "work_order", "citizen", "chitchat")) {
            var rows = outOfScope.stream()
                    .filter(outcome -> outcome.row().kind().equals(kind))
                    .toList();
            figures.add(share("  " + kind + " recognised", rows, Outcome::recognised, null));
        }
        return figures;
    }

    private static List<Figure> historic(List<Outcome> text) {
        var rows = text.stream().filter(outcome -> outcome.row().historic()).toList();
        return List.of(share("historic, hit@1 (reported apart)", rows, Outcome::right, null));
    }

    private static List<Figure> speech(List<Outcome> outcomes) {
        var noisy = outcomes.stream()
                .filter(outcome -> outcome.row().source() == Source.SPEECH)
                .toList();
        var clean = outcomes.stream()
                .filter(outcome -> outcome.row().source() == Source.SPEECH_CLEAN)
                .toList();
        var lost = rate(clean) - rate(noisy);
        return List.of(
                share("speech as recognised, hit@1", noisy, Outcome::right, null),
                share("speech as said, hit@1", clean, Outcome::right, null),
                Figure.value("hit@1 lost to recognition noise", lost, null, true, noisy.size()));
    }

    private static double rate(List<Outcome> outcomes) {
        return outcomes.isEmpty()
                ? 0
                : (double) outcomes.stream().filter(Outcome::right).count() / outcomes.size();
    }

    /** Each turn with the memory of the turns before it. */
    private List<Figure> dialogues(List<Dialogue> dialogues, LocalDate asOf) {
        var answered = 0;
        var right = 0;
        var answers = 0;
        var handoffs = 0;
        var handedOver = 0;
        for (var dialogue : dialogues) {
            var context = Context.NONE;
            for (var turn : dialogue.turns()) {
                var thought = thinking.think(new Question(turn.user(), city.place(), asOf, context));
                context = thought.contextAfter(context);
                var first = thought.decision().suggestions().stream().findFirst();
                var hit = first.map(one -> Judgement.meets(turn.gold(), one)).orElse(false);
                var gave = thought.decision() instanceof Decision.Answer;
                if (turn.expect().equals("ANSWER")) {
                    answers++;
                    right += hit ? 1 : 0;
                    answered += hit && gave ? 1 : 0;
                } else if (turn.expect().equals("HANDOFF")) {
                    handoffs++;
                    handedOver += gave ? 0 : 1;
                }
            }
        }
        return List.of(
                Figure.share("dialogue turns, right entry first", right, answers, null),
                Figure.share("dialogue turns, answered rightly", answered, answers, null),
                Figure.share("dialogue turns without an answer, not answered", handedOver, handoffs, null));
    }

    private static List<String> misses(List<Outcome> outcomes) {
        return outcomes.stream()
                .filter(outcome -> outcome.row().inScope()
                        ? !outcome.right() || !outcome.answered()
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

    private static Figure share(String name, List<Outcome> rows, Predicate<Outcome> met, @Nullable Double wanted) {
        return Figure.share(name, rows.stream().filter(met).count(), rows.size(), wanted);
    }
}
