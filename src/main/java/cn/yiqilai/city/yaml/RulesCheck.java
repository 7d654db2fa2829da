package cn.yiqilai.city.yaml;

import cn.yiqilai.city.ClockStart;
import cn.yiqilai.city.ExtensionRule.Measure;
import cn.yiqilai.city.Flag;
import cn.yiqilai.city.FollowUp;
import cn.yiqilai.city.Kind;
import cn.yiqilai.city.LimitLine;
import cn.yiqilai.city.Reading;
import cn.yiqilai.city.ReadingOption;
import cn.yiqilai.city.ServiceRules;
import cn.yiqilai.city.Span;
import cn.yiqilai.city.Step;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What must be true of rules as a whole, once every line of theirs is understood. */
final class RulesCheck {
    private static final Set<Span.Unit> PLAIN = Set.of(Span.Unit.HOUR, Span.Unit.MINUTE);

    private final ServiceRules rules;
    private final List<String> faults = new ArrayList<>();

    private RulesCheck(ServiceRules rules) {
        this.rules = rules;
    }

    /** @return a line for each fault, path first */
    static List<String> of(ServiceRules rules) {
        var check = new RulesCheck(rules);
        check.readings();
        for (var step : Step.values()) {
            check.lines(step);
        }
        check.approvals();
        return check.faults;
    }

    private void readings() {
        Arrays.stream(Reading.values())
                .filter(Reading::concernsEveryProfile)
                .forEach(reading -> require(reading, "every profile"));
        lines().filter(line ->
                        line.limit() != null && PLAIN.contains(line.limit().unit()))
                .findFirst()
                .ifPresent(line -> require(Reading.PLAIN_HOURS_AND_MINUTES, "limits in hours or minutes"));
        if (hasLimit(Step.NIGHT_CONTACT)) {
            require(Reading.NIGHT_WINDOW, "limits.NIGHT_CONTACT");
            require(Reading.NIGHT_CONTACT, "limits.NIGHT_CONTACT");
        }
        if (hasLimit(Step.MISSED_CALL)) {
            require(Reading.MISSED_CALL, "limits.MISSED_CALL");
        }
        if (lines().anyMatch(line -> line.flags().contains(Flag.HARD_CASE))) {
            require(Reading.HARD_CASE_SCOPE, "a limit for HARD_CASE");
        }
        if (Stream.concat(rules.callBack().stream(), rules.supervision().stream())
                .anyMatch(one -> one.when() == FollowUp.When.FIRST_DISSATISFIED)) {
            require(Reading.FIRST_DISSATISFIED, "FIRST_DISSATISFIED");
        }
    }

    private void require(Reading reading, String who) {
        if (rules.readings().stream().noneMatch(choice -> choice.name().equals(reading.key()))) {
            faults.add("readings: '" + reading.key() + "' (" + reading.ref() + ") is missing, " + who + " needs it");
        }
    }

    private void lines(Step step) {
        var lines = rules.limits().getOrDefault(step, List.of());
        for (var kind : Kind.values()) {
            if (lines.stream().noneMatch(line -> line.concerns(kind, Set.of()))) {
                faults.add("limits." + step + ": nothing is said of " + kind
                        + " without flags; write limit: null where the" + " document is silent");
            }
        }
        for (var i = 0; i < lines.size(); i++) {
            var path = "limits." + step + "[" + i + "]";
            start(path, step, lines.get(i));
            cap(path, lines.get(i));
            if (isHidden(lines.get(i), lines.subList(0, i))) {
                faults.add(path + ": never holds, a line before it takes all its orders");
            }
        }
    }

    /** A kind of the line is still free when no earlier line asks for as few flags or fewer. */
    private static boolean isHidden(LimitLine line, List<LimitLine> before) {
        return line.kinds().stream()
                .allMatch(kind -> before.stream().anyMatch(earlier -> earlier.concerns(kind, line.flags())));
    }

    private void start(String path, Step step, LimitLine line) {
        var from = line.from();
        if (from != null && !starts(step).contains(from)) {
            faults.add(path + ".from: " + step + " is counted from one of " + starts(step) + ", not " + from);
        }
    }

    private static List<ClockStart> starts(Step step) {
        return switch (step) {
            case DISPATCH -> List.of(ClockStart.FORM);
            case SIGN, FIRST_CONTACT, RETURN_REQUEST -> List.of(ClockStart.DISPATCH);
            case REPLY, CLOSE -> List.of(ClockStart.DISPATCH, ClockStart.RECEIVE);
            case FEEDBACK -> List.of(ClockStart.ACCEPTED_REPLY);
            case NIGHT_CONTACT -> List.of(ClockStart.NIGHT_RECEIVE);
            case MISSED_CALL -> List.of(ClockStart.MISSED_CALL);
        };
    }

    /** What is capped is said with the limit, and how the text is read (A10) with the readings: the two must agree. */
    private void cap(String path, LimitLine line) {
        var extension = line.extension();
        if (extension == null || extension.cap() == null) {
            return;
        }
        var joint = line.flags().contains(Flag.JOINT);
        var measure = extension.cap().measure();
        var option = joint
                ? measure == Measure.TOTAL
                        ? ReadingOption.TOTAL_FROM_RECEIPT
                        : ReadingOption.LENGTH_OF_THE_JOINT_EXTENSION
                : measure == Measure.LENGTH
                        ? ReadingOption.LENGTH_OF_THE_EXTENSION
                        : ReadingOption.TOTAL_FROM_THE_START;
        if (!rules.reads(option)) {
            faults.add(path + ".extension.cap.measure: the reading "
                    + option.reading().key() + " (A10) must then be " + option.key());
        }
    }

    private void approvals() {
        var approvals = rules.approvals();
        if (approvals != null && approvals.stream().noneMatch(line -> line.concerns(Set.of()))) {
            faults.add("approvals: nobody signs for an order without flags");
        }
    }

    private Stream<LimitLine> lines() {
        return rules.limits().values().stream().flatMap(List::stream);
    }

    private boolean hasLimit(Step step) {
        return rules.limits().getOrDefault(step, List.of()).stream().anyMatch(line -> line.limit() != null);
    }
}
