package cn.yiqilai.workorder.clock;

import cn.yiqilai.calendar.DueTime;
import cn.yiqilai.calendar.TimeLimit;
import cn.yiqilai.calendar.TimeLimit.WorkingDays;
import cn.yiqilai.calendar.WorkCalendar;
import cn.yiqilai.city.ClockStart;
import cn.yiqilai.city.Flag;
import cn.yiqilai.city.ReadingOption;
import cn.yiqilai.city.RulesInForce;
import cn.yiqilai.city.Ruling;
import cn.yiqilai.city.Span;
import cn.yiqilai.city.Step;
import cn.yiqilai.platform.Messages;
import cn.yiqilai.platform.Shanghai;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the rules and the calendar make of the facts: the only place where a clock's due time is counted. */
final class Counting {
    /** Those that a unit may ask more time for: 不能按时办结. */
    private static final Set<Step> EXTENDABLE = EnumSet.of(Step.REPLY, Step.CLOSE);

    private static final Set<Step> OF_THE_UNIT =
            EnumSet.of(Step.SIGN, Step.FIRST_CONTACT, Step.RETURN_REQUEST, Step.REPLY, Step.CLOSE);

    private static final Set<Step> AFTER_SIGNING = EnumSet.of(Step.RETURN_REQUEST, Step.REPLY, Step.CLOSE);

    private final RulesInForce rules;
    private final WorkCalendar calendar;
    /** The same due times are asked for at every event of an order. */
    private final Map<Object, DueTime> counted = new ConcurrentHashMap<>();

    private record Limited(Instant start, TimeLimit limit, boolean untilMidnight) {}

    private record Longer(LocalDate day, int workingDays, boolean untilMidnight) {}

    Counting(RulesInForce rules, WorkCalendar calendar) {
        this.rules = rules;
        this.calendar = calendar;
    }

    RulesInForce rules() {
        return rules;
    }

    WorkCalendar calendar() {
        return calendar;
    }

    /** Every clock that runs, ran or is silent, in the order of {@link Step}; one a step. */
    List<Deadline> deadlines(Course course) {
        return Arrays.stream(Step.values())
                .flatMap(step -> deadline(step, course).stream())
                .toList();
    }

    /** Empty when the rules have a limit for it and nothing has started its clock. */
    Optional<Deadline> deadline(Step step, Course course) {
        var ruling = ruling(step, course);
        var limit = ruling.line().limit();
        if (limit == null) {
            return ofTheSource(step, course, ruling).or(() -> Optional.of(silent(step, course, ruling)));
        }
        var start = start(step, ruling, course);
        return start == null
                ? Optional.empty()
                : Optional.of(running(step, course, ruling, start, counted(ruling, start, limit)));
    }

    private Ruling ruling(Step step, Course course) {
        return rules.on(step, course.kind(), course.flags().counted());
    }

    /** Whether a call at that instant is one of the night, in a city that has a rule for it (reading A9). */
    boolean isNight(Instant at, Course course) {
        var ruling = ruling(Step.NIGHT_CONTACT, course);
        return !ruling.isSilent()
                && !(ruling.rules().reads(ReadingOption.OUTSIDE_EVERY_OPENING)
                        ? calendar.isOpen(at)
                        : calendar.isWithinBusinessSpan(at));
    }

    /** Steps whose clocks do not belong to the unit, and go on when another one takes over (reading A19). */
    Set<Step> goingOn(Course course) {
        var steps = EnumSet.noneOf(Step.class);
        OF_THE_UNIT.stream()
                .filter(step -> ruling(step, course).line().from() == ClockStart.RECEIVE)
                .forEach(steps::add);
        return steps;
    }

    boolean isOfTheUnit(Step step, Course course) {
        return OF_THE_UNIT.contains(step) && !goingOn(course).contains(step);
    }

    /** Whether a return may still be asked for; where the rules set no window it always may. */
    boolean isReturnOpen(Instant at, Course course) {
        var unit = course.tenure();
        if (unit == null || unit.isOver() || course.isClosed()) {
            return false;
        }
        return deadline(Step.RETURN_REQUEST, course)
                .map(window -> isInTime(at, window))
                .orElse(false);
    }

