package cn.yiqilai.calendar;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/**
 * The openings of one day. Times of the day are nanoseconds since midnight, 0 to 24 hours.
 *
 * @param openings at least one, in order, none overlapping another
 */
public record DayHours(List<Opening> openings) {
    public DayHours {
        openings = List.copyOf(openings);
        if (openings.isEmpty() || !areInOrder(openings)) {
            throw new IllegalArgumentException("no hours of a day: " + openings);
        }
    }

    /** @throws IllegalArgumentException when one is not like {@code 09:00-12:00}, or they are out of order */
    public static DayHours of(String... openings) {
        return new DayHours(Arrays.stream(openings)
                .map(text -> Opening.read(text).orElseThrow(() -> new IllegalArgumentException("no opening: " + text)))
                .toList());
    }

    /** False also when one begins before the one in front of it has ended. */
    public static boolean areInOrder(List<Opening> openings) {
        for (var index = 1; index < openings.size(); index++) {
            if (openings.get(index).startMinute() < openings.get(index - 1).endMinute()) {
                return false;
            }
        }
        return true;
    }

    Opening last() {
        return openings.getLast();
    }

    boolean isOpen(long nano) {
        return openings.stream().anyMatch(opening -> opening.startNano() <= nano && nano < opening.endNano());
    }

    /** From the first opening to the last closing, lunch included. */
    boolean spans(long nano) {
        return openings.getFirst().startNano() <= nano && nano < last().endNano();
    }

    /** The first open time at or after that one; empty when there is none left. */
    OptionalLong openFrom(long nano) {
        return openings.stream()
                .filter(opening -> nano < opening.endNano())
                .mapToLong(opening -> Math.max(nano, opening.startNano()))
                .findFirst();
    }

    /** How long it is open between the two. */
    long openBetween(long from, long until) {
        var open = 0L;
        for (var opening : openings) {
            open += Math.max(0, Math.min(until, opening.endNano()) - Math.max(from, opening.startNano()));
        }
        return open;
    }

    /** The earliest time by which it was open for that long since {@code from}; it must be open for so long. */
    long reached(long from, long length) {
        var left = length;
        for (var opening : openings) {
            var begin = Math.max(from, opening.startNano());
            var open = Math.max(0, opening.endNano() - begin);
            if (open >= left) {
                return begin + left;
            }
            left -= open;
        }
        throw new IllegalArgumentException(this + " is not open for " + length + " ns from " + from);
    }

    /** {@code 09:00-12:00,13:00-18:00} */
    @Override
    public String toString() {
        return openings.stream().map(Opening::toString).collect(Collectors.joining(","));
    }
}
