package cn.yiqilai.workorder;

import java.time.Instant;

/**
 * A unit says that a matter is not for it.
 *
 * @param ground 依据: the law or the division of duties, 2..1000 code points
 * @param advice 办理建议: who should see to it and how, 2..1000 code points
 */
public record ReturnRequest(String ground, String advice, Instant at) {}
