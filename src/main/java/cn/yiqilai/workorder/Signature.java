package cn.yiqilai.workorder;

import java.time.Instant;

/**
 * A unit has the order in hand.
 *
 * @param name the person who answers for it (明确专人), 1..60 code points
 */
public record Signature(String name, Instant at) {}
