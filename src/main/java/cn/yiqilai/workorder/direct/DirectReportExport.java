package cn.yiqilai.workorder.direct;

import cn.yiqilai.directory.Unit;
import cn.yiqilai.directory.UnitId;
import cn.yiqilai.directory.Units;
import cn.yiqilai.platform.Page;
import cn.yiqilai.workorder.Confidentiality;
import cn.yiqilai.workorder.Officer;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Gives the settled reports of a quarter out as the sheet they came in as, and an empty sheet to fill in. */
@ApplicationScoped
public class DirectReportExport {
    private static final String MASK = "***";

    private final DirectReporting reporting;
    private final DirectReportSheets sheets;
    private final Units units;

    DirectReportExport(DirectReporting reporting, DirectReportSheets sheets, Units units) {
        this.reporting = reporting;
        this.sheets = sheets;
        this.units = units;
    }

    /** The target is left open. @param unit null = all that the officer may see */
    public void write(Quarter quarter, @Nullable String unit, Officer officer, OutputStream target) throws IOException {
        sheets.write(
                rows(new DirectReportRecords.Filter(quarter, unit, true), officer)
                        .iterator(),
                target);
    }

    /** The header alone. */
    public void template(OutputStream target) throws IOException {
        sheets.write(Collections.emptyIterator(), target);
    }

    private List<List<String>> rows(DirectReportRecords.Filter filter, Officer officer) {
        var rows = new ArrayList<List<String>>();
        var names = new HashMap<String, String>();
        for (var number = 0; ; number++) {
            var page = reporting.list(filter, officer, new Page.Request(number, Page.Request.MAXIMUM_SIZE));
            page.items().forEach(reported -> rows.add(cells(rows.size() + 1, reported, officer, names)));
            if (rows.size() >= page.total() || page.items().isEmpty()) {
                return rows;
            }
        }
    }

    private List<String> cells(int number, ReportedOrder reported, Officer officer, Map<String, String> names) {
        var order = reported.order();
        var known = Confidentiality.mayKnowReporter(order, officer.roles());
        var enterprise = order.reporter().enterprise();
        var report = order.directReport().orElseThrow();
        return List.of(
                String.valueOf(number),
                report.raisedOn().toString(),
                order.matter().description(),
                hidden(known, enterprise.name()),
                hidden(known, enterprise.contact()),
                hidden(known, enterprise.phone()),
                names.computeIfAbsent(report.unit(), this::name),
                report.result(),
                text(report.officer()),
                text(report.officerPhone()),
                text(report.satisfaction()));
    }

    private String name(String unit) {
        return units.find(new UnitId(unit)).map(Unit::name).orElse(unit);
    }

    private static String hidden(boolean known, @Nullable String value) {
        return value == null ? "" : known ? value : MASK;
    }

    private static String text(@Nullable String value) {
        return Objects.toString(value, "");
    }
}
