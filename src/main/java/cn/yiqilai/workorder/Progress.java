package cn.yiqilai.workorder;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an order carries on from state to state.
 *
 * @param disposal how it was disposed of; null while nobody has decided
 * @param ruleVersion which rules its clocks are counted by: frozen when it is first dispatched, null before
 * @param calendarVersion which calendar they were last counted with; null before a clock ran
 * @param supervision the latest; null when it never was put under supervision
 * @param followed ids of the grounds in the rules that have put it under supervision by themselves: each does so once
 * @param returns how many units gave it back with approval
 * @param opinionWanted a written opinion was demanded and is not there yet
 */
public record Progress(
        @Nullable Disposal disposal,
        @Nullable String ruleVersion,
        @Nullable String calendarVersion,
        @Nullable Supervision supervision,
        Set<String> followed,
        int returns,
        boolean opinionWanted) {
    public static final Progress NONE = new Progress(null, null, null, null, Set.of(), 0, false);

    public Progress {
        followed = Set.copyOf(followed);
    }

    Progress disposedOf(Disposal way) {
        return new Progress(way, ruleVersion, calendarVersion, supervision, followed, returns, opinionWanted);
    }

    /** The first dispatch decides by which rules it is counted for good. */
    Progress ruledBy(String rules) {
        return ruleVersion == null
                ? new Progress(disposal, rules, calendarVersion, supervision, followed, returns, opinionWanted)
                : this;
    }

    Progress countedWith(String calendar) {
        return new Progress(disposal, ruleVersion, calendar, supervision, followed, returns, opinionWanted);
    }

    Progress supervised(Supervision latest) {
        return new Progress(disposal, ruleVersion, calendarVersion, latest, followed, returns, opinionWanted);
    }

    /** Put under supervision by a ground of the rules. */
    Progress following(String ground, Supervision by) {
        var grounds = Stream.concat(followed.stream(), Stream.of(ground)).collect(Collectors.toSet());
        return new Progress(disposal, ruleVersion, calendarVersion, by, grounds, returns, opinionWanted);
    }

    Progress returned() {
        return new Progress(disposal, ruleVersion, calendarVersion, supervision, followed, returns + 1, opinionWanted);
    }

    Progress wantingOpinion(boolean wanted) {
        return new Progress(disposal, ruleVersion, calendarVersion, supervision, followed, returns, wanted);
    }
}
