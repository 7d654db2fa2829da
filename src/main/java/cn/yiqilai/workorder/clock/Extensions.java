package cn.yiqilai.workorder.clock;

import cn.yiqilai.city.Step;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What was asked for in extensions and what was granted.
 *
 * @param pending the last request that was not decided upon; a new one takes its place
 * @param granted in the order in which they were granted
 */
record Extensions(@Nullable Asked pending, List<Asked> granted) {
    static final Extensions NONE = new Extensions(null, List.of());

    /**
     * A longer time for some steps; one of {@code workingDays} and {@code until} is given.
     *
     * @param steps those that were still in time when it was asked for; others it does not move
     */
    record Asked(
            Set<Step> steps,
            @Nullable Integer workingDays,
            @Nullable LocalDate until) {}

    Extensions {
        granted = List.copyOf(granted);
    }

    List<Asked> of(Step step) {
        return granted.stream().filter(one -> one.steps().contains(step)).toList();
    }

    Extensions asked(Asked request) {
        return new Extensions(request, granted);
    }

    Extensions decided(boolean approved) {
        if (!approved || pending == null) {
            return new Extensions(null, granted);
        }
        var more = new ArrayList<>(granted);
        more.add(pending);
        return new Extensions(null, more);
    }

    /** Another unit begins anew, but for the steps whose clocks go on. */
    Extensions afterReturn(Set<Step> goingOn) {
        return new Extensions(
                null,
                granted.stream()
                        .map(one -> new Asked(
                                one.steps().stream()
                                        .filter(goingOn::contains)
                                        .collect(java.util.stream.Collectors.toUnmodifiableSet()),
                                one.workingDays(),
                                one.until()))
                        .filter(one -> !one.steps().isEmpty())
                        .toList());
    }
}
