/**
 * One utterance from arrival to reply: the whole product on one screen.
 *
 * <p>{@link cn.yiqilai.turn.Thinking} understands, retrieves and decides, without any side effect: {@code /ask} stops here.
 * {@link cn.yiqilai.turn.ReplyWriter} turns the decision into what the enterprise reads: approved text word for word, with
 * its source. {@link cn.yiqilai.turn.Turns} does the rest for a conversation: it remembers, files the work order a hand-off
 * ends in, and records everything that was said, with the evidence, in one transaction.
 *
 * <p>A follow-up is read twice, alone and together with the question before it, and the more certain reading wins; an
 * utterance that is sure of itself alone has changed the topic.
 *
 * <p>A message that tells a story, or asks two or three things, is taken apart by {@link cn.yiqilai.understanding.Inquiry}. The
 * question of a story is read by itself as well, at most twice more, and the readings decide together. Several questions are
 * read one by one; each gets its answer, with its {@code part}, or an honest sentence that it has none. Questions that find the
 * same answer were one; danger, or a wish for a person, beside any question wins over all of them.
 *
 * <p>What was asked back is remembered ({@code Asked}): nobody is asked the same again, nor three times in a row; such a question
 * is left to a person. A pick is kept beside its message, as a label of the question for whoever fits the models.
 *
 * <p>Example: 小规模纳税人要交增值税吗 → Answer; 那季度卖了28万呢 → read as "小规模纳税人要交增值税吗，那季度卖了28万呢" → Answer.
 */
@NullMarked
package cn.yiqilai.turn;

import org.jspecify.annotations.NullMarked;
