package cn.yiqilai.insight;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An evaluation of one period, as it was counted at one moment.
 *
 * @param period {@code 2026-03}
 * @param firstDay, lastDay both counted in
 * @param over false while orders can still be closed in it
 * @param publishBy the last day of the month after it, by which it is to be published (第二十一条)
 * @param countedAt when it was counted
 * @param city whose targets stand beside the figures
 * @param ruleVersion the text of the rules that holds the targets
 * @param closed orders that were closed in it
 * @param answeredOnline orders that were answered on the line in it
 * @param declined orders that were not accepted in it
 * @param carriedOver orders open at its end, which count in the next (第二十一条)
 * @param overdue of these whose reply was due before the end
 * @param units by how many they closed
 * @param notMeasured targets of the plan for which nothing is recorded yet
 * @param directReports of requests that units heard in it, by unit
 */
@Schema(name = "PeriodEvaluation")
public record Evaluation(
        String period,
        Period.Length length,
        LocalDate firstDay,
        LocalDate lastDay,
        boolean over,
        LocalDate publishBy,
        @Schema(format = "date-time") String countedAt,
        String city,
        String ruleVersion,
        long closed,
        long answeredOnline,
        long declined,
        long carriedOver,
        long overdue,
        List<Indicator> indicators,
        List<UnitResult> units,
        List<NotMeasured> notMeasured,
        List<ReportedFacts> directReports) {

    /** What a unit did. */
    @Schema(name = "UnitEvaluation")
    public record UnitResult(
            String unit, String name, long closed, long carriedOver, long overdue, List<Indicator> indicators) {
        public UnitResult {
            indicators = List.copyOf(indicators);
        }
    }

    /** @param reason in words */
    @Schema(name = "IndicatorNotMeasured")
    public record NotMeasured(String id, String name, String reason) {}

    public Evaluation {
        indicators = List.copyOf(indicators);
        units = List.copyOf(units);
        notMeasured = List.copyOf(notMeasured);
        directReports = List.copyOf(directReports);
    }
}
