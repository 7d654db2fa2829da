package cn.yiqilai.studio;

import cn.yiqilai.decision.Reason;
import cn.yiqilai.retrieval.Hit;
import cn.yiqilai.studio.QuestionSet.Labelled;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** When a hit is right for a labelled question. */
final class Judgement {
    /** Close to an entry that does not answer it. */
    static final String NEAR_MISS = "near_miss";

    private static final Map<String, Reason> REASONS = Map.of(
            NEAR_MISS,
            Reason.LOW_CONFIDENCE,
            "citizen",
            Reason.CITIZEN_MATTER,
            "chitchat",
            Reason.CHITCHAT,
            "emergency",
            Reason.EMERGENCY,
            "wants_human",
            Reason.WANTS_HUMAN,
            "not_accepted",
            Reason.NOT_ACCEPTED,
            "work_order",
            Reason.NEEDS_WORK_ORDER);

    private Judgement() {}

    static boolean isRight(Labelled row, Hit hit) {
        return row.inScope()
                ? meets(row.gold(), hit)
                : reasonOf(row.kind())
                        .map(reason -> reason.name().equals(hit.reason()))
                        .orElse(false);
    }

    /** True when an entry rests on one of the gold facts, or is itself named. */
    static boolean meets(Set<String> gold, Hit hit) {
        return hit.target().isEntry()
                && (gold.contains(hit.target().id()) || hit.basis().stream().anyMatch(gold::contains));
    }

    /** Rank of the first right one, from 1; 0 when none is. */
    static int rank(Set<String> gold, List<Hit> suggestions) {
        for (var i = 0; i < suggestions.size(); i++) {
            if (meets(gold, suggestions.get(i))) {
                return i + 1;
            }
        }
        return 0;
    }

    /** What a question of that kind should be recognised as. */
    static Optional<Reason> reasonOf(String kind) {
        return Optional.ofNullable(REASONS.get(kind));
    }
}
