package cn.yiqilai.workorder.web;

import java.util.List;

/**
 * A page of orders.
 *
 * @param total how many there are on all pages
 */
public record WorkOrderPage(List<WorkOrderView> items, long total) {}
