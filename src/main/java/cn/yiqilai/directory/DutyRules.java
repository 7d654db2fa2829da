package cn.yiqilai.directory;

import cn.yiqilai.platform.FieldChecks;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a duty contact must look like. */
final class DutyRules {
    private static final int LONGEST_NAME = 40;
    private static final int LONGEST_REMARK = 200;
    private static final int LONGEST_TIME = 40;
    private static final UUID NOBODY = new UUID(0, 0);

    private DutyRules() {}

    /**
     * The contact without an id, at version 0; nothing of it may be used while the checks have an error.
     *
     * @param unit that was found; empty when it is unknown, which has been said already
     */
    static DutyContact check(FieldChecks checks, DutyForm form, Optional<Unit> unit) {
        var begins = instant(checks, "begins", form.begins());
        var ends = instant(checks, "ends", form.ends());
        if (isBlank(form.begins()) != isBlank(form.ends())) {
            checks.refuse(isBlank(form.begins()) ? "begins" : "ends", "directory.duty-both");
        } else if (begins != null && ends != null && !begins.isBefore(ends)) {
            checks.refuse("ends", "directory.duty-order");
        }
        var phone = LeaderRules.phone(checks, "phone", form.phone());
        if (phone == null && isBlank(form.phone())) {
            checks.refuse("phone", "field.required");
        }
        return new DutyContact(
                NOBODY,
                unit.map(Unit::id).orElse(new UnitId("unknown")),
                checks.required("name", form.name(), 1, LONGEST_NAME),
                phone == null ? "" : phone,
                begins,
                ends,
                checks.optional("remark", form.remark(), LONGEST_REMARK),
                false,
                0,
                Instant.EPOCH);
    }

    private static @Nullable Instant instant(FieldChecks checks, String field, @Nullable String raw) {
        var text = checks.optional(field, raw, LONGEST_TIME);
        if (text == null) {
            return null;
        }
        var instant = Moment.read(text);
        if (instant.isEmpty()) {
            checks.refuse(field, "directory.moment");
        }
        return instant.orElse(null);
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
