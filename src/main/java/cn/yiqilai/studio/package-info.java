/**
 * Where the service is measured and taught.
 *
 * <p>{@link cn.yiqilai.studio.Evaluation} asks labelled questions and compares what comes back with what should ({@code ./run
 * eval}); {@link cn.yiqilai.studio.Calibration} fits the ranking and the confidence on the {@code fit} part of the sets and on
 * the knowledge itself ({@code ./run calibrate}); nothing is ever fitted on the {@code check} part, which is there to report
 * on. {@link cn.yiqilai.studio.Benchmark} measures cost as ratios within one run ({@code ./run bench}), {@code LoadMeasurement} what
 * the service bears as a process of its own ({@code ./run load}).
 *
 * <p>A question set is a file of one JSON object a line: {@code {"q":"…","gold":["F0321"],"split":"check"}}; {@code gold} holds
 * ids of facts or entries of which one must be met, and is empty for questions that no entry answers ({@code kind} says what
 * they are). A row with {@code clean} is speech as a recogniser wrote it; a row with {@code turns} is a dialogue.
 */
@NullMarked
package cn.yiqilai.studio;

import org.jspecify.annotations.NullMarked;
