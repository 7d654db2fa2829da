package cn.yiqilai.calendar.web;

import cn.yiqilai.calendar.CalendarDay;
import cn.yiqilai.calendar.DayChange;
import cn.yiqilai.calendar.LoadedNotice;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What came of a notice, or would come of it.
 *
 * @param version of that year's notice: the one in force, or that it would get
 * @param changes days that become another kind of day
 * @param confirmed days that were provisional and are certain now
 * @param warnings what should be looked at
 */
@Schema(name = "NoticeLoading")
record NoticeLoading(
        int year,
        long version,
        LoadedNotice.Outcome outcome,
        List<Change> changes,
        int confirmed,
        List<String> warnings) {
    /** A name is null on ordinary days. */
    @Schema(name = "CalendarDayChange")
    record Change(
            LocalDate date,
            CalendarDay.Kind before,
            @Nullable String nameBefore,
            CalendarDay.Kind after,
            @Nullable String nameAfter) {
        static Change of(DayChange change) {
            return new Change(
                    change.date(),
                    change.before().kind(),
                    change.before().name(),
                    change.after().kind(),
                    change.after().name());
        }
    }

    static NoticeLoading of(LoadedNotice loaded) {
        return new NoticeLoading(
                loaded.notice().notice().year(),
                loaded.notice().version(),
                loaded.outcome(),
                loaded.changes().stream().map(Change::of).toList(),
                loaded.confirmed(),
                loaded.warnings());
    }
}
