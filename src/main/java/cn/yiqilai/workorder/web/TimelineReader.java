package cn.yiqilai.workorder.web;

import cn.yiqilai.city.Flag;
import cn.yiqilai.city.Kind;
import cn.yiqilai.city.RuleBook;
import cn.yiqilai.city.ServiceRules;
import cn.yiqilai.platform.FieldChecks;
import cn.yiqilai.platform.Messages;
import cn.yiqilai.platform.Shanghai;
import cn.yiqilai.workorder.clock.ClockEvent;
import cn.yiqilai.workorder.clock.ClockEvent.RatingChannel;
import cn.yiqilai.workorder.web.TimelineForm.Deed;
import cn.yiqilai.workorder.web.Trial.Happening;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Understands a {@link TimelineForm}, or tells everything that is wrong with it. Nothing is passed over: a field that is
 * misspelt would make a calculation that looks right and is not.
 */
final class TimelineReader {
    private static final int MOST_EVENTS = 200;
    private static final int MOST_WORKING_DAYS = 1000;
    private static final int LONGEST_TEXT = 500;
    private static final int HIGHEST_GRADE = 5;
    private static final int EARLIEST_YEAR = 2020;
    private static final int LATEST_YEAR = 2100;
    private static final List<String> FIELDS = List.of("kind", "flags", "fallbackProfile", "events");

    /** What a unit does, and can only do once it has the order. */
    private static final Set<Deed> OF_THE_UNIT = EnumSet.of(
            Deed.SIGN,
            Deed.REQUEST_RETURN,
            Deed.DECIDE_RETURN,
            Deed.REQUEST_EXTENSION,
            Deed.DECIDE_EXTENSION,
            Deed.SUBMIT_REPLY,
            Deed.REVIEW_REPLY);

    /** What lies before the first dispatch. */
    private static final Set<Deed> BEFORE_DISPATCH = EnumSet.of(Deed.RECEIVE, Deed.FORM);

    private final RuleBook book;
    private final FieldChecks checks = new FieldChecks("timeline.invalid");

    private TimelineReader(RuleBook book) {
        this.book = book;
    }

    /** @throws cn.yiqilai.platform.ProblemException 400 that names every field that is wrong */
    static Trial read(JsonNode body, ServiceRules rules, RuleBook book) {
        return new TimelineReader(book).trial(body, rules);
    }

    private Trial trial(JsonNode body, ServiceRules rules) {
        if (!body.isObject()) {
            checks.refuse("", "timeline.object");
            checks.throwIfAny();
        }
        checks.refuseUnknown("", body.fieldNames(), FIELDS);
        var kind = constant("kind", body.path("kind"), Kind.class);
        var flags = flags(body.path("flags"));
        var fallback = fallback(body.path("fallbackProfile"), rules);
        var happenings = happenings(body.path("events"));
        checks.throwIfAny();
        if (kind == null) {
            throw new IllegalStateException("a kind that is missing was not refused");
        }
        requireOrder(happenings, flags.contains(Flag.JOINT));
        requireBounds(happenings);
        checks.throwIfAny();
        return new Trial(kind, flags, fallback, happenings);
    }

    private Set<Flag> flags(JsonNode given) {
        var flags = EnumSet.noneOf(Flag.class);
        if (isAbsent(given)) {
            return flags;
        }
        if (!given.isArray() || given.size() > Flag.values().length) {
            checks.refuse("flags", "timeline.flags", Flag.values().length);
            return flags;
        }
        for (var i = 0; i < given.size(); i++) {
            var flag = constant("flags." + i, given.get(i), Flag.class);
            if (flag != null) {
                flags.add(flag);
            }
        }
        return flags;
    }

    private @Nullable ServiceRules fallback(JsonNode given, ServiceRules rules) {
        if (isAbsent(given)) {
            return null;
        }
        var fallback = given.isTextual() ? book.find(given.textValue()).orElse(null) : null;
        if (fallback == null) {
            checks.refuse("fallbackProfile", "city.fallback.unknown");
        } else if (fallback.profile().equals(rules.profile())) {
            checks.refuse("fallbackProfile", "city.fallback.itself");
        }
        return fallback;
    }

