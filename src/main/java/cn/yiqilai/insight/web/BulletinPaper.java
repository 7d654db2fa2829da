package cn.yiqilai.insight.web;

import cn.yiqilai.insight.Bulletin;
import cn.yiqilai.insight.Bulletin.Audience;
import cn.yiqilai.insight.CountedOrder;
import cn.yiqilai.insight.Indicator;
import cn.yiqilai.platform.Shanghai;
import cn.yiqilai.workorder.KnownUnits;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A bulletin as a page to be printed: no script, no style, nothing from elsewhere, as the policy of the
 * house wants it. */
final class BulletinPaper {
    private final Bulletin bulletin;
    private final KnownUnits units;

    BulletinPaper(Bulletin bulletin, KnownUnits units) {
        this.bulletin = bulletin;
        this.units = units;
    }

    String html() {
        var evaluation = bulletin.evaluation();
        var forUnits = bulletin.audience() == Audience.UNITS;
        return """
                <!doctype html>
                <html lang="zh-CN"><head><meta charset="utf-8"><title>%s</title></head><body>
                <h1>%s</h1><p>第 %d 期　%s 至 %s　%s 印发</p>
                """.formatted(
                                escaped(bulletin.title()),
                                escaped(bulletin.title()),
                                bulletin.number(),
                                evaluation.firstDay(),
                                evaluation.lastDay(),
                                Shanghai.format(bulletin.at()))
                + "<p>办结 %d 件，在线解答 %d 件，不予受理 %d 件，结转下期 %d 件，其中已超期 %d 件。</p>"
                        .formatted(
                                evaluation.closed(),
                                evaluation.answeredOnline(),
                                evaluation.declined(),
                                evaluation.carriedOver(),
                                evaluation.overdue())
                + table(
                        "工作情况",
                        List.of("指标", "结果", "分子", "分母"),
                        evaluation.indicators().stream()
                                .map(BulletinPaper::cells)
                                .toList())
                + (forUnits ? ofUnits() : "")
                + list("典型案例", bulletin.texts().cases())
                + list("社会难点问题", bulletin.texts().problems())
                + list("服务对象的意见建议", bulletin.texts().opinions())
                + "</body></html>\n";
    }

    private String ofUnits() {
        var rows = bulletin.evaluation().units().stream()
                .flatMap(unit -> unit.indicators().stream()
                        .map(one -> List.of(
                                unit.name(),
                                Long.toString(unit.closed()),
                                Long.toString(unit.overdue()),
                                one.name(),
                                share(one))))
                .toList();
        return table("各单位", List.of("单位", "办结", "超期未结", "指标", "结果"), rows)
                + table(
                        "超期办结",
                        List.of("工单", "单位", "期限", "办结时间"),
                        bulletin.late().stream().map(this::late).toList())
                + table(
                        "评价不满意",
                        List.of("工单", "单位", "评价"),
                        bulletin.poor().stream()
                                .map(order -> List.of(order.number(), name(order), String.valueOf(order.latestGrade())))
                                .toList())
                + table(
                        "改进意见和建议",
                        List.of("单位", "意见和建议"),
                        bulletin.texts().advice().stream()
                                .map(one -> List.of(units.name(one.unit()), one.text()))
                                .toList());
    }

    private List<String> late(CountedOrder order) {
        return List.of(order.number(), name(order), String.valueOf(order.due()), order.closedAt());
    }

    private String name(CountedOrder order) {
        var unit = order.unit();
        return unit == null ? "" : units.name(unit);
    }

    private static List<String> cells(Indicator one) {
        return List.of(one.name(), share(one), Long.toString(one.numerator()), Long.toString(one.denominator()));
    }

    private static String share(Indicator one) {
        var value = one.value();
        return value == null ? "无" : value.movePointRight(2).toPlainString() + "%";
    }

    /** Nothing where there is nothing to tell. */
    private static String table(String title, List<String> header, List<List<String>> rows) {
        return rows.isEmpty()
                ? ""
                : "<h2>" + title + "</h2><table border=\"1\" cellspacing=\"0\" cellpadding=\"4\">" + row("th", header)
                        + rows.stream().map(cells -> row("td", cells)).collect(Collectors.joining()) + "</table>\n";
    }

    private static String row(String cell, List<String> cells) {
        return cells.stream()
                .map(text -> "<" + cell + ">" + escaped(text) + "</" + cell + ">")
                .collect(Collectors.joining("", "<tr>", "</tr>"));
    }

    private static String list(String title, List<String> texts) {
        return texts.isEmpty()
                ? ""
                : texts.stream()
                        .map(text -> "<li>" + escaped(text) + "</li>")
                        .collect(Collectors.joining("", "<h2>" + title + "</h2><ol>", "</ol>\n"));
    }

    private static String escaped(@Nullable String text) {
        return text == null
                ? ""
                : text.replace("&", "&amp;")
                        .replace("<", "&lt;")
                        .replace(">", "&gt;")
                        .replace("\"", "&quot;");
    }
}
