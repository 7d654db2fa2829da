package cn.yiqilai.workorder;

import java.time.Instant;

/**
 * The first receiver cannot tell whether it is to be accepted and has told the supervisor (第十条).
 *
 * @param question what is unclear, 2..500 code points
 */
public record Doubt(String question, Instant raisedAt) {}