    private List<Happening> happenings(JsonNode given) {
        if (!given.isArray() || given.size() > MOST_EVENTS) {
            checks.refuse("events", "timeline.events", MOST_EVENTS);
            return List.of();
        }
        var happenings = new ArrayList<Happening>();
        for (var i = 0; i < given.size(); i++) {
            var happening = happening("events." + i + ".", given.get(i));
            if (happening != null) {
                happenings.add(happening);
            }
        }
        return happenings;
    }

    private @Nullable Happening happening(String path, JsonNode given) {
        if (!given.isObject()) {
            checks.refuse(path.substring(0, path.length() - 1), "timeline.object");
            return null;
        }
        var deed = constant(path + "do", given.path("do"), Deed.class);
        var at = instant(path + "at", given.path("at"));
        if (deed == null) {
            return null;
        }
        var known = new ArrayList<>(List.of("at", "do"));
        known.addAll(deed.fields());
        checks.refuseUnknown(path, given.fieldNames(), known);
        var event = event(deed, at == null ? Instant.EPOCH : at, new Fields(path, given));
        return event == null ? null : new Happening(deed, event);
    }

    private @Nullable ClockEvent event(Deed deed, Instant at, Fields fields) {
        return switch (deed) {
            case RECEIVE -> new ClockEvent.Received(at);
            case FORM -> new ClockEvent.Formed(at);
            case DISPATCH -> new ClockEvent.Dispatched(at, fields.text("to"));
            case SIGN -> new ClockEvent.Signed(at);
            case CONTACT -> new ClockEvent.Contacted(at);
            case REQUEST_RETURN -> new ClockEvent.ReturnRequested(at, fields.text("ground"), fields.text("advice"));
            case DECIDE_RETURN -> new ClockEvent.ReturnDecided(at, fields.yesOrNo("approved"));
            case REQUEST_EXTENSION -> extension(at, fields);
            case DECIDE_EXTENSION -> new ClockEvent.ExtensionDecided(at, fields.yesOrNo("approved"));
            case SUBMIT_REPLY -> new ClockEvent.ReplySubmitted(at);
            case REVIEW_REPLY -> new ClockEvent.ReplyReviewed(at, fields.yesOrNo("accepted"), fields.text("reason"));
            case SET_FLAG -> fields.flag() instanceof Flag flag ? new ClockEvent.FlagSet(at, flag) : null;
            case CLEAR_FLAG -> fields.flag() instanceof Flag flag ? new ClockEvent.FlagCleared(at, flag) : null;
            case MISSED_CALL -> new ClockEvent.CallMissed(at);
            case CALL_BACK -> new ClockEvent.CalledBack(at);
            case RESULT_TOLD -> new ClockEvent.ResultTold(at);
            case RATE -> rating(at, fields);
        };
    }

    private ClockEvent extension(Instant at, Fields fields) {
        var days = fields.number("workingDays", MOST_WORKING_DAYS);
        var until = fields.day("until");
        if (fields.has("workingDays") == fields.has("until")) {
            checks.refuse(fields.path + "workingDays", "timeline.one-of-both");
        }
        if (until != null && until.isBefore(LocalDate.ofInstant(at, Shanghai.ZONE))) {
            checks.refuse(fields.path + "until", "timeline.until-before");
        }
        return new ClockEvent.ExtensionRequested(at, days, until, fields.text("reason"));
    }

    private @Nullable ClockEvent rating(Instant at, Fields fields) {
        var channel = constant(fields.path + "channel", fields.node.path("channel"), RatingChannel.class);
        var grade = fields.number("grade", HIGHEST_GRADE);
        if (grade == null && !fields.has("grade")) {
            checks.refuse(fields.path + "grade", "timeline.number", 1, HIGHEST_GRADE);
        }
        return channel == null || grade == null ? null : new ClockEvent.Rated(at, channel, grade);
    }

    /** The fields of one event beside its time and name. */
    private final class Fields {
        private final String path;
        private final JsonNode node;

        Fields(String path, JsonNode node) {
            this.path = path;
            this.node = node;
        }

        boolean has(String name) {
            return !isAbsent(node.path(name));
        }

        @Nullable
        String text(String name) {
            var given = node.path(name);
            if (!isAbsent(given) && !given.isTextual()) {
                checks.refuse(path + name, "request.wrong-type");
                return null;
            }
            return checks.optionalText(path + name, given.textValue(), LONGEST_TEXT);
        }

