package cn.yiqilai.decision;

/**
 * A decision and what it rests on.
 *
 * @param rule that held first
 * @param model by which the ranking was scored and judged
 * @param point for whom was decided
 */
public record Ruling(Decision decision, Rule rule, FittedModel model, OperatingPoint point) {}
