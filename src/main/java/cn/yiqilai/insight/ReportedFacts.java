package cn.yiqilai.insight;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a unit reported directly of requests that it heard in a period (reading A14: by 诉求时间).
 *
 * @param settled by itself
 * @param handedOver to the platform; they are counted as orders, too
 */
@Schema(name = "EvaluatedDirectReports")
public record ReportedFacts(String unit, String name, long settled, long handedOver) {}
