package cn.yiqilai.calendar;

import cn.yiqilai.calendar.Notice.NoticeDay;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/**
 * A made-up office: notices of some years, hours by weekday, season, first day and department. It is told twice, once as
 * {@link WorkCalendar} is told and once, in plain maps and minutes, to the {@link SlowCalendar}.
 */
final class RandomOffice {
    /** By 全国年节及纪念日放假办法 of 2025; the dates of 2026 to 2028 as published almanacs have them. */
    private static final Set<String> STATUTORY = Set.of(
            "2026-01-01 2026-02-16 2026-02-17 2026-02-18 2026-02-19 2026-04-05 2026-05-01 2026-05-02 2026-06-19 2026-09-25",
            "2026-10-01 2026-10-02 2026-10-03 2027-01-01 2027-02-05 2027-02-06 2027-02-07 2027-02-08 2027-04-05 2027-05-01",
            "2027-05-02 2027-06-09 2027-09-15 2027-10-01 2027-10-02 2027-10-03");

    private final Random random;
    private final Map<Integer, Map<LocalDate, Boolean>> notices = new TreeMap<>();
    private final List<Layer> layers = new ArrayList<>();

    final WorkCalendar calendar;
    final SlowCalendar slow;
    final int seed;

    /** Hours by first day of holding; the later one counts. */
    private record Layer(List<Part> parts) {}

    /** @param until null: open */
    private record Part(LocalDate from, LocalDate until, Week usual, List<Span> seasons) {}

    /** Both ends are counted in days of a leap year, and the end may lie before the start. */
    private record Span(MonthDay from, MonthDay until, Week week) {}

    /** Minutes of each opening, for each weekday 1..7. */
    private record Week(Map<Integer, List<int[]>> openings) {}

    RandomOffice(int seed) {
        this.seed = seed;
        this.random = new Random(seed);
        for (var year : List.of(2026, 2027, 2028)) {
            if (random.nextInt(3) > 0) {
                notices.put(year, notice(year));
            }
        }
        for (var layer = random.nextInt(3); layer >= 0; layer--) {
            layers.add(layer());
        }
        calendar = new WorkCalendar(
                new Days(notices.entrySet().stream().map(RandomOffice::told).toList(), WorkCalendars.STATUTORY),
                new OfficeHours(layers.stream().map(RandomOffice::told).toList()));
        slow = new SlowCalendar(minutes());
    }

    /** Free days anywhere, make-up days on weekends. */
    private Map<LocalDate, Boolean> notice(int year) {
        var days = new HashMap<LocalDate, Boolean>();
        for (var run = random.nextInt(12); run > 0; run--) {
            var first = LocalDate.of(year, 1, 1).plusDays(random.nextInt(365) - 7);
            for (var day = random.nextInt(9); day >= 0; day--) {
                put(days, year, first.plusDays(day), true);
            }
        }
        for (var times = random.nextInt(15); times > 0; times--) {
            var day = LocalDate.of(year, 1, 1).plusDays(random.nextInt(365) - 7);
            put(days, year, day.with(random.nextBoolean() ? DayOfWeek.SATURDAY : DayOfWeek.SUNDAY), false);
        }
        put(days, year, LocalDate.of(year, 1, 1), true);
        return days;
    }

    private static void put(Map<LocalDate, Boolean> days, int year, LocalDate day, boolean off) {
        if (day.getYear() == year || day.getYear() == year - 1 && day.getMonthValue() == 12) {
            days.put(day, off);
        }
    }

    private Layer layer() {
        var parts = new ArrayList<Part>();
        for (var part = random.nextInt(3); part >= 0; part--) {
            var from = SlowCalendar.FIRST.plusDays(random.nextInt(500) - 100);
            var until = random.nextBoolean() ? null : from.plusDays(random.nextInt(200));
            if (parts.stream().noneMatch(other -> other.from().equals(from))) {
                parts.add(new Part(from, until, week(), random.nextBoolean() ? List.of() : List.of(season())));
            }
        }
        return new Layer(parts);
    }

    private Span season() {
        return new Span(monthDay(), monthDay(), week());
    }

    private MonthDay monthDay() {
        return MonthDay.from(LocalDate.of(2024, 1, 1).plusDays(random.nextInt(366)));
    }

    private Week week() {
        var openings = new HashMap<Integer, List<int[]>>();
        var usual = day();
        for (var weekday = 1; weekday <= 7; weekday++) {
            openings.put(weekday, random.nextInt(3) == 0 ? day() : usual);
        }
        if (random.nextBoolean()) {
            openings.put(6, openings.get(1));
            openings.put(7, openings.get(1));
        }
        return new Week(openings);
    }

