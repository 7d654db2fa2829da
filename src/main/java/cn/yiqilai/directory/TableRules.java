package cn.yiqilai.directory;

import cn.yiqilai.platform.FieldChecks;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a filing code and a registration window must look like, by themselves. */
public final class TableRules {
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,39}");
    private static final int LONGEST_CODE = 40;
    private static final int LONGEST_NAME = 100;

    private TableRules() {}

    /** 1..40 letters, digits, {@code . _ -}, beginning with a letter or digit. */
    public static boolean isCode(String text) {
        return CODE.matcher(text).matches();
    }

    /** The code at version 0; nothing of it may be used while the checks have an error. */
    static FilingCode check(FieldChecks checks, FilingCodeForm form, Function<String, Optional<Unit>> units) {
        return new FilingCode(
                code(checks, "code", form.code()),
                checks.required("name", form.name(), 1, LONGEST_NAME),
                checks.optional("category", form.category(), LONGEST_NAME),
                parent(checks, form.parent(), form.code()),
                unit(checks, form.unit(), units),
                form.active() == null || form.active(),
                false,
                0,
                Instant.EPOCH);
    }

    /** The window at version 0; nothing of it may be used while the checks have an error. */
    static RegistrationWindow check(FieldChecks checks, WindowForm form, Function<String, Optional<Unit>> units) {
        return new RegistrationWindow(
                code(checks, "id", form.id()),
                checks.required("name", form.name(), 1, LONGEST_NAME),
                checks.optional("category", form.category(), LONGEST_NAME),
                unit(checks, form.unit(), units),
                form.active() == null || form.active(),
                false,
                0,
                Instant.EPOCH);
    }

    /** The unit in service that is meant. */
    static @Nullable UnitId unit(FieldChecks checks, @Nullable String raw, Function<String, Optional<Unit>> units) {
        var text = checks.optional("unit", raw, LONGEST_NAME);
        if (text == null) {
            return null;
        }
        var unit = units.apply(text).filter(found -> !found.retired());
        if (unit.isEmpty()) {
            checks.refuse("unit", "directory.unit-named-unknown", text);
        }
        return unit.map(Unit::id).orElse(null);
    }

    private static String code(FieldChecks checks, String field, @Nullable String raw) {
        var text = checks.required(field, raw, 1, LONGEST_CODE);
        if (!text.isEmpty() && !isCode(text)) {
            checks.refuse(field, "directory.code");
        }
        return text;
    }

    private static @Nullable String parent(FieldChecks checks, @Nullable String raw, @Nullable String code) {
        var text = checks.optional("parent", raw, LONGEST_CODE);
        if (text != null && code != null && text.equals(code.strip())) {
            checks.refuse("parent", "directory.parent-circle", String.valueOf(Organisation.DEEPEST));
            return null;
        }
        return text;
    }
}
