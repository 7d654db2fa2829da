/**
 * Where the service is measured and taught.
 *
 * <p>{@link cn.yiqilai.studio.Evaluation} asks labelled questions and compares what comes back with what should ({@code ./run
 * eval}); {@link cn.yiqilai.studio.Calibration} fits the ranking and the confidence on the {@code fit} part of the sets and on
 * the knowledge itself ({@code ./run calibrate}); nothing is ever fitted on the {@code check} part, which is there to report
 * on. {@link cn.yiqilai.studio.Benchmark} measures cost as ratios within one run ({@code ./run bench}), {@code LoadMeasurement} what
 * the service bears as a process of its own ({@code ./run load}).
 *
 * <p>Editors have the same without a shell ({@code studio.web}): {@link cn.yiqilai.studio.Explaining} shows how an answer comes
 * about, or came about in a conversation; {@link cn.yiqilai.studio.Evaluations} measures a question set that they send.
 * Example: for 小规模一个月卖了9万块要交增值税吗 the second entry reads 比第一名少 3.12 分：金额、数量相符的程度 −0.87 ….
 *
 * <p>A question set is a file of one JSON object a line: {@code {"q":"…","gold":["F0321"],"split":"check"}}; {@code gold} holds
 * ids of facts or entries of which one must be met, and is empty for questions that no entry answers ({@code kind} says what
 * they are). A row with {@code clean} is speech as a recogniser wrote it; a row with {@code turns} is a dialogue.
 */
@NullMarked
package cn.yiqilai.studio;

import org.jspecify.annotations.NullMarked;
