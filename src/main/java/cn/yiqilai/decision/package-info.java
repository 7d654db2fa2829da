/**
 * A ranking becomes a decision: answer, ask back, hand over, decline, small talk. Pure: the same ranking always gives the
 * same decision, nothing is read or written.
 *
 * <p>A score is not a confidence. {@link cn.yiqilai.decision.ConfidenceModel} turns the {@link cn.yiqilai.decision.Cue}s of a
 * ranking (how far ahead the first is, how much of all weight it holds, how near an intent or a question known to have no
 * answer comes, and the evidence itself) into the measured chance that the first answer is right. Only at or above the
 * fitted threshold is it given; below, the service is honest. There are two of them ({@link cn.yiqilai.decision.OperatingPoint}):
 * a precise one for enterprises, a generous one for agents, who judge a suggestion; each carries what judged questions prove of
 * it ({@link cn.yiqilai.decision.Certificate}).
 *
 * <p>Order of {@link cn.yiqilai.decision.DecisionPolicy}: danger to life first, at a low threshold, because a missed emergency
 * costs more than a needless hint; then a sure answer; then what the enterprise wants besides an answer; then an expired or
 * foreign rule, named as such; then a question back when two to four candidates hold nearly all the weight; else a person.
 *
 * <p>When one question was read in several ways, {@link cn.yiqilai.decision.Consensus} says how sure they are together.
 *
 * <p>What is asked back is worded by {@link cn.yiqilai.decision.Clarification}: by who asks, the stage, the place, the year, the
 * thing or the facet, whichever first splits all candidates cleanly; else the candidates are offered in their own words.
 *
 * <p>A decision comes as a {@link cn.yiqilai.decision.Ruling}, which names the rule and the {@link
 * cn.yiqilai.decision.FittedModel}; {@link cn.yiqilai.decision.ModelInForce} holds the one that counts.
 *
 * <p>Example: two entries with 48 % and 41 % of the weight, confidence 0.52 → {@code Clarify} with both; a rule that ended last
 * year → {@code Handoff(EXPIRED_POLICY)}.
 */
@NullMarked
package cn.yiqilai.decision;

import org.jspecify.annotations.NullMarked;
