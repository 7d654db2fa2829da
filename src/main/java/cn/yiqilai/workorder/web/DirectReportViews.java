package cn.yiqilai.workorder.web;

import cn.yiqilai.platform.Shanghai;
import cn.yiqilai.workorder.Confidentiality;
import cn.yiqilai.workorder.KnownUnits;
import cn.yiqilai.workorder.Officer;
import cn.yiqilai.workorder.State;
import cn.yiqilai.workorder.direct.Origin;
import cn.yiqilai.workorder.direct.ReportedOrder;
import cn.yiqilai.workorder.direct.ReportedSheet;
import cn.yiqilai.workorder.direct.ReportingRight;
import cn.yiqilai.workorder.web.WorkOrderView.UnitView;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Shows what departments have reported. */
@ApplicationScoped
class DirectReportViews {
    private static final String MASK = "***";

    /**
     * A direct report, with the order that came of it.
     *
     * @param closed the unit had settled it
     * @param enterprise {@code ***} of a 举报 for whoever may not know
     * @param result, satisfaction null while it is not settled by the unit
     * @param platform that sees to what was not settled; null else
     * @param sheet number of the sheet it came with
     */
    @Schema(name = "DirectReport")
    record ReportView(
            UUID id,
            String number,
            State state,
            UnitView unit,
            @Nullable Origin origin,
            LocalDate raisedOn,
            String description,
            @Nullable String enterprise,
            boolean closed,
            @Nullable String result,
            @Nullable String satisfaction,
            @Nullable UnitView platform,
            @Nullable Integer sheet,
            @Schema(format = "date-time") String reportedAt) {}

    /** @param total how many there are on all pages */
    @Schema(name = "DirectReportPage")
    record ReportPage(List<ReportView> items, long total) {}

    /** A sheet that was taken in. */
    @Schema(name = "DirectReportSheet")
    record SheetView(
            int number,
            String quarter,
            @Nullable UnitView unit,
            String fileName,
            int created,
            int unchanged,
            String actor,
            @Schema(format = "date-time") String at) {}

    /** @param total how many are listed */
    @Schema(name = "DirectReportSheetList")
    record SheetList(List<SheetView> items, long total) {}

    /**
     * Whether a unit may report directly.
     *
     * @param version 0 before anything was decided
     * @param userName, userPosition 苏商通APP注册用户信息; the telephone numbers of the application are not shown
     */
    @Schema(name = "DirectReportRight")
    record RightView(
            UnitView unit,
            int version,
            boolean granted,
            @Nullable String userName,
            @Nullable String userPosition,
            @Nullable String remark,
            String actor,
            @Schema(format = "date-time") String at) {}

    /** @param total how many are listed */
    @Schema(name = "DirectReportRightList")
    record RightList(List<RightView> items, long total) {}

    private final KnownUnits units;

    DirectReportViews(KnownUnits units) {
        this.units = units;
    }

    ReportView of(ReportedOrder reported, Officer officer) {
        var order = reported.order();
        var name = order.reporter().enterprise().name();
        var report = order.directReport();
        var platform = reported.platform();
        return new ReportView(
                order.id().value(),
                order.number().value(),
                order.state(),
                unit(reported.unit()),
                reported.origin(),
                reported.raisedOn(),
                order.matter().description(),
                Confidentiality.mayKnowReporter(order, officer.roles()) ? name : MASK,
                reported.settled(),
                report.map(settled -> settled.result()).orElse(null),
                report.flatMap(settled -> Optional.ofNullable(settled.satisfaction()))
                        .orElse(null),
                platform == null ? null : unit(platform),
                reported.sheet(),
                Shanghai.format(reported.at()));
    }

    SheetView of(ReportedSheet sheet) {
        var unit = sheet.unit();
        return new SheetView(
                sheet.number(),
                sheet.quarter().toString(),
                unit == null ? null : unit(unit),
                sheet.fileName(),
                sheet.created(),
                sheet.unchanged(),
                sheet.actor(),
                Shanghai.format(sheet.at()));
    }

    RightView of(ReportingRight right) {
        var application = Optional.ofNullable(right.application());
        return new RightView(
                unit(right.unit()),
                right.version(),
                right.granted(),
                application.map(ReportingRight.Application::userName).orElse(null),
                application.map(ReportingRight.Application::userPosition).orElse(null),
                application.map(ReportingRight.Application::remark).orElse(null),
                right.actor(),
                Shanghai.format(right.at()));
    }

    private UnitView unit(String id) {
        return new UnitView(id, units.name(id));
    }
}
