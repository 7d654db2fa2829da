package cn.yiqilai.insight.sheet;

import cn.yiqilai.insight.Counted;
import cn.yiqilai.insight.CountedOrder;
import cn.yiqilai.insight.Evaluation;
import cn.yiqilai.insight.EvaluationSheet;
import cn.yiqilai.insight.Indicator;
import cn.yiqilai.platform.Messages;
import cn.yiqilai.platform.sheet.Cells;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.jspecify.annotations.Nullable;

/** Writes an evaluation with POI. Shares are numbers that a spreadsheet can count with. */
@ApplicationScoped
public class EvaluationWorkbook implements EvaluationSheet {
    private static final int ROWS_IN_MEMORY = 100;
    private static final int CHARACTER = 256;

    @Override
    public void write(Counted counted, @Nullable String published, OutputStream target) throws IOException {
        try (var workbook = new SXSSFWorkbook(ROWS_IN_MEMORY)) {
            var page = new Pages(workbook);
            page.figures(counted.evaluation(), published);
            page.definitions(counted.evaluation());
            page.units(counted.evaluation());
            page.reports(counted.evaluation());
            page.orders(counted.orders());
            workbook.write(target);
        }
    }

    /** One workbook while it is written. */
    private static final class Pages {
        private final SXSSFWorkbook workbook;
        private final CellStyle percent;
        private final CellStyle bold;

        Pages(SXSSFWorkbook workbook) {
            this.workbook = workbook;
            percent = workbook.createCellStyle();
            percent.setDataFormat(workbook.createDataFormat().getFormat("0.00%"));
            bold = workbook.createCellStyle();
            var font = workbook.createFont();
            font.setBold(true);
            bold.setFont(font);
        }

        void figures(Evaluation evaluation, @Nullable String published) {
            var sheet = sheet("评估结果", 22, 12, 12, 12, 22, 12, 40);
            head(sheet, "12345“一企来”服务评估 " + evaluation.period());
            add(sheet, "评估期间", evaluation.firstDay() + " 至 " + evaluation.lastDay());
            add(sheet, "统计时间", evaluation.countedAt());
            add(sheet, "发布", published == null ? "未发布" : published);
            add(sheet, "规则版本", evaluation.ruleVersion());
            add(sheet, "办结", evaluation.closed());
            add(sheet, "在线解答", evaluation.answeredOnline());
            add(sheet, "不予受理", evaluation.declined());
            add(sheet, "结转下期", evaluation.carriedOver());
            add(sheet, "其中已超期", evaluation.overdue());
            add(sheet);
            head(sheet, "指标", "分子", "分母", "结果", "目标", "是否达到", "不计入的");
            for (var one : evaluation.indicators()) {
                add(
                        sheet,
                        one.name(),
                        one.numerator(),
                        one.denominator(),
                        one.value(),
                        target(one),
                        reached(one),
                        exclusions(one));
            }
            for (var one : evaluation.notMeasured()) {
                add(sheet, one.name(), null, null, null, null, null, one.reason());
            }
        }

        void definitions(Evaluation evaluation) {
            var sheet = sheet("指标口径", 22, 90);
            head(sheet, "指标", "口径");
            evaluation.indicators().forEach(one -> add(sheet, one.name(), one.definition()));
        }

        void units(Evaluation evaluation) {
            var sheet = sheet("各单位", 30, 10, 10, 12, 22, 12, 12, 12, 12);
            head(sheet, "单位", "办结", "结转", "其中超期", "指标", "分子", "分母", "结果", "是否达到");
            for (var unit : evaluation.units()) {
                for (var one : unit.indicators()) {
                    add(
                            sheet,
                            unit.name(),
                            unit.closed(),
                            unit.carriedOver(),
                            unit.overdue(),
                            one.name(),
                            one.numerator(),
                            one.denominator(),
                            one.value(),
                            reached(one));
                }
            }
        }

        void reports(Evaluation evaluation) {
            var sheet = sheet("部门直报", 30, 14, 20);
            head(sheet, "单位", "已办结汇聚", "未办结转平台办理");
            evaluation.directReports().forEach(one -> add(sheet, one.name(), one.settled(), one.handedOver()));
        }

        void orders(List<CountedOrder> orders) {
            var sheet = sheet("计入工单", 22, 10, 24, 28, 28, 10, 8, 8, 12, 8, 10, 10);
            head(sheet, "工单", "类型", "主办单位", "办结时间", "期限", "按时", "退回", "延期", "答复退回", "督办", "首次评价", "最后评价");
            for (var one : orders) {
                add(
                        sheet,
                        one.number(),
                        Messages.of("insight.kind." + one.kind()),
                        one.unit(),
                        one.closedAt(),
                        one.due(),
                        one.onTime() == null ? "未规定" : yes(one.onTime()),
                        one.returns(),
                        one.extensions(),
                        one.sentBack(),
                        yes(one.supervised()),
                        one.firstGrade(),
                        one.latestGrade());
            }
        }

        private Sheet sheet(String name, int... widths) {
            var sheet = workbook.createSheet(name);
            for (var i = 0; i < widths.length; i++) {
                sheet.setColumnWidth(i, widths[i] * CHARACTER);
            }
            return sheet;
        }

        private void head(Sheet sheet, String... cells) {
            add(sheet, (Object[]) cells).forEach(cell -> cell.setCellStyle(bold));
        }

        private Row add(Sheet sheet, @Nullable Object... cells) {
            var row = sheet.createRow(sheet.getPhysicalNumberOfRows());
            for (var i = 0; i < cells.length; i++) {
                fill(row, i, cells[i]);
            }
            return row;
        }

        private void fill(Row row, int place, @Nullable Object value) {
            if (value instanceof BigDecimal share) {
                var cell = row.createCell(place);
                cell.setCellValue(share.doubleValue());
                cell.setCellStyle(percent);
            } else if (value instanceof Number number) {
                row.createCell(place).setCellValue(number.doubleValue());
            } else if (value != null) {
                row.createCell(place).setCellValue(Cells.escape(value.toString()));
            }
        }
    }

    private static @Nullable String target(Indicator indicator) {
        var target = indicator.target();
        if (target == null) {
            return null;
        }
        var parts = new ArrayList<String>();
        if (target.value() != null) {
            parts.add(sign(target.op())
                    + target.value().movePointRight(2).stripTrailingZeros().toPlainString() + "%");
        }
        if (target.text() != null) {
            parts.add(target.text());
        }
        return String.join(" ", parts);
    }

    private static String sign(@Nullable String op) {
        return ">=".equals(op) ? "不低于 " : "<=".equals(op) ? "不高于 " : "";
    }

    private static @Nullable String reached(Indicator indicator) {
        var reached = indicator.reached();
        return reached == null ? null : reached ? "达到" : "未达到";
    }

    private static String yes(boolean value) {
        return value ? "是" : "否";
    }

    private static String exclusions(Indicator indicator) {
        return indicator.exclusions().stream()
                .map(one -> one.reason() + " " + one.count())
                .collect(Collectors.joining("；"));
    }
}
