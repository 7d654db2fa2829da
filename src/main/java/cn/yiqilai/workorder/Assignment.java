package cn.yiqilai.workorder;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A unit's task.
 *
 * @param unit who owes the reply; in joint handling the lead unit (牵头单位)
 * @param coUnits who helps, and may read
 * @param dispatchedAt from then on the unit's clocks run (reading A3)
 * @param signature null until somebody signed
 * @param contact null until the enterprise was called
 * @param extensionWanted waits for a decision; null when nothing does
 * @param extensions how many were approved
 */
public record Assignment(
        String unit,
        List<String> coUnits,
        Instant dispatchedAt,
        @Nullable Signature signature,
        @Nullable FirstContact contact,
        @Nullable ExtensionRequest extensionWanted,
        int extensions) {
    public Assignment {
        coUnits = List.copyOf(coUnits);
    }

    public static Assignment of(String unit, List<String> coUnits, Instant dispatchedAt) {
        return new Assignment(unit, coUnits, dispatchedAt, null, null, null, 0);
    }

    /** Whether that unit has anything to do with it. */
    public boolean concerns(String other) {
        return unit.equals(other) || coUnits.contains(other);
    }

    Assignment signed(Signature by) {
        return new Assignment(unit, coUnits, dispatchedAt, by, contact, extensionWanted, extensions);
    }

    Assignment contacted(FirstContact with) {
        return new Assignment(unit, coUnits, dispatchedAt, signature, with, extensionWanted, extensions);
    }

    Assignment wanting(ExtensionRequest request) {
        return new Assignment(unit, coUnits, dispatchedAt, signature, contact, request, extensions);
    }

    Assignment extensionDecided(boolean approved) {
        return new Assignment(
                unit, coUnits, dispatchedAt, signature, contact, null, approved ? extensions + 1 : extensions);
    }

    /** Several see to it together from now on, and all of them may read it. */
    Assignment joinedBy(JointSession session) {
        var others = Stream.of(coUnits, session.units(), List.of(session.convener()))
                .flatMap(List::stream)
                .distinct()
                .filter(other -> !other.equals(unit))
                .toList();
        return new Assignment(unit, others, dispatchedAt, signature, contact, extensionWanted, extensions);
    }

    /** The session has named who leads; whoever takes it there has signed for it. */
    Assignment ledBy(String lead, List<String> helping, Signature by) {
        return new Assignment(lead, helping, dispatchedAt, by, contact, extensionWanted, extensions);
    }
}
