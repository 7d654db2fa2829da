package cn.yiqilai.workorder;

import java.time.Instant;

/**
 * What a unit found and mended after the enterprise was not content (核实整改).
 *
 * @param findings 核实情况, 2..4000 code points
 * @param measures 整改措施, 2..4000 code points
 */
public record Rectification(String findings, String measures, String by, Instant at) {}
