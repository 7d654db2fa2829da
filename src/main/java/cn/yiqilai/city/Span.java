package cn.yiqilai.city;

import cn.yiqilai.calendar.TimeLimit;
import cn.yiqilai.platform.Messages;
import com.fasterxml.jackson.annotation.JsonFormat;
import java.time.Duration;
import java.time.LocalTime;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A time limit as the document words it: a number of a unit, or a time of day.
 *
 * @param count 1..1000; null with {@link Unit#WORKING_DAY_TIME}
 * @param time in Shanghai; null with every other unit
 */
@Schema(name = "RuleSpan")
public record Span(
        Unit unit,
        @Nullable Integer count,

        @JsonFormat(pattern = "HH:mm") @Schema(examples = "09:00") @Nullable
        LocalTime time) {
    /** What is counted. */
    @Schema(name = "RuleUnit")
    public enum Unit {
        /** 分钟, by the clock on the wall (reading A8) */
        MINUTE,
        /** 小时, by the clock on the wall (reading A8) */
        HOUR,
        /** 工作小时 */
        WORKING_HOUR,
        /** 工作日 */
        WORKING_DAY,
        /** 工作日几时前 */
        WORKING_DAY_TIME
    }

    public Span {
        if ((unit == Unit.WORKING_DAY_TIME) == (time == null) || (time == null) == (count == null)) {
            throw new IllegalArgumentException("a number of a unit or a time of day, not " + unit + count + time);
        }
        if (count != null && (count < 1 || count > 1000)) {
            throw new IllegalArgumentException("a limit counts 1 to 1000, not " + count);
        }
    }

    public static Span of(int count, Unit unit) {
        return new Span(unit, count, null);
    }

    public static Span until(LocalTime time) {
        return new Span(Unit.WORKING_DAY_TIME, null, time);
    }

    public TimeLimit asTimeLimit() {
        return switch (unit) {
            case MINUTE -> new TimeLimit.Elapsed(Duration.ofMinutes(number()));
            case HOUR -> new TimeLimit.Elapsed(Duration.ofHours(number()));
            case WORKING_HOUR -> new TimeLimit.WorkingHours(number());
            case WORKING_DAY -> new TimeLimit.WorkingDays(number());
            case WORKING_DAY_TIME -> new TimeLimit.WorkingDayTime(timeOfDay());
        };
    }

    /** In Chinese: {@code 1 工作小时}, {@code 工作日 09:00 前}. */
    public String words() {
        return switch (unit) {
            case MINUTE -> Messages.of("city.span.minute", number());
            case HOUR -> Messages.of("city.span.hour", number());
            case WORKING_HOUR -> Messages.of("city.span.working-hour", number());
            case WORKING_DAY -> Messages.of("city.span.working-day", number());
            case WORKING_DAY_TIME -> Messages.of("city.span.working-day-time", timeOfDay());
        };
    }

    private int number() {
        if (count == null) {
            throw new IllegalStateException(unit + " counts nothing");
        }
        return count;
    }

    private LocalTime timeOfDay() {
        if (time == null) {
            throw new IllegalStateException(unit + " has no time of day");
        }
        return time;
    }
}
