package cn.yiqilai.insight;

import cn.yiqilai.city.Kind;
import cn.yiqilai.workorder.Rating;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What counts of an order, without personal data.
 *
 * @param unit who owes the reply, or closed it; null when no unit was asked
 * @param dispatchedAt the first time; null when it never was
 * @param ending how it ended; null while it is open
 * @param endedAt when; for a closed order the instant at which its reply was accepted
 * @param threeWay a specialist was called
 * @param due until when the reply was owed; null where the rules are silent or no clock ran
 * @param metAt when the version that passed was submitted (reading A7); null while there is none
 * @param dueIncluded whether what is done at {@code due} itself is in time
 * @param returns how many units gave it back
 * @param extensions how many were approved
 * @param sentBack how often its reply was
 * @param firstGrade, latestGrade 1..5; null when nobody gave one
 */
public record OrderFacts(
        String number,
        Kind kind,
        @Nullable String unit,
        @Nullable Instant dispatchedAt,
        @Nullable Ending ending,
        @Nullable Instant endedAt,
        boolean threeWay,
        @Nullable Instant due,
        @Nullable Instant metAt,
        boolean dueIncluded,
        int returns,
        int extensions,
        int sentBack,
        boolean supervised,
        @Nullable Integer firstGrade,
        @Nullable Integer latestGrade) {
    private static final int CONTENT_FROM = Rating.CONTENT_FROM;

    /** How an order comes to its end. */
    public enum Ending {
        /** 办结 */
        CLOSED,
        /** 在线解答 */
        ANSWERED_ONLINE,
        /** 不予受理 */
        DECLINED
    }

    boolean isEndedBefore(Instant instant) {
        return endedAt != null && endedAt.isBefore(instant);
    }

    boolean endsIn(Period period, Ending how) {
        return ending == how && endedAt != null && period.holds(endedAt);
    }

    boolean isFirstDispatchedIn(Period period) {
        return dispatchedAt != null && period.holds(dispatchedAt);
    }

    boolean isOnTime() {
        return due != null && metAt != null && !isLate(due, metAt);
    }

    /** Whether its reply was owed before then and had not been submitted. */
    boolean isOverdueAt(Instant instant) {
        return due != null && isLate(due, metAt != null && metAt.isBefore(instant) ? metAt : instant);
    }

    private boolean isLate(Instant limit, Instant at) {
        return dueIncluded ? at.isAfter(limit) : !at.isBefore(limit);
    }

    static boolean isContent(@Nullable Integer grade) {
        return grade != null && grade >= CONTENT_FROM;
    }
}
