package cn.yiqilai.calendar.tyme;

import cn.yiqilai.calendar.Almanac;
import com.tyme.lunar.LunarDay;
import com.tyme.solar.SolarDay;
import com.tyme.solar.SolarTerm;
import jakarta.inject.Singleton;
import java.time.LocalDate;

/** By tyme4j, which computes new moons and solar terms; valid far beyond the years that a deadline can reach. */
@Singleton
public final class TymeAlmanac implements Almanac {
    /** The terms of a year begin with 冬至 of the year before: 0 冬至, 1 小寒, … 7 清明. */
    private static final int CLEAR_AND_BRIGHT = 7;

    @Override
    public LocalDate lunarDay(int lunarYear, int month, int day) {
        return date(LunarDay.fromYmd(lunarYear, month, day).getSolarDay());
    }

    @Override
    public LocalDate clearAndBright(int year) {
        return date(SolarTerm.fromIndex(year, CLEAR_AND_BRIGHT).getJulianDay().getSolarDay());
    }

    private static LocalDate date(SolarDay day) {
        return LocalDate.of(day.getYear(), day.getMonth(), day.getDay());
    }
}
