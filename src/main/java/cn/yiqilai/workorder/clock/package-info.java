/**
 * What the law of the city makes of what happened to an order: until when, met when, refused why.
 *
 * <p>An order's clocks are a fold. {@link cn.yiqilai.workorder.clock.Clocks#begin} takes a kind, its flags, the {@linkplain
 * cn.yiqilai.city.RulesInForce rules} and a calendar; each {@link cn.yiqilai.workorder.clock.ClockEvent} gives new clocks or a
 * refusal ({@link cn.yiqilai.workorder.clock.ClockOutcome}); {@link cn.yiqilai.workorder.clock.Deadline} is what can be read
 * off them at any time. Nothing here is stored and nothing asks what time it is: an order keeps its events, the version of its
 * rules and that of its calendar, and is counted from them; a trial calculation (期限试算) gives made-up events to the very
 * same fold. So both always agree.
 *
 * <pre>
 * var clocks = Clocks.begin(Kind.CONSULT, Set.of(), archive.inForce("jiangsu", now), calendar);
 * clocks = switch (clocks.after(new Dispatched(tuesdayAtTen, "市税务局"))) {
 *     case Accepted(var next) -&gt; next;          // SIGN and FIRST_CONTACT due at 11:00, REPLY on Friday at 18:00
 *     case Refused(var reason) -&gt; …
 * };
 * </pre>
 *
 * <p>A request to extend at Friday 17:59 is accepted, at 18:00 it is refused. Inside, {@link
 * cn.yiqilai.workorder.clock.Course} knows what happened and no rule, {@link cn.yiqilai.workorder.clock.Counting} knows the
 * rules and counts everything anew after each event; what it then finds moved is written down as a {@link
 * cn.yiqilai.workorder.clock.Change}, what has ended in {@link cn.yiqilai.workorder.clock.Clocks#ended()}. What follows from
 * ratings, flags and late steps by the city's rules is a {@link cn.yiqilai.workorder.clock.Consequence}.
 *
 * <p>Where the texts can be read in two ways, the readings A1 to A20 of {@code docs/deadlines.md} say how they are read.
 */
@NullMarked
package cn.yiqilai.workorder.clock;

import org.jspecify.annotations.NullMarked;
