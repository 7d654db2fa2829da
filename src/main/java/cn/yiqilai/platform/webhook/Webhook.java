package cn.yiqilai.platform.webhook;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An address of a department's system. Its secret is nowhere in here.
 *
 * @param unit id of the unit, or {@code all}
 * @param name what the operator calls it
 * @param kinds of events it wants; {@code *} for all
 * @param active false: it is told nothing for the time being
 * @param formerSecretUntil until then calls are signed with the former secret too; null when there is none
 */
public record Webhook(
        UUID id,
        String unit,
        String name,
        URI url,
        List<String> kinds,
        boolean active,
        @Nullable Instant formerSecretUntil,
        long version,
        Instant createdAt,
        Instant changedAt) {
    /** Stands for every unit. */
    public static final String ALL_UNITS = "all";
    /** Stands for every kind. */
    public static final String ALL_KINDS = "*";

    private static final String DESTINATION = "webhook/";

    /** Where the outbox sends to. */
    static String destination(UUID id) {
        return DESTINATION + id;
    }

    static UUID ofDestination(String destination) {
        return UUID.fromString(destination.substring(DESTINATION.length()));
    }
}
