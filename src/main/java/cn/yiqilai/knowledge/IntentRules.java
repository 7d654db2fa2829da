package cn.yiqilai.knowledge;

import cn.yiqilai.platform.FieldChecks;
import cn.yiqilai.platform.Messages;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What an intent must look like. Lengths are in code points. */
public final class IntentRules {
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{1,79}");
    private static final int LONGEST_LINE = 200;
    private static final int LONGEST_REPLY = 1000;
    private static final int MOST_EXAMPLES = 500;

    /** What may be decided without an entry, and why. */
    private static final Map<String, List<String>> REASONS = Map.of(
            "SMALL_TALK", List.of("CHITCHAT"),
            "HANDOFF", List.of("WANTS_HUMAN", "NEEDS_WORK_ORDER", "LOW_CONFIDENCE"),
            "DECLINE", List.of("EMERGENCY", "NOT_ACCEPTED", "CITIZEN_MATTER"));

    private static final List<String> ORDERS = List.of("CONSULT", "HELP", "SUGGESTION", "COMPLAINT", "REPORT");

    private IntentRules() {}

    /** @throws cn.yiqilai.platform.ProblemException 400 with one row a problem */
    public static Intent require(IntentForm form) {
        var checks = new FieldChecks("knowledge.invalid");
        var intent = new Intent(
                checks.required("id", form.id(), 2, 80),
                checks.required("title", form.title(), 1, 100),
                checks.required("decision", form.decision(), 1, 40),
                checks.required("reason", form.reason(), 1, 40),
                checks.optional("workOrderKind", form.workOrderKind(), 40),
                checks.optional("ground", form.ground(), LONGEST_LINE),
                checks.requiredText("reply", form.reply(), 2, LONGEST_REPLY),
                checks.list("phrases", form.phrases(), 1, LONGEST_LINE, MOST_EXAMPLES),
                checks.list("examples", form.examples(), 1, LONGEST_LINE, MOST_EXAMPLES),
                checks.list("counterexamples", form.counterexamples(), 1, LONGEST_LINE, MOST_EXAMPLES));
        checkCodes(checks, intent);
        checks.throwIfAny();
        return intent;
    }

    private static void checkCodes(FieldChecks checks, Intent intent) {
        if (!intent.id().isEmpty() && !ID.matcher(intent.id()).matches()) {
            checks.refuse("id", "knowledge.intent.id");
        }
        var reasons = REASONS.get(intent.decision());
        if (reasons == null) {
            oneOf(
                    checks,
                    "decision",
                    intent.decision(),
                    REASONS.keySet().stream().sorted().toList());
        } else {
            oneOf(checks, "reason", intent.reason(), reasons);
        }
        if (intent.workOrderKind() != null) {
            oneOf(checks, "workOrderKind", intent.workOrderKind(), ORDERS);
        }
    }

    /** An empty value has been refused already. */
    private static void oneOf(FieldChecks checks, String field, @Nullable String value, List<String> names) {
        if (value != null && !value.isEmpty() && !names.contains(value)) {
            checks.refuse(field, "field.one-of", String.join(Messages.of("list.or"), names));
        }
    }
}
