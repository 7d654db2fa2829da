package cn.yiqilai.city;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A rung of the ladder from an answer at once to an order.
 *
 * @param step from 1
 * @param how it is answered
 * @param when it comes to that
 */
@Schema(name = "LadderStep")
public record LadderStep(int step, String how, String when, String source) {}
