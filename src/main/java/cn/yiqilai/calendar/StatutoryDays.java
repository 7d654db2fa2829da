package cn.yiqilai.calendar;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The days that are free for everybody by 全国年节及纪念日放假办法, with no notice needed.
 *
 * <p>Since 2025-01-01 (国务院令第795号) they are thirteen: 元旦, 除夕 to 初三, 清明, 1 and 2 May, 端午, 中秋, 1 to 3 October.
 * Before, since 2014 (国务院令第644号), eleven: neither 除夕 nor 2 May. Shifts to make holidays longer are never statutory; they
 * are the notice's.
 */
public final class StatutoryDays {
    /** From which version of the law on 除夕 and 2 May are free. */
    static final int THIRTEEN_DAYS_SINCE = 2025;

    private final Almanac almanac;
    private final Map<Integer, NavigableMap<LocalDate, String>> years = new ConcurrentHashMap<>();

    public StatutoryDays(Almanac almanac) {
        this.almanac = almanac;
    }

    /** The free days of a Gregorian year with the holiday's name, in order. */
    public NavigableMap<LocalDate, String> of(int year) {
        return years.computeIfAbsent(year, this::compute);
    }

    private NavigableMap<LocalDate, String> compute(int year) {
        var thirteen = year >= THIRTEEN_DAYS_SINCE;
        var days = new TreeMap<LocalDate, String>();
        days.put(LocalDate.of(year, 1, 1), "元旦");
        put(days, almanac.lunarDay(year, 1, 1), 3, "春节");
        if (thirteen) {
            put(days, almanac.lunarDay(year, 1, 1).minusDays(1), 1, "春节");
        }
        put(days, almanac.clearAndBright(year), 1, "清明节");
        put(days, MonthDay.of(5, 1).atYear(year), thirteen ? 2 : 1, "劳动节");
        put(days, almanac.lunarDay(year, 5, 5), 1, "端午节");
        put(days, almanac.lunarDay(year, 8, 15), 1, "中秋节");
        put(days, MonthDay.of(10, 1).atYear(year), 3, "国庆节");
        return Collections.unmodifiableNavigableMap(days);
    }

    /** 中秋 may fall on a day of the National Day: then it has both names. */
    private static void put(NavigableMap<LocalDate, String> days, LocalDate first, int count, String name) {
        for (var day = 0; day < count; day++) {
            days.merge(first.plusDays(day), name, (one, other) -> other + "、" + one);
        }
    }
}
