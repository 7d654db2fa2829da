package cn.yiqilai.knowledge;

import cn.yiqilai.platform.FieldChecks;
import cn.yiqilai.platform.Problem.FieldError;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an entry must look like, whichever way it came: typed, imported or loaded at start. Lengths are in code points.
 *
 * <p>Space around a text is no part of it; an empty text is an absent one.
 */
public final class EntryRules {
    private static final int SHORTEST_QUESTION = 2;
    private static final int LONGEST_QUESTION = 200;
    private static final int LONGEST_ANSWER = 5000;
    private static final int LONGEST_SHORT_ANSWER = 120;
    private static final int LONGEST_SPOKEN_ANSWER = 400;
    private static final int LONGEST_REMARK = 300;

    /** What came of a check. */
    public sealed interface Checked {
        record Sound(Entry entry) implements Checked {}

        /** @param errors at least one */
        record Faulty(List<FieldError> errors) implements Checked {}
    }

    private EntryRules() {}

    public static Checked check(EntryForm form) {
        var checks = new FieldChecks("knowledge.invalid");
        var id = id(checks, "id", form.id(), true);
        var entry = id == null ? null : read(checks, form, id);
        if (entry == null) {
            // The other fields are checked under a stand-in name, so that everything is said at once.
            read(checks, form, new EntryId("unnamed"));
            return new Checked.Faulty(checks.errors());
        }
        return checks.errors().isEmpty() ? new Checked.Sound(entry) : new Checked.Faulty(checks.errors());
    }

    /** @throws cn.yiqilai.platform.ProblemException 400 with one row a problem */
    public static Entry require(EntryForm form) {
        return switch (check(form)) {
            case Checked.Sound sound -> sound.entry();
            case Checked.Faulty faulty ->
                throw FieldChecks.problem("knowledge.invalid", faulty.errors()).asException();
        };
    }

    private static Entry read(FieldChecks checks, EntryForm form, EntryId id) {
        var entry = new Entry(
                id,
                checks.required("question", form.question(), SHORTEST_QUESTION, LONGEST_QUESTION),
                checks.list("similar", form.similar(), SHORTEST_QUESTION, LONGEST_QUESTION),
                checks.list("negative", form.negative(), SHORTEST_QUESTION, LONGEST_QUESTION),
                checks.requiredText("answer", form.answer(), SHORTEST_QUESTION, LONGEST_ANSWER),
                checks.optionalText("shortAnswer", form.shortAnswer(), LONGEST_SHORT_ANSWER),
                checks.optionalText("spokenAnswer", form.spokenAnswer(), LONGEST_SPOKEN_ANSWER),
                checks.optional("topic", form.topic(), LONGEST_REMARK),
                checks.list("keywords", form.keywords(), 1, LONGEST_REMARK),
                checks.optional("issuer", form.issuer(), LONGEST_REMARK),
                checks.optional("documentNumber", form.documentNumber(), LONGEST_REMARK),
                checks.optional("documentTitle", form.documentTitle(), LONGEST_REMARK),
                checks.day("issuedOn", form.issuedOn()),
                checks.address("url", form.url(), LONGEST_REMARK),
                checks.day("validFrom", form.validFrom()),
                checks.day("validUntil", form.validUntil()),
                checks.optional("region", form.region(), LONGEST_REMARK),
                checks.list("audience", form.audience(), 1, LONGEST_REMARK),
                checks.optional("department", form.department(), LONGEST_REMARK),
                checks.list("basis", form.basis(), 1, LONGEST_REMARK),
                id(checks, "supersedes", form.supersedes(), false),
                checks.optionalText("caveat", form.caveat(), LONGEST_REMARK));
        checkSense(checks, entry);
        return entry;
    }

    private static void checkSense(FieldChecks checks, Entry entry) {
        if (entry.validFrom() != null
                && entry.validUntil() != null
                && entry.validFrom().isAfter(entry.validUntil())) {
            checks.refuse("validUntil", "knowledge.validity");
        }
        if (entry.id().equals(entry.supersedes())) {
            checks.refuse("supersedes", "knowledge.supersedes-itself");
        }
    }

    private static @Nullable EntryId id(FieldChecks checks, String field, @Nullable String raw, boolean required) {
        var text = raw == null ? "" : raw.strip();
        if (text.isEmpty()) {
            if (required) {
                checks.refuse(field, "field.required");
            }
            return null;
        }
        if (!EntryId.isWellFormed(text)) {
            checks.refuse(field, "knowledge.id");
            return null;
        }
        return new EntryId(text);
    }
}
