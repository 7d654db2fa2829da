package cn.yiqilai.directory;

import cn.yiqilai.platform.FieldChecks;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a specialist must look like. */
final class SpecialistRules {
    private static final int LONGEST_NAME = 40;
    private static final int LONGEST_TEXT = 60;
    private static final UUID NOBODY = new UUID(0, 0);

    /** As the remark of 附件3 has it, in short and in full. */
    static final Map<String, SpecialistKind> KINDS = Map.of(
            "单位涉企咨询专员", SpecialistKind.CONSULTING,
            "单位涉企政策咨询专员", SpecialistKind.CONSULTING,
            "窗口咨询专员", SpecialistKind.WINDOW,
            "窗口审批事项咨询专员", SpecialistKind.WINDOW);

    private SpecialistRules() {}

    /**
     * The specialist without an id, at version 0; nothing of it may be used while the checks have an error.
     *
     * @param unit that was found; empty when it is unknown, which has been said already
     * @param accounts by their user names or ids
     */
    static Specialist check(
            FieldChecks checks, SpecialistForm form, Optional<Unit> unit, Function<String, Optional<UUID>> accounts) {
        var kind = checks.constant("kind", form.kind(), SpecialistKind.class, KINDS);
        if (kind == null && isBlank(form.kind())) {
            checks.refuse("kind", "field.required");
        }
        if (isBlank(form.phone()) && isBlank(form.mobile())) {
            checks.refuse("phone", "directory.specialist-number");
        }
        return new Specialist(
                NOBODY,
                unit.map(Unit::id).orElse(new UnitId("unknown")),
                checks.required("name", form.name(), 1, LONGEST_NAME),
                checks.optional("position", form.position(), LONGEST_TEXT),
                kind == null ? SpecialistKind.CONSULTING : kind,
                LeaderRules.phone(checks, "phone", form.phone()),
                LeaderRules.phone(checks, "mobile", form.mobile()),
                Expertise.fields(checks, form.topics()),
                LeaderRules.account(checks, form.account(), accounts),
                false,
                0,
                Instant.EPOCH);
    }

    /** As the sheet has it. */
    static String called(SpecialistKind kind) {
        return switch (kind) {
            case CONSULTING -> "单位涉企咨询专员";
            case WINDOW -> "窗口咨询专员";
        };
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
