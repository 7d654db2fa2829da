package cn.yiqilai.calendar;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One day as it is counted.
 *
 * @param name of the holiday that it belongs to, as the notice or the law has it; null for ordinary days
 * @param provisional true when no notice has told of it yet, so that a notice may change it (reading A15)
 */
public record CalendarDay(
        LocalDate date, Kind kind, @Nullable String name, boolean provisional) {
    /** What makes it a day that is worked or not. */
    @Schema(name = "CalendarDayKind")
    public enum Kind {
        /** 工作日: Monday to Friday, and nothing else is said */
        WORKING,
        /** 周末 */
        WEEKEND,
        /** 放假 */
        HOLIDAY,
        /** 调休上班: worked instead of a day that a notice made free */
        MAKE_UP
    }

    public boolean isWorked() {
        return switch (kind) {
            case WORKING, MAKE_UP -> true;
            case WEEKEND, HOLIDAY -> false;
        };
    }

    /** What is said of the day, in Chinese: {@code 周末}, {@code 春节放假}, {@code 春节调休上班}, {@code 工作日}. */
    String label() {
        return switch (kind) {
            case WORKING -> CalendarWords.WORKING.say();
            case WEEKEND -> CalendarWords.WEEKEND.say();
            case HOLIDAY -> CalendarWords.HOLIDAY.say(String.valueOf(name));
            case MAKE_UP -> CalendarWords.MAKE_UP.say(String.valueOf(name));
        };
    }
}