        boolean yesOrNo(String name) {
            if (!node.path(name).isBoolean()) {
                checks.refuse(path + name, "field.flag");
            }
            return node.path(name).asBoolean();
        }

        @Nullable
        Integer number(String name, int most) {
            var given = node.path(name);
            if (isAbsent(given)) {
                return null;
            }
            if (!given.isIntegralNumber()
                    || !given.canConvertToInt()
                    || given.intValue() < 1
                    || given.intValue() > most) {
                checks.refuse(path + name, "timeline.number", 1, most);
                return null;
            }
            return given.intValue();
        }

        @Nullable
        LocalDate day(String name) {
            var given = node.path(name);
            if (isAbsent(given)) {
                return null;
            }
            try {
                var day = LocalDate.parse(given.isTextual() ? given.textValue() : "");
                if (day.getYear() >= EARLIEST_YEAR && day.getYear() <= LATEST_YEAR) {
                    return day;
                }
            } catch (DateTimeException e) {
                // Said below, in the reader's words.
            }
            checks.refuse(path + name, "timeline.day", year(EARLIEST_YEAR), year(LATEST_YEAR));
            return null;
        }

        @Nullable
        Flag flag() {
            return constant(path + "flag", node.path("flag"), Flag.class);
        }
    }

    private @Nullable Instant instant(String field, JsonNode given) {
        try {
            var at = OffsetDateTime.parse(given.isTextual() ? given.textValue() : "")
                    .toInstant();
            var year = at.atZone(Shanghai.ZONE).getYear();
            if (year >= EARLIEST_YEAR && year <= LATEST_YEAR) {
                return at;
            }
        } catch (DateTimeException e) {
            // Said below, in the reader's words.
        }
        checks.refuse(field, "timeline.at", year(EARLIEST_YEAR), year(LATEST_YEAR));
        return null;
    }

    private static String year(int year) {
        return Integer.toString(year);
    }

    private <E extends Enum<E>> @Nullable E constant(String field, JsonNode given, Class<E> type) {
        var found = Arrays.stream(type.getEnumConstants())
                .filter(one -> given.isTextual() && one.name().equals(given.textValue()))
                .findFirst();
        if (found.isEmpty()) {
            checks.refuse(
                    field,
                    isAbsent(given) ? "timeline.required-one-of" : "field.one-of",
                    Arrays.stream(type.getEnumConstants())
                            .map(Enum::name)
                            .collect(Collectors.joining(Messages.of("list.or"))));
        }
        return found.orElse(null);
    }

    private static boolean isAbsent(JsonNode node) {
        return node.isMissingNode() || node.isNull();
    }

    private void requireOrder(List<Happening> happenings, boolean joint) {
        var dispatch = firstDispatch(happenings);
        for (var i = 0; i < happenings.size(); i++) {
            var now = happenings.get(i);
            var field = "events." + i + ".at";
            if (i > 0 && now.event().at().isBefore(happenings.get(i - 1).event().at())) {
                checks.refuse(field, "timeline.order");
            } else if (dispatch >= 0 && i < dispatch && !joint && OF_THE_UNIT.contains(now.deed())) {
                checks.refuse(field, "timeline.before-dispatch", now.deed());
            } else if (dispatch >= 0 && i > dispatch && BEFORE_DISPATCH.contains(now.deed())) {
                checks.refuse(field, "timeline.after-dispatch", now.deed());
            }
        }
    }

    private static int firstDispatch(List<Happening> happenings) {
        for (var i = 0; i < happenings.size(); i++) {
            if (happenings.get(i).deed() == Deed.DISPATCH) {
                return i;
            }
        }
        return -1;
    }

    /** All that is asked for in extensions, so that a due time stays where there is a calendar. */
    private void requireBounds(List<Happening> happenings) {
        var days = happenings.stream()
                .map(Happening::event)
                .mapToInt(
                        event -> event instanceof ClockEvent.ExtensionRequested request && request.workingDays() != null
                                ? request.workingDays()
                                : 0)
                .sum();
        if (days > MOST_WORKING_DAYS) {
            checks.refuse("events", "timeline.too-many-days", MOST_WORKING_DAYS);
        }
    }
}
