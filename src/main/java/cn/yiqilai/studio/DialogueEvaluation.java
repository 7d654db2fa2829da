package cn.yiqilai.studio;

import cn.yiqilai.city.City;
import cn.yiqilai.decision.Decision;
import cn.yiqilai.decision.Reason;
import cn.yiqilai.studio.QuestionSet.Dialogue;
import cn.yiqilai.studio.QuestionSet.Turn;
import cn.yiqilai.turn.Question;
import cn.yiqilai.turn.Thinking;
import cn.yiqilai.turn.Thought;
import cn.yiqilai.understanding.Context;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** Holds labelled dialogues, each turn with the memory of the turns before it, and tells first turns from later ones. */
@ApplicationScoped
public class DialogueEvaluation {
    private final Thinking thinking;
    private final City city;

    DialogueEvaluation(Thinking thinking, City city) {
        this.thinking = thinking;
        this.city = city;
    }

    /**
     * A turn with what the service thought of it.
     *
     * @param number of the turn in its dialogue, from 1
     */
    public record Outcome(Dialogue dialogue, int number, Turn turn, Thought thought) {
        boolean follows() {
            return number > 1;
        }

        boolean wantsAnswer() {
            return turn.expect().equals("ANSWER");
        }

        boolean wantsPerson() {
            return turn.expect().equals("HANDOFF");
        }

        boolean answered() {
            return thought.decision() instanceof Decision.Answer;
        }

        /** The right entry stands first, whether it was said or not. */
        boolean right() {
            return thought.decision().suggestions().stream()
                    .findFirst()
                    .map(hit -> Judgement.meets(turn.gold(), hit))
                    .orElse(false);
        }

        boolean answeredRightly() {
            return answered() && right();
        }

        /** The worst that can happen: it is said with confidence and is not what was asked. */
        boolean answeredWrongly() {
            return answered() && !(wantsAnswer() && right());
        }

        /** What was hoped for happened. */
        public boolean met() {
            return switch (turn.expect()) {
                case "ANSWER" -> answeredRightly();
                case "HANDOFF" -> !answered();
                case "CLARIFY" -> thought.decision() instanceof Decision.Clarify;
                case "SMALL_TALK" -> thought.decision() instanceof Decision.SmallTalk;
                default -> throw new IllegalArgumentException(dialogue.id() + ": unknown expectation " + turn.expect());
            };
        }

        /** One line for whoever improves it. */
        public String line() {
            var first = thought.decision().suggestions().stream().findFirst();
            return String.format(
                    Locale.ROOT,
                    "%-9s %s/%d %.2f %s | %s | read %s | %s, wanted %s %s",
                    answeredWrongly() ? "WRONG" : met() ? "met" : right() ? "held back" : "missed",
                    dialogue.id(),
                    number,
                    thought.decision().confidence().value(),
                    thought.decision().reason().map(Reason::name).orElse("-"),
                    turn.user(),
                    thought.text(),
                    first.map(hit -> hit.target().id()).orElse("-"),
                    turn.expect(),
                    turn.gold());
        }
    }

    public List<Outcome> hold(List<Dialogue> dialogues, LocalDate asOf) {
        return dialogues.stream()
                .flatMap(dialogue -> hold(dialogue, asOf).stream())
                .toList();
    }

    private List<Outcome> hold(Dialogue dialogue, LocalDate asOf) {
        var outcomes = new ArrayList<Outcome>();
        var context = Context.NONE;
        for (var turn : dialogue.turns()) {
            context = context.after(turn.pause());
            var thought = thinking.think(new Question(turn.user(), city.place(), asOf, context));
            context = thought.contextAfter(context);
            outcomes.add(new Outcome(dialogue, outcomes.size() + 1, turn, thought));
        }
        return outcomes;
    }

    List<Figure> figures(List<Dialogue> dialogues, LocalDate asOf) {
        return figures(hold(dialogues, asOf));
    }

    public static List<Figure> figures(List<Outcome> outcomes) {
        var answers = outcomes.stream().filter(Outcome::wantsAnswer).toList();
        var first = answers.stream().filter(outcome -> !outcome.follows()).toList();
        var later = answers.stream().filter(Outcome::follows).toList();
        var persons = outcomes.stream().filter(Outcome::wantsPerson).toList();
        var allLater = outcomes.stream().filter(Outcome::follows).toList();
        var given = later.stream().filter(Outcome::answered).toList();
        return List.of(
                share("dialogue turns, right entry first", answers, Outcome::right),
                share("dialogue turns, answered rightly", answers, Outcome::answeredRightly),
                share("dialogue turns without an answer, not answered", persons, outcome -> !outcome.answered()),
                share("  first turns, right entry first", first, Outcome::right),
                share("  first turns, answered rightly", first, Outcome::answeredRightly),
                share("  later turns, right entry first", later, Outcome::right),
                share("  later turns, answered rightly", later, Outcome::answeredRightly),
                share("  later turns, precision of the answers given", given, Outcome::right),
                share("  later turns, confident and wrong", allLater, Outcome::answeredWrongly));
    }

    private static Figure share(String name, List<Outcome> outcomes, Predicate<Outcome> met) {
        return Figure.share(name, outcomes.stream().filter(met).count(), outcomes.size(), null);
    }

    /** What did not go as hoped in the dialogues that may be looked at. */
    List<String> misses(List<Dialogue> dialogues, LocalDate asOf) {
        return hold(dialogues.stream().filter(Dialogue::fit).toList(), asOf).stream()
                .filter(outcome -> !outcome.met())
                .map(Outcome::line)
                .toList();
    }
}
