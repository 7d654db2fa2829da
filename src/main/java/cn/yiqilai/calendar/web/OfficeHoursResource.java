package cn.yiqilai.calendar.web;

import cn.yiqilai.access.Role;
import cn.yiqilai.access.web.CurrentAccount;
import cn.yiqilai.calendar.HoursRecords;
import cn.yiqilai.calendar.KeptHours;
import cn.yiqilai.calendar.OfficeHoursEditing;
import cn.yiqilai.calendar.OfficeHoursForm;
import cn.yiqilai.calendar.OfficeHoursRules;
import cn.yiqilai.calendar.OfficeHoursView;
import cn.yiqilai.platform.web.Inputs;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** When the offices are open: everybody's, a city's, a department's hours, each with seasons and first days. */
@Path("/api/v1/calendar/office-hours")
@Tag(name = "工作日历")
@RunOnVirtualThread
@APIResponse(responseCode = "401", description = "没有登录")
public class OfficeHoursResource {
    /** @param total how many there are on all pages */
    @Schema(name = "OfficeHoursPage")
    public record OfficeHoursPage(List<OfficeHoursView> items, long total) {}

    private final HoursRecords records;
    private final OfficeHoursEditing editing;
    private final CurrentAccount current;

    OfficeHoursResource(HoursRecords records, OfficeHoursEditing editing, CurrentAccount current) {
        this.records = records;
        this.editing = editing;
        this.current = current;
    }

    @GET
    @Authenticated
    @Operation(summary = "现行的办公时间", description = "通用的在前，其后各城市、各部门。部门没有自己的办公时间时用所在城市的，城市没有时用通用的；某日实际的办公时间见“一年的工作日历”。")
    @APIResponse(responseCode = "200", description = "一页办公时间")
    @APIResponse(responseCode = "400", description = "参数有误")
    public OfficeHoursPage list(
            @QueryParam("page") @Parameter(schema = @Schema(type = SchemaType.INTEGER, defaultValue = "0")) @Nullable
                    String page,
            @QueryParam("size") @Parameter(schema = @Schema(type = SchemaType.INTEGER, defaultValue = "20")) @Nullable
                    String size) {
        var wanted = Inputs.page(page, size);
        var all = records.inForce();
        return new OfficeHoursPage(
                all.stream()
                        .skip(wanted.offset())
                        .limit(wanted.size())
                        .map(KeptHours::view)
                        .toList(),
                all.size());
    }

    @GET
    @Path("versions")
    @Authenticated
    @Operation(summary = "一处办公时间的历次版本", description = "最近的在前。")
    @APIResponse(responseCode = "200", description = "一页版本")
    @APIResponse(responseCode = "400", description = "参数有误")
    public OfficeHoursPage versions(
            @QueryParam("profile") @Parameter(description = "不填为通用", example = "yancheng") @Nullable String profile,
            @QueryParam("department") @Parameter(description = "不填为该市的一般办公时间") @Nullable String department,
            @QueryParam("page") @Parameter(schema = @Schema(type = SchemaType.INTEGER, defaultValue = "0")) @Nullable
                    String page,
            @QueryParam("size") @Parameter(schema = @Schema(type = SchemaType.INTEGER, defaultValue = "20")) @Nullable
                    String size) {
        var found = records.versions(OfficeHoursRules.office(profile, department), Inputs.page(page, size));
        return new OfficeHoursPage(found.items().stream().map(KeptHours::view).toList(), found.total());
    }

    @PUT
    @RolesAllowed(Role.Names.ADMIN)
    @Operation(
            summary = "设定办公时间",
            description = "不填 profile 为通用，不填 department 为该市的一般办公时间。每段自 from 起生效，至 until 或下一段开始；"
                    + "seasons 为一年中另有规定的时段。调休上班的周末未另行规定的，同周一。须带所见的 version，尚无时为 0；未结的期限随即重算。")
    @APIResponse(responseCode = "200", description = "已生效")
    @APIResponse(responseCode = "400", description = "内容有误，errors 逐项说明")
    @APIResponse(responseCode = "403", description = "没有权限")
    @APIResponse(responseCode = "409", description = "version 不是最新，current 为现行的办公时间")
    public OfficeHoursView write(@Nullable OfficeHoursForm body) {
        var form = Inputs.body(body);
        var schedules = OfficeHoursRules.schedules(form);
        var version = Inputs.required(form.version());
        return editing.write(
                        OfficeHoursRules.office(form.profile(), form.department()), schedules, version, current.actor())
                .view();
    }
}
