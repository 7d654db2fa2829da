package cn.yiqilai.insight;

import cn.yiqilai.platform.Shanghai;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What is evaluated at a time: a month {@code 2026-03}, a calendar quarter {@code 2026-Q1} (reading A14) or a year {@code
 * 2026}.
 *
 * @param first its first day
 * @param next the first day after it
 */
public record Period(Length length, LocalDate first, LocalDate next) {
    private static final Pattern YEAR = Pattern.compile("2[0-9]{3}");
    private static final Pattern MONTH = Pattern.compile("(2[0-9]{3})-(0[1-9]|1[0-2])");
    private static final Pattern QUARTER = Pattern.compile("(2[0-9]{3})-Q([1-4])");
    private static final int MONTHS_OF_QUARTER = 3;

    /** How long it is. */
    @Schema(name = "PeriodLength")
    public enum Length {
        MONTH,
        QUARTER,
        YEAR
    }

    /** Empty for what is none; years 2000 to 2999. */
    public static Optional<Period> parse(String raw) {
        var text = raw.strip();
        if (YEAR.matcher(text).matches()) {
            return Optional.of(of(Length.YEAR, Integer.parseInt(text), 1));
        }
        var month = MONTH.matcher(text);
        if (month.matches()) {
            return Optional.of(of(Length.MONTH, Integer.parseInt(month.group(1)), Integer.parseInt(month.group(2))));
        }
        var quarter = QUARTER.matcher(text);
        return quarter.matches()
                ? Optional.of(of(
                        Length.QUARTER,
                        Integer.parseInt(quarter.group(1)),
                        MONTHS_OF_QUARTER * (Integer.parseInt(quarter.group(2)) - 1) + 1))
                : Optional.empty();
    }

    private static Period of(Length length, int year, int month) {
        var first = LocalDate.of(year, month, 1);
        return new Period(
                length,
                first,
                switch (length) {
                    case MONTH -> first.plusMonths(1);
                    case QUARTER -> first.plusMonths(MONTHS_OF_QUARTER);
                    case YEAR -> first.plusYears(1);
                });
    }

    /** As it is written: {@code 2026-03}. */
    public String name() {
        return switch (length) {
            case MONTH -> first.toString().substring(0, 7);
            case QUARTER -> first.getYear() + "-Q" + (first.getMonthValue() / MONTHS_OF_QUARTER + 1);
            case YEAR -> Integer.toString(first.getYear());
        };
    }

    public LocalDate last() {
        return next.minusDays(1);
    }

    /** Counted in. */
    public Instant from() {
        return midnight(first);
    }

    /** Not counted in: what happens at midnight belongs to the next. */
    public Instant until() {
        return midnight(next);
    }

    public boolean holds(Instant instant) {
        return !instant.isBefore(from()) && instant.isBefore(until());
    }

    public boolean isOver(Instant now) {
        return !now.isBefore(until());
    }

    /** 评估节点次月: the last day of the month after it. */
    public LocalDate publishBy() {
        return next.plusMonths(1).minusDays(1);
    }

    private static Instant midnight(LocalDate day) {
        return day.atStartOfDay(Shanghai.ZONE).toInstant();
    }
}
