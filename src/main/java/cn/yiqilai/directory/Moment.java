package cn.yiqilai.directory;

import cn.yiqilai.platform.Shanghai;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads an instant as programs, people and spreadsheets write it. Without an offset Shanghai's time is meant. */
final class Moment {
    private static final Pattern WRITTEN = Pattern.compile(
            "(\\d{4})\\s*[-/.年]\\s*(\\d{1,2})\\s*[-/.月]\\s*(\\d{1,2})\\s*日?[ T]*(\\d{1,2})[:：](\\d{2})(?:[:：](\\d{2}))?");
    private static final Pattern SERIAL = Pattern.compile("\\d{5}(?:\\.\\d+)?");
    /** Day 0 of a spreadsheet, with the leap day that 1900 never had. */
    private static final LocalDateTime DAY_ZERO = LocalDate.of(1899, 12, 30).atStartOfDay();

    private static final int EARLIEST_YEAR = 2000;
    private static final int LATEST_YEAR = 2999;

    private Moment() {}

    /** Empty when it is none, or before 2000 or after 2999. */
    static Optional<Instant> read(String text) {
        try {
            var time = time(text);
            return time.filter(at -> at.getYear() >= EARLIEST_YEAR && at.getYear() <= LATEST_YEAR)
                    .map(OffsetDateTime::toInstant);
        } catch (DateTimeException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static Optional<OffsetDateTime> time(String text) {
        var written = WRITTEN.matcher(text);
        if (written.matches()) {
            return Optional.of(here(LocalDateTime.of(
                    Integer.parseInt(written.group(1)),
                    Integer.parseInt(written.group(2)),
                    Integer.parseInt(written.group(3)),
                    Integer.parseInt(written.group(4)),
                    Integer.parseInt(written.group(5)),
                    written.group(6) == null ? 0 : Integer.parseInt(written.group(6)))));
        }
        if (SERIAL.matcher(text).matches()) {
            var minutes =
                    Math.round(Double.parseDouble(text) * Duration.ofDays(1).toMinutes());
            return Optional.of(here(DAY_ZERO.plusMinutes(minutes)));
        }
        return Optional.of(OffsetDateTime.parse(text));
    }

    private static OffsetDateTime here(LocalDateTime time) {
        return time.atZone(Shanghai.ZONE).toOffsetDateTime();
    }
}
