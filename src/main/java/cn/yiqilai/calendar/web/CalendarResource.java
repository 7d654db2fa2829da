package cn.yiqilai.calendar.web;

import cn.yiqilai.calendar.Calendars;
import cn.yiqilai.calendar.Days;
import cn.yiqilai.calendar.OfficeHoursRules;
import cn.yiqilai.platform.Problem;
import cn.yiqilai.platform.Settings;
import cn.yiqilai.platform.Shanghai;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** A year day by day, for whoever works here. */
@Path("/api/v1/calendar")
@Tag(name = "工作日历", description = "工作日、节假日、调休与办公时间。期限都按它计算。")
@RunOnVirtualThread
@Authenticated
public class CalendarResource {
    private final Calendars calendars;
    private final Settings settings;
    private final Clock clock;

    CalendarResource(Calendars calendars, Settings settings, Clock clock) {
        this.calendars = calendars;
        this.settings = settings;
        this.clock = clock;
    }

    @GET
    @Operation(summary = "一年的工作日历", description = "逐日列出工作日、周末、放假、调休上班与办公时间。尚无放假通知的日子 provisional 为 true，暂按法定节假日推算。")
    @APIResponse(responseCode = "200", description = "全年各日")
    @APIResponse(responseCode = "400", description = "参数有误")
    @APIResponse(responseCode = "401", description = "没有登录")
    public CalendarYear year(
            @QueryParam("year")
                    @Parameter(
                            description = "不填为今年",
                            schema = @Schema(type = SchemaType.INTEGER, minimum = "2014", maximum = "2199"))
                    @Nullable
                    String year,
            @QueryParam("profile") @Parameter(description = "城市规则档案，不填为本市", example = "yancheng") @Nullable
                    String profile,
            @QueryParam("department") @Parameter(description = "部门编号，不填为该市的一般办公时间") @Nullable String department) {
        var city = profile == null || profile.isBlank() ? settings.city() : profile;
        return CalendarYear.of(number(year), OfficeHoursRules.office(city, department), calendars.inForce());
    }

    private int number(@Nullable String year) {
        if (year == null || year.isEmpty()) {
            return Shanghai.today(clock).getYear();
        }
        return requireYear(year);
    }

    /** Within the calendar's bounds. */
    static int requireYear(String raw) {
        try {
            var year = Integer.parseInt(raw);
            if (year >= Days.FIRST.getYear() && year <= Days.LAST.getYear()) {
                return year;
            }
        } catch (NumberFormatException e) {
            // Said below, in the reader's words.
        }
        throw Problem.invalidField(
                        "year",
                        "calendar.year",
                        String.valueOf(Days.FIRST.getYear()),
                        String.valueOf(Days.LAST.getYear()))
                .asException();
    }
}