    private static boolean isInTime(Instant at, Deadline deadline) {
        var due = deadline.dueAt();
        return due == null || (deadline.dueIncluded() ? !at.isAfter(due) : at.isBefore(due));
    }

    /** What becomes of a request for more time. */
    sealed interface ExtensionOutcome {
        record Possible(Extensions.Asked request) implements ExtensionOutcome {}

        record Impossible(ClockOutcome.Reason reason) implements ExtensionOutcome {}
    }

    /** Reading A6: asked for strictly before the due time; then it may be decided whenever it is. */
    ExtensionOutcome extension(ClockEvent.ExtensionRequested asked, Course course) {
        var running = EXTENDABLE.stream()
                .flatMap(step -> deadline(step, course).stream())
                .filter(Deadline::isRunning)
                .toList();
        if (course.isClosed() || course.isBetweenUnits() || running.isEmpty()) {
            return new ExtensionOutcome.Impossible(ClockOutcome.Reason.WINDOW_CLOSED);
        }
        var limited = running.stream().filter(one -> one.dueAt() != null).toList();
        var steps = EnumSet.noneOf(Step.class);
        limited.stream().filter(one -> isBeforeDue(asked.at(), one, course)).forEach(one -> steps.add(one.step()));
        if (steps.isEmpty() && !limited.isEmpty()) {
            return new ExtensionOutcome.Impossible(ClockOutcome.Reason.DEADLINE_PASSED);
        }
        return bounded(new Extensions.Asked(steps, asked.workingDays(), asked.until()), course);
    }

    private boolean isBeforeDue(Instant at, Deadline deadline, Course course) {
        var due = deadline.dueAt();
        var included = ruling(deadline.step(), course).rules().reads(ReadingOption.AT_OR_BEFORE_DEADLINE);
        return due != null && (included ? !at.isAfter(due) : at.isBefore(due));
    }

    private ExtensionOutcome bounded(Extensions.Asked request, Course course) {
        for (var step : request.steps()) {
            var reason = bound(step, request, course);
            if (reason.isPresent()) {
                return new ExtensionOutcome.Impossible(reason.get());
            }
        }
        return new ExtensionOutcome.Possible(request);
    }

    private Optional<ClockOutcome.Reason> bound(Step step, Extensions.Asked request, Course course) {
        var ruling = ruling(step, course);
        var limit = ruling.line().limit();
        var start = start(step, ruling, course);
        if (limit == null || start == null) {
            return Optional.empty();
        }
        var original = counted(ruling, start, limit);
        var now = extended(step, course, ruling, start, original);
        var later = longer(ruling, now, request);
        if (!later.at().isAfter(now.at())) {
            return Optional.of(ClockOutcome.Reason.NOT_LATER);
        }
        return cap(ruling, start, original)
                .filter(cap -> later.at().isAfter(cap.at()))
                .map(cap -> ClockOutcome.Reason.OVER_CAP);
    }

    private @Nullable Instant start(Step step, Ruling ruling, Course course) {
        var from = ruling.line().from();
        return from == null ? null : start(step, ruling, course, from);
    }

    private static @Nullable Instant start(Step step, Ruling ruling, Course course, ClockStart from) {
        return switch (from) {
            case RECEIVE -> course.intake().receipt();
            case NIGHT_RECEIVE -> course.intake().atNight() ? course.intake().receivedAt() : null;
            case FORM -> course.intake().formedAt();
            case DISPATCH -> unitStart(step, ruling, course);
            case ACCEPTED_REPLY -> course.answer().closedAt();
            case MISSED_CALL -> course.missedCall().missedAt();
        };
    }

    /** Reading A3: the unit's clocks start at dispatch, unless the profile reads it otherwise. */
    private static @Nullable Instant unitStart(Step step, Ruling ruling, Course course) {
        var unit = course.tenure();
        if (unit == null) {
            return null;
        }
        return AFTER_SIGNING.contains(step) && ruling.rules().reads(ReadingOption.SIGNING_INSTANT)
                ? unit.signedAt()
                : unit.dispatchedAt();
    }

    private Deadline silent(Step step, Course course, Ruling ruling) {
        var met = met(step, course, ruling);
        return new Deadline(
                step,
                naturalStart(step, course),
                null,
                true,
                false,
                met,
                met == null ? stopped(step, course, ruling) : null,
                ruling.rules().profile(),
                ruling.words(),
                ruling.line().source(),
                ruling.line().owner(),
                silence(ruling));
    }

