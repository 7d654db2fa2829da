package cn.yiqilai.studio;

import cn.yiqilai.decision.Decision;
import cn.yiqilai.studio.Operating.Point;
import cn.yiqilai.studio.QuestionSet.Labelled;

/**
 * How one way of answering did on one labelled question.
 *
 * @param rank of the first right entry, from 1; 0 when none was found
 * @param answered whether it was answered; otherwise it was asked back, handed over or declined
 * @param confidence from which it would have been answered
 */
public record Verdict(Labelled row, int rank, boolean answered, double confidence) {
    static Verdict of(Labelled row, Decision decision) {
        return new Verdict(
                row,
                Judgement.rank(row.gold(), decision.suggestions()),
                decision instanceof Decision.Answer,
                decision.confidence().value());
    }

    boolean right() {
        return rank == 1;
    }

    boolean rightAmong(int first) {
        return rank >= 1 && rank <= first;
    }

    boolean answeredRightly() {
        return answered && right();
    }

    Point point() {
        return new Point(confidence, right(), row.inScope());
    }
}
