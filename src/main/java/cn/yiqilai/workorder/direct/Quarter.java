package cn.yiqilai.workorder.direct;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A calendar quarter (reading A14), written {@code 2026-Q1}.
 *
 * @param year 2000..2999
 * @param number 1..4
 */
public record Quarter(int year, int number) {
    private static final Pattern FORM = Pattern.compile("(2\\d{3})-Q([1-4])");
    private static final int MONTHS = 3;

    public Quarter {
        if (year < 2000 || year > 2999 || number < 1 || number > 4) {
            throw new IllegalArgumentException("no quarter: " + year + "-Q" + number);
        }
    }

    public static Optional<Quarter> parse(String text) {
        var match = FORM.matcher(text.strip());
        return match.matches()
                ? Optional.of(new Quarter(Integer.parseInt(match.group(1)), Integer.parseInt(match.group(2))))
                : Optional.empty();
    }

    public LocalDate first() {
        return LocalDate.of(year, MONTHS * (number - 1) + 1, 1);
    }

    public LocalDate last() {
        return first().plusMonths(MONTHS).minusDays(1);
    }

    public boolean holds(LocalDate day) {
        return !day.isBefore(first()) && !day.isAfter(last());
    }

    @Override
    public String toString() {
        return year + "-Q" + number;
    }
}
