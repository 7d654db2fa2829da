package cn.yiqilai.workorder.web;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A page of orders.
 *
 * @param total how many there are on all pages
 */
@Schema(name = "WorkOrderPage")
public record WorkOrderPage(List<WorkOrderView> items, long total) {}