    /** 第十一条末款: where the city's own limit gives way, the one that the source has set for the reply holds. */
    private Optional<Deadline> ofTheSource(Step step, Course course, Ruling ruling) {
        var set = course.intake().limit();
        var start = naturalStart(step, course);
        if (set == null
                || start == null
                || step != Step.REPLY
                || !course.flags().counted().contains(Flag.SPECIAL_SOURCE)) {
            return Optional.empty();
        }
        var day = set.until().toString();
        var due = extended(
                step,
                course,
                ruling,
                start,
                new DueTime(
                        calendar.closeOfBusiness(set.until()), false, List.of(Messages.of("clock.days.source", day))));
        var met = met(step, course, ruling);
        return Optional.of(new Deadline(
                step,
                start,
                due.at(),
                true,
                due.provisional(),
                met,
                met == null ? stopped(step, course, ruling) : null,
                ruling.rules().profile(),
                Messages.of("clock.source-limit", day),
                set.ground(),
                ruling.line().owner(),
                due.days()));
    }

    /** What the document says in place of a number. */
    private static List<String> silence(Ruling ruling) {
        var text = ruling.line().text();
        return text == null ? List.of() : List.of(Messages.of("clock.days.text", text));
    }

    /** From when on a step waits to be done although no rule says until when. */
    private static @Nullable Instant naturalStart(Step step, Course course) {
        var unit = course.tenure();
        return switch (step) {
            case DISPATCH -> course.intake().formedAt();
            case SIGN, FIRST_CONTACT, RETURN_REQUEST, REPLY, CLOSE -> unit == null ? null : unit.dispatchedAt();
            case FEEDBACK -> course.answer().closedAt();
            case NIGHT_CONTACT -> null;
            case MISSED_CALL -> course.missedCall().missedAt();
        };
    }

    private Deadline running(Step step, Course course, Ruling ruling, Instant start, DueTime due) {
        var counted = new Counted(ruling, extended(step, course, ruling, start, due));
        var held = step == Step.FIRST_CONTACT ? orOfTheNight(counted, course) : counted;
        var met = met(step, course, ruling);
        return new Deadline(
                step,
                start,
                held.due().at(),
                held.ruling().rules().reads(ReadingOption.ON_TIME_IF_AT_OR_BEFORE),
                held.due().provisional(),
                met,
                met == null ? stopped(step, course, ruling) : null,
                held.ruling().rules().profile(),
                held.ruling().words(),
                held.ruling().line().source(),
                held.ruling().line().owner(),
                held.due().days());
    }

    private record Counted(Ruling ruling, DueTime due) {}

    /**
     * Reading A9: of a call at night the contact is bound by nine o'clock of the next working day. The hours that hold by
     * day would ask the unit to call in the middle of the night.
     */
    private Counted orOfTheNight(Counted byDay, Course course) {
        var ruling = ruling(Step.NIGHT_CONTACT, course);
        var limit = ruling.line().limit();
        var start = limit == null ? null : start(Step.NIGHT_CONTACT, ruling, course);
        if (limit == null || start == null || !ruling.rules().reads(ReadingOption.BINDS_THE_CONTACT)) {
            return byDay;
        }
        var night = counted(ruling, start, limit);
        return night.at().isAfter(byDay.due().at()) ? new Counted(ruling, night) : byDay;
    }

    private static @Nullable Instant met(Step step, Course course, Ruling ruling) {
        var unit = course.tenure();
        return switch (step) {
            case DISPATCH -> course.intake().dispatchedAt();
            case SIGN -> unit == null ? null : unit.signedAt();
            case FIRST_CONTACT -> unit == null ? null : unit.contactedAt();
            case RETURN_REQUEST -> unit == null ? null : unit.returnAskedAt();
            case REPLY, CLOSE ->
                ruling.rules().reads(ReadingOption.ACCEPTANCE)
                        ? course.answer().closedAt()
                        : course.answer().passedAt();
            case FEEDBACK -> course.answer().toldAt();
            case NIGHT_CONTACT -> course.intake().contactedAt();
            case MISSED_CALL -> course.missedCall().settledAt(!ruling.rules().reads(ReadingOption.CALL_BACK_ALONE));
        };
    }

