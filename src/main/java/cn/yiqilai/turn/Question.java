package cn.yiqilai.turn;

import cn.yiqilai.city.Place;
import cn.yiqilai.decision.OperatingPoint;
import cn.yiqilai.understanding.Context;
import java.time.LocalDate;

/**
 * What is asked, by whom seen from where and when.
 *
 * @param text 1..500 code points
 * @param asker where the enterprise is
 * @param asOf the day the answer must hold for
 * @param point for whom it is decided
 */
public record Question(String text, Place asker, LocalDate asOf, Context context, OperatingPoint point) {
    /** What an enterprise asks by itself. */
    public Question(String text, Place asker, LocalDate asOf, Context context) {
        this(text, asker, asOf, context, OperatingPoint.PUBLIC);
    }

    /** The same, decided for others. */
    public Question at(OperatingPoint other) {
        return new Question(text, asker, asOf, context, other);
    }
}
