package cn.yiqilai.workorder;

import java.time.Instant;

/**
 * What the enterprise was told when its matter was not accepted (第十条: 首接人员负责做好解释引导).
 *
 * @param text the words, and where else to turn; 2..2000 code points
 */
public record Explanation(DeclineGround ground, String text, Instant at) {}