    private @Nullable Instant stopped(Step step, Course course, Ruling ruling) {
        var unit = course.tenure();
        var goesOn = ruling.line().from() == ClockStart.RECEIVE;
        if (unit != null && unit.isOver() && OF_THE_UNIT.contains(step) && !goesOn) {
            return unit.returnedAt();
        }
        return step == Step.RETURN_REQUEST ? course.answer().closedAt() : null;
    }

    private DueTime extended(Step step, Course course, Ruling ruling, Instant start, DueTime original) {
        if (!EXTENDABLE.contains(step)) {
            return original;
        }
        var due = original;
        for (var granted : course.handling().extensions().of(step)) {
            due = longer(ruling, due, granted);
        }
        // A flag may have put it under a rule that allows less than was granted.
        var reached = due;
        return cap(ruling, start, original)
                .filter(cap -> reached.at().isAfter(cap.at()))
                .orElse(reached);
    }

    private DueTime longer(Ruling ruling, DueTime due, Extensions.Asked extension) {
        var until = extension.until();
        var days = extension.workingDays();
        if (until != null) {
            return until(due, until);
        }
        return days == null ? due : joined(due, longer(ruling, dayOf(due.at()), days), days);
    }

    /** The close of business of the day that was named, worked or not; never earlier than it was due anyway. */
    private DueTime until(DueTime due, LocalDate day) {
        var at = calendar.closeOfBusiness(day);
        return at.isAfter(due.at())
                ? new DueTime(
                        at,
                        due.provisional(),
                        more(due.days(), List.of(Messages.of("clock.days.until", day.toString()))))
                : due;
    }

    private static DueTime joined(DueTime due, DueTime later, int days) {
        var said = more(List.of(Messages.of("clock.days.extended", days)), later.days());
        return new DueTime(later.at(), due.provisional() || later.provisional(), more(due.days(), said));
    }

    private static List<String> more(List<String> first, List<String> then) {
        return Stream.concat(first.stream(), then.stream()).toList();
    }

    private Optional<DueTime> cap(Ruling ruling, Instant start, DueTime original) {
        var rule = ruling.line().extension();
        var cap = rule == null ? null : rule.cap();
        if (cap == null) {
            return Optional.empty();
        }
        return Optional.of(
                switch (cap.measure()) {
                    case LENGTH ->
                        joined(original, longer(ruling, dayOf(original.at()), cap.workingDays()), cap.workingDays());
                    case TOTAL -> counted(ruling, start, Span.of(cap.workingDays(), Span.Unit.WORKING_DAY));
                });
    }

    private DueTime counted(Ruling ruling, Instant start, Span span) {
        var limit = span.asTimeLimit();
        var midnight = limit instanceof WorkingDays && endsAtMidnight(ruling);
        return remembered(
                new Limited(start, limit, midnight), () -> untilMidnight(calendar.due(start, limit), midnight));
    }

    private DueTime longer(Ruling ruling, LocalDate day, int workingDays) {
        var midnight = endsAtMidnight(ruling);
        return remembered(
                new Longer(day, workingDays, midnight),
                () -> untilMidnight(calendar.extended(day, workingDays), midnight));
    }

    private DueTime remembered(Object what, Supplier<DueTime> count) {
        return counted.computeIfAbsent(what, key -> count.get());
    }

    /** Reading A1 the other way: 民法典第二百零三条, the last day ends at 24:00. */
    private static DueTime untilMidnight(DueTime due, boolean midnight) {
        if (!midnight) {
            return due;
        }
        var end = dayOf(due.at()).plusDays(1).atStartOfDay(Shanghai.ZONE).toInstant();
        return new DueTime(end, due.provisional(), more(due.days(), List.of(Messages.of("clock.days.midnight"))));
    }

    private static boolean endsAtMidnight(Ruling ruling) {
        return ruling.rules().reads(ReadingOption.START_DAY_EXCLUDED_END_AT_MIDNIGHT);
    }

    /** The day that a due time ends: 24:00 belongs to the day that is over. */
    private static LocalDate dayOf(Instant due) {
        return LocalDate.ofInstant(due.minusNanos(1), Shanghai.ZONE);
    }
}
