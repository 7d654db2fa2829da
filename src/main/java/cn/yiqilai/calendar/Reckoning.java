package cn.yiqilai.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Keeps account of one due time while it is counted: a line a day, and whether any of them may still change. */
final class Reckoning {
    private static final String WEEKDAYS = "一二三四五六日";
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("HH:mm:ss");
    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("HH:mm");

    private final List<String> lines = new ArrayList<>();
    private String beginning;
    private boolean provisional;

    private Reckoning(String beginning) {
        this.beginning = beginning;
    }

    /** The first line says from when on it is counted. */
    static Reckoning from(long startNano) {
        return new Reckoning(CalendarWords.START.say(clock(startNano)));
    }

    /** Counted from a day as a whole, as a longer time is from the old due day. */
    static Reckoning fromDay() {
        return new Reckoning("");
    }

    /** A day whose being worked or not makes the due time what it is. */
    void depend(CalendarDay day, String said) {
        provisional |= day.provisional();
        line(day.date(), day.provisional() ? said + CalendarWords.PROVISIONAL.say() : said);
    }

    /** A day that may be what it likes. */
    void mention(LocalDate date, String said) {
        line(date, said);
    }

    private void line(LocalDate date, String said) {
        lines.add(CalendarWords.LINE.say(date, weekday(date), beginning + said));
        beginning = "";
    }

    /** @param nano the time of the day of the last line, 24:00 included */
    DueTime due(Instant at, long nano) {
        lines.add(lines.removeLast() + CalendarWords.DUE.say(clock(nano)));
        return new DueTime(at, provisional, lines);
    }

    /** {@code 一} to {@code 日}. */
    static String weekday(LocalDate date) {
        return String.valueOf(WEEKDAYS.charAt(date.getDayOfWeek().getValue() - 1));
    }

    /** {@code 17:59}, with seconds only where there are some. */
    static String clock(long nano) {
        if (nano == Opening.MINUTES_A_DAY * Opening.NANOS_A_MINUTE) {
            return Opening.clock(Opening.MINUTES_A_DAY);
        }
        var time = LocalTime.ofNanoOfDay(nano).truncatedTo(ChronoUnit.SECONDS);
        return (time.getSecond() == 0 ? MINUTES : SECONDS).format(time);
    }

    /** {@code 1 小时 30 分钟}; what is less than a second counts as nothing. */
    static String length(Duration length) {
        var parts = Stream.of(
                        CalendarWords.HOURS.amount(length.toHours()),
                        CalendarWords.MINUTES.amount(length.toMinutesPart()),
                        CalendarWords.SECONDS.amount(length.toSecondsPart()))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
        return parts.isEmpty() ? CalendarWords.SECONDS.say(0) : parts;
    }
}
