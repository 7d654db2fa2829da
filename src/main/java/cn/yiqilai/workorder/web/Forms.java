package cn.yiqilai.workorder.web;

import cn.yiqilai.platform.FieldChecks;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the forms of this room check alike. */
final class Forms {
    /** As typed, with hyphens. */
    static final int LONGEST_PHONE = 40;

    private Forms() {}

    static FieldChecks checks() {
        return new FieldChecks("workorder.invalid");
    }

    /** A form of one text, 2 code points at least. */
    static String text(String field, @Nullable String raw, int longest) {
        var checks = checks();
        var text = checks.requiredText(field, raw, 2, longest);
        checks.throwIfAny();
        return text;
    }

    static <E extends Enum<E>> @Nullable E required(
            FieldChecks checks, String field, @Nullable String raw, Class<E> type) {
        if (raw == null || raw.isBlank()) {
            checks.refuse(field, "field.required");
            return null;
        }
        return checks.constant(field, raw, type, Map.of());
    }

    /** What is missing reads as false, and is said to be missing. */
    static boolean required(FieldChecks checks, String field, @Nullable Boolean raw) {
        if (raw == null) {
            checks.refuse(field, "field.required");
            return false;
        }
        return raw;
    }
}
