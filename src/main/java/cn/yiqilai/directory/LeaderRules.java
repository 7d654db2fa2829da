package cn.yiqilai.directory;

import cn.yiqilai.city.SigningLevel;
import cn.yiqilai.platform.FieldChecks;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What somebody who signs must look like. */
final class LeaderRules {
    private static final int LONGEST_NAME = 40;
    private static final int LONGEST_TEXT = 60;
    private static final UUID NOBODY = new UUID(0, 0);

    static final Map<String, SigningLevel> LEVELS = Map.of(
            "分管领导", SigningLevel.DEPUTY,
            "主要负责人", SigningLevel.HEAD,
            "政府分管领导", SigningLevel.GOVERNMENT);

    private LeaderRules() {}

    /**
     * The leader without an id, at version 0; nothing of it may be used while the checks have an error.
     *
     * @param unit that was found; empty when it is unknown, which has been said already
     * @param accounts by their user names or ids
     */
    static Leader check(
            FieldChecks checks, LeaderForm form, Optional<Unit> unit, Function<String, Optional<UUID>> accounts) {
        var level = checks.constant("level", form.level(), SigningLevel.class, LEVELS);
        if (level == null && (form.level() == null || form.level().isBlank())) {
            checks.refuse("level", "field.required");
        }
        if (level == SigningLevel.GOVERNMENT
                && unit.filter(found -> found.kind() != UnitKind.PLATFORM).isPresent()) {
            checks.refuse("level", "directory.government-of-platform");
        }
        return new Leader(
                NOBODY,
                unit.map(Unit::id).orElse(new UnitId("unknown")),
                level == null ? SigningLevel.DEPUTY : level,
                checks.required("name", form.name(), 1, LONGEST_NAME),
                checks.optional("position", form.position(), LONGEST_TEXT),
                phone(checks, "phone", form.phone()),
                phone(checks, "mobile", form.mobile()),
                account(checks, form.account(), accounts),
                false,
                0,
                Instant.EPOCH);
    }

    static @Nullable String phone(FieldChecks checks, String field, @Nullable String raw) {
        var text = checks.optional(field, raw, LONGEST_TEXT);
        if (text != null && !Telephone.isWellFormed(text)) {
            checks.refuse(field, "directory.phone");
            return null;
        }
        return text;
    }

    static @Nullable UUID account(
            FieldChecks checks, @Nullable String username, Function<String, Optional<UUID>> accounts) {
        var text = checks.optional("account", username, LONGEST_TEXT);
        if (text == null) {
            return null;
        }
        var account = accounts.apply(text);
        if (account.isEmpty()) {
            checks.refuse("account", "directory.account-unknown");
        }
        return account.orElse(null);
    }
}
