package cn.yiqilai.handoff.web;

import static cn.yiqilai.access.Role.Names.ADMIN;
import static cn.yiqilai.access.Role.Names.AGENT;
import static cn.yiqilai.access.Role.Names.SUPERVISOR;

import cn.yiqilai.handoff.ThreeWayGauges;
import cn.yiqilai.handoff.web.ThreeWayViews.FiguresView;
import cn.yiqilai.handoff.web.ThreeWayViews.GaugeView;
import cn.yiqilai.platform.FieldChecks;
import cn.yiqilai.platform.web.Inputs;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
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

/** How three-way calls stand against the city's targets. */
@Path("/api/v1/three-way-gauges")
@Tag(name = "三方通话")
@RunOnVirtualThread
@RolesAllowed({AGENT, SUPERVISOR, ADMIN})
@APIResponse(responseCode = "401", description = "没有登录")
@APIResponse(responseCode = "403", description = "角色没有这项权限")
public class ThreeWayGaugeResource {
    @Schema(name = "ThreeWayGaugeList")
    public record GaugeList(List<GaugeView> items, long total) {}

    /** @param total how many there are on all pages */
    @Schema(name = "SpecialistFiguresPage")
    public record FiguresPage(List<FiguresView> items, long total) {}

    private final ThreeWayGauges gauges;
    private final ThreeWayViews views;

    ThreeWayGaugeResource(ThreeWayGauges gauges, ThreeWayViews views) {
        this.gauges = gauges;
        this.views = views;
    }

    @GET
    @Operation(
            summary = "三方通话占比与转接接通率",
            description = "分子、分母、未计入的，以及本市的目标（没有规定的为空）。未达目标时 missed 为 true，只提示，从不阻断。不填日期为当日。")
    @APIResponse(responseCode = "200", description = "两项指标")
    @APIResponse(responseCode = "400", description = "日期有误，或超过一年")
    public GaugeList list(
            @QueryParam("from") @Parameter(description = "起始日，含", schema = @Schema(format = "date")) @Nullable
                    String from,
            @QueryParam("to") @Parameter(description = "截止日，含", schema = @Schema(format = "date")) @Nullable
                    String to) {
        var checks = new FieldChecks("handoff.invalid");
        var first = checks.day("from", from);
        var last = checks.day("to", to);
        checks.throwIfAny();
        var found = gauges.between(first, last);
        return new GaugeList(found.stream().map(GaugeView::of).toList(), found.size());
    }

    @GET
    @Path("specialists")
    @RolesAllowed({SUPERVISOR, ADMIN})
    @Operation(summary = "专员接听情况", description = "呼叫、接入、拒接、未接的次数，平均几秒接入，答复条数；呼叫多的在前。可作为激励的依据。不填日期为当日。")
    @APIResponse(responseCode = "200", description = "一页专员")
    @APIResponse(responseCode = "400", description = "参数有误")
    public FiguresPage specialists(
            @QueryParam("from") @Parameter(description = "起始日，含", schema = @Schema(format = "date")) @Nullable
                    String from,
            @QueryParam("to") @Parameter(description = "截止日，含", schema = @Schema(format = "date")) @Nullable String to,
            @QueryParam("page") @Parameter(schema = @Schema(type = SchemaType.INTEGER, defaultValue = "0")) @Nullable
                    String page,
            @QueryParam("size") @Parameter(schema = @Schema(type = SchemaType.INTEGER, defaultValue = "20")) @Nullable
                    String size) {
        var checks = new FieldChecks("handoff.invalid");
        var first = checks.day("from", from);
        var last = checks.day("to", to);
        checks.throwIfAny();
        var found = gauges.specialists(first, last, Inputs.page(page, size));
        return new FiguresPage(found.items().stream().map(views::of).toList(), found.total());
    }
}
