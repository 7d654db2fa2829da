package cn.yiqilai.directory;

import cn.yiqilai.platform.FieldChecks;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a shift must look like by itself; {@link Rota} looks at it among the others. */
final class ShiftRules {
    static final int LAST_RANK = 9;
    private static final Duration LONGEST = Duration.ofDays(366);
    private static final int LONGEST_TIME = 40;
    private static final UUID NOBODY = new UUID(0, 0);

    private ShiftRules() {}

    /**
     * The shift without an id, at version 0; nothing of it may be used while the checks have an error.
     *
     * @param specialist that was found; empty when it is unknown, which has been said already
     */
    static Shift check(FieldChecks checks, ShiftForm form, Optional<Specialist> specialist) {
        var begins = instant(checks, "begins", form.begins());
        var ends = instant(checks, "ends", form.ends());
        if (begins != null && ends != null) {
            checkOrder(checks, begins, ends);
        }
        var topic = Expertise.topic(checks, form.topic());
        if (specialist.filter(found -> !found.knows(topic)).isPresent() && !topic.isEmpty()) {
            checks.refuse("topic", "directory.rota-topic");
        }
        return new Shift(
                NOBODY,
                specialist.map(Specialist::id).orElse(NOBODY),
                topic,
                begins == null ? Instant.EPOCH : begins,
                ends == null ? Instant.EPOCH : ends,
                rank(checks, form.rank()),
                false,
                0,
                Instant.EPOCH);
    }

    private static void checkOrder(FieldChecks checks, Instant begins, Instant ends) {
        if (!begins.isBefore(ends)) {
            checks.refuse("ends", "directory.duty-order");
        } else if (Duration.between(begins, ends).compareTo(LONGEST) > 0) {
            checks.refuse("ends", "directory.rota-too-long", String.valueOf(LONGEST.toDays()));
        }
    }

    private static int rank(FieldChecks checks, @Nullable Integer rank) {
        if (rank == null) {
            return 1;
        }
        if (rank < 1 || rank > LAST_RANK) {
            checks.refuse("rank", "directory.rank", String.valueOf(LAST_RANK));
            return 1;
        }
        return rank;
    }

    private static @Nullable Instant instant(FieldChecks checks, String field, @Nullable String raw) {
        var text = checks.required(field, raw, 1, LONGEST_TIME);
        if (text.isEmpty()) {
            return null;
        }
        var instant = Moment.read(text);
        if (instant.isEmpty()) {
            checks.refuse(field, "directory.moment");
        }
        return instant.orElse(null);
    }
}
