package cn.yiqilai.knowledge;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something an enterprise may want that is not a policy question, or a policy question that no entry answers yet; data that
 * editors change like entries.
 *
 * @param id lower-case name
 * @param title what it is, for editors
 * @param decision what the service does: {@code SMALL_TALK}, {@code HANDOFF}, {@code DECLINE}
 * @param reason the contract's code: {@code CHITCHAT}, {@code WANTS_HUMAN}, {@code NEEDS_WORK_ORDER}, {@code EMERGENCY},
 *     {@code NOT_ACCEPTED}, {@code CITIZEN_MATTER}, {@code LOW_CONFIDENCE}
 * @param workOrderKind the kind of the order this wish would become, null for none
 * @param ground which item of 第九条 refuses it, null for none
 * @param reply what the enterprise reads; promises nothing that has not happened
 * @param phrases short strings that show this intent by themselves
 * @param examples what people say
 * @param counterexamples policy questions that look similar
 */
public record Intent(
        String id,
        String title,
        String decision,
        String reason,
        @Nullable String workOrderKind,
        @Nullable String ground,
        String reply,
        List<String> phrases,
        List<String> examples,
        List<String> counterexamples) {
    public Intent {
        phrases = phrases == null ? List.of() : List.copyOf(phrases);
        examples = examples == null ? List.of() : List.copyOf(examples);
        counterexamples = counterexamples == null ? List.of() : List.copyOf(counterexamples);
    }
}