    /** One to four openings; now and then the whole day, sometimes touching each other. */
    private List<int[]> day() {
        if (random.nextInt(20) == 0) {
            return List.of(new int[] {0, 1440});
        }
        var cuts = random.ints(2L + 2L * random.nextInt(4), 0, 1441)
                .distinct()
                .sorted()
                .toArray();
        if (cuts.length < 2) {
            return List.of(new int[] {540, 720}, new int[] {780, 1080});
        }
        var openings = new ArrayList<int[]>();
        for (var index = 0; index + 1 < cuts.length; index += 2) {
            openings.add(new int[] {cuts[index], cuts[index + 1]});
        }
        return openings;
    }

    // As it is told to the oracle.

    private BitSet minutes() {
        var open = new BitSet();
        var minute = 0;
        for (var day = SlowCalendar.FIRST; day.isBefore(SlowCalendar.END); day = day.plusDays(1)) {
            if (isWorked(day)) {
                for (var opening : openings(day)) {
                    open.set(minute + opening[0], minute + opening[1]);
                }
            }
            minute += 1440;
        }
        return open;
    }

    private boolean isWorked(LocalDate day) {
        var said = (Boolean) null;
        for (var notice : notices.values()) {
            said = notice.getOrDefault(day, said);
        }
        if (said != null) {
            return !said;
        }
        var isStatutory =
                STATUTORY.stream().anyMatch(line -> List.of(line.split(" ")).contains(day.toString()));
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && (notices.containsKey(day.getYear()) || !isStatutory);
    }

    /** No notice names it, and one that is not there yet could. */
    boolean isUncertain(LocalDate day) {
        var isNamed = notices.values().stream().anyMatch(notice -> notice.containsKey(day));
        var isEndOfYear = day.getMonthValue() == 12 && day.getDayOfMonth() > 27;
        return !isNamed
                && (!notices.containsKey(day.getYear()) || isEndOfYear && !notices.containsKey(day.getYear() + 1));
    }

    /** The oracle of an office where that day is worked if it was not, and free if it was. */
    SlowCalendar slowWithout(LocalDate day) {
        var minutes = minutes();
        var midnight = (int) ChronoUnit.DAYS.between(SlowCalendar.FIRST, day) * 1440;
        if (isWorked(day)) {
            minutes.clear(midnight, midnight + 1440);
        } else {
            openings(day).forEach(opening -> minutes.set(midnight + opening[0], midnight + opening[1]));
        }
        return new SlowCalendar(minutes);
    }

    private List<int[]> openings(LocalDate day) {
        for (var layer : layers) {
            Part holding = null;
            for (var part : layer.parts()) {
                var holds = !day.isBefore(part.from()) && (part.until() == null || !day.isAfter(part.until()));
                if (holds && (holding == null || part.from().isAfter(holding.from()))) {
                    holding = part;
                }
            }
            if (holding != null) {
                return week(holding, day).openings().get(day.getDayOfWeek().getValue());
            }
        }
        return List.of(new int[] {540, 720}, new int[] {780, 1080});
    }

    private static Week week(Part part, LocalDate day) {
        for (var season : part.seasons()) {
            // Along the year from its first day until the last one is met.
            for (var walked = LocalDate.of(
                            2024, season.from().getMonthValue(), season.from().getDayOfMonth());
                    ;
                    walked = walked.plusDays(1)) {
                if (MonthDay.from(walked).equals(MonthDay.from(day))) {
                    return season.week();
                }
                if (MonthDay.from(walked).equals(season.until())) {
                    break;
                }
                if (walked.equals(LocalDate.of(2024, 12, 31))) {
                    walked = LocalDate.of(2023, 12, 31);
                }
            }
        }
        return part.usual();
    }

    // As it is told to the calendar.

    private static Notice told(Map.Entry<Integer, Map<LocalDate, Boolean>> notice) {
        return new Notice(
                notice.getKey(),
                List.of(),
                new TreeMap<>(notice.getValue())
                        .entrySet().stream()
                                .map(day -> new NoticeDay(day.getKey(), "假", day.getValue()))
                                .toList());
    }

    private static List<Schedule> told(Layer layer) {
        return layer.parts().stream()
                .map(part -> new Schedule(
                        part.from(),
                        part.until(),
                        told(part.usual()),
                        part.seasons().stream()
                                .map(season -> new Schedule.Season(season.from(), season.until(), told(season.week())))
                                .toList()))
                .toList();
    }

    private static WeekHours told(Week week) {
        var hours = new EnumMap<DayOfWeek, DayHours>(DayOfWeek.class);
        week.openings()
                .forEach((weekday, openings) -> hours.put(
                        DayOfWeek.of(weekday),
                        new DayHours(openings.stream()
                                .map(opening -> new Opening(opening[0], opening[1]))
                                .toList())));
        return new WeekHours(hours);
    }

    @Override
    public String toString() {
        return "office " + seed + ": notices " + notices + ", " + calendar.version();
    }
}
