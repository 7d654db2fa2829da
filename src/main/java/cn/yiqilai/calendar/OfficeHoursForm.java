package cn.yiqilai.calendar;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Office hours as they are sent, before anybody looked at them; also the form of the seed.
 *
 * @param profile null: everybody's
 * @param department null: all of the profile
 * @param version that was seen, 0 for none
 * @param schedules none: the hours of the next wider office hold
 */
@Schema(
        name = "OfficeHoursChange",
        requiredProperties = {"version", "schedules"})
public record OfficeHoursForm(
        @Nullable String profile,
        @Nullable String department,
        @Nullable Long version,
        @Nullable List<@Nullable Schedule> schedules) {
    /** @param until last day; null: until another one begins */
    @Schema(
            name = "OfficeSchedule",
            requiredProperties = {"from", "hours"})
    public record Schedule(
            @Schema(format = "date") @Nullable String from,
            @Schema(format = "date") @Nullable String until,
            @Nullable List<@Nullable Weekdays> hours,
            @Nullable List<@Nullable Season> seasons) {}

    /** From one day of the year to another, over the turn of the year as well. */
    @Schema(
            name = "OfficeSeason",
            requiredProperties = {"from", "until", "hours"})
    public record Season(
            @Schema(examples = "05-01") @Nullable String from,
            @Schema(examples = "09-30") @Nullable String until,
            @Nullable List<@Nullable Weekdays> hours) {}

    /** @param weekdays none: every day of the week */
    @Schema(
            name = "OfficeWeekdays",
            requiredProperties = {"open"})
    public record Weekdays(
            @Schema(description = "MONDAY 至 SUNDAY；不填为每天") @Nullable
            List<@Nullable String> weekdays,

            @Schema(description = "如 09:00-12:00，下班时刻不含在内") @Nullable
            List<@Nullable String> open) {}
}
