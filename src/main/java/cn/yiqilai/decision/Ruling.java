package cn.yiqilai.decision;

/**
 * A decision and what it rests on.
 *
 * @param rule that held first
 * @param model by which the ranking was scored and judged
 */
public record Ruling(Decision decision, Rule rule, FittedModel model) {}
