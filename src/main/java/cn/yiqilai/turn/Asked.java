package cn.yiqilai.turn;

import cn.yiqilai.turn.Reply.Option;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What the enterprise was asked back in this conversation, so that it is not asked again.
 *
 * @param sets the options of each question, latest last
 * @param inARow how many of the last replies asked back
 */
record Asked(List<List<Option>> sets, int inARow) {
    static final Asked NOTHING = new Asked(List.of(), 0);

    private static final int MOST_IN_A_ROW = 2;
    private static final int KEPT = 8;

    Asked {
        sets = List.copyOf(sets);
    }

    /** True when asking which of these is meant would only repeat what was asked, or try the enterprise's patience. */
    boolean isEnough(List<Option> options) {
        var entries = entries(options);
        return inARow >= MOST_IN_A_ROW
                || sets.stream().map(Asked::entries).anyMatch(asked -> asked.containsAll(entries));
    }

    /** @param options of the reply; none when it asks nothing */
    Asked after(List<Option> options) {
        if (options.isEmpty()) {
            return new Asked(sets, 0);
        }
        var later = new ArrayList<>(sets);
        later.add(options);
        return new Asked(later.subList(Math.max(0, later.size() - KEPT), later.size()), inARow + 1);
    }

    private static HashSet<String> entries(List<Option> options) {
        return options.stream().map(Option::entryId).collect(Collectors.toCollection(HashSet::new));
    }
}
