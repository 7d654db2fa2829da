/**
 * What the law of the city makes of what happened to an order: until when, met when, refused why.
 *
 * <p>An order's clocks are a fold. {@link cn.yiqilai.workorder.clock.Clocks} begins with a kind, its flags, the rules and a
 * calendar; each {@link cn.yiqilai.workorder.clock.ClockEvent} gives new clocks or a refusal ({@link
 * cn.yiqilai.workorder.clock.ClockOutcome}); {@link cn.yiqilai.workorder.clock.Deadline} is what can be read off them at any
 * time. Nothing here is stored and nothing asks what time it is: an order keeps its events and is counted from them, and a
 * trial calculation (期限试算) gives made-up events to the very same fold. So both always agree.
 *
 * <p>Example: a Jiangsu consultation dispatched on Tuesday at 10:00 has SIGN and FIRST_CONTACT due at 11:00, RETURN_REQUEST
 * the next day at 18:00 and REPLY on Friday at 18:00. A request to extend at Friday 17:59 is accepted, at 18:00 it is refused.
 *
 * <p>Where the texts can be read in two ways, the readings A1 to A20 of {@code docs/deadlines.md} say how they are read.
 */
@NullMarked
package cn.yiqilai.workorder.clock;

import org.jspecify.annotations.NullMarked;
