package cn.yiqilai.workorder;

import cn.yiqilai.workorder.clock.ClockEvent.RatingChannel;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How content the enterprise is with what was done (五级评价). Never overwritten: a later one stands beside it.
 *
 * @param grade 5 非常满意, 4 满意, 3 基本满意, 2 不满意, 1 非常不满意
 * @param reason at most 1000 code points; a person who calls asks for it when the grade is bad
 */
public record Rating(
        RatingChannel channel, int grade, @Nullable String reason, Instant at) {
    public static final int WORST = 1;
    public static final int BEST = 5;
    public static final int CONTENT_FROM = 3;

    public Rating {
        if (grade < WORST || grade > BEST) {
            throw new IllegalArgumentException("not a grade: " + grade);
        }
    }

    /** 满意 in the sense of the rules: 基本满意 or better. */
    public boolean isContent() {
        return grade >= CONTENT_FROM;
    }
}
