package cn.yiqilai.platform.webhook;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to an order and that departments may want to hear of.
 *
 * @param key the second of the same key is dropped: {@code work-order/42/7}, 7 being the line of its timeline; 1..150
 *     visible ASCII characters
 * @param kind {@code WORK_ORDER_DISPATCHED}: UPPER_SNAKE, at most 40 characters
 * @param orderNumber also the subject by which the order of calls is kept; 1..100 visible ASCII characters
 * @param at when it happened
 * @param units ids of the units it concerns; addresses that are registered for all hear of it anyway
 * @param handlingUnit the one unit that may read {@code personal}; null while nobody handles it
 * @param facts ids, codes and instants that any receiver may read; never of a person
 * @param personal what only the handling unit may read: contact, telephone number, description
 */
public record Announcement(
        String key,
        String kind,
        String orderNumber,
        Instant at,
        Set<String> units,
        @Nullable String handlingUnit,
        Map<String, String> facts,
        Map<String, String> personal) {
    private static final Pattern KIND = Pattern.compile("[A-Z][A-Z0-9_]{1,39}");

    public Announcement {
        if (!KIND.matcher(kind).matches()) {
            throw new IllegalArgumentException("not a kind of event: " + kind);
        }
        units = Set.copyOf(units);
        facts = Map.copyOf(facts);
        personal = Map.copyOf(personal);
    }

    /** Says nothing of anybody, because logs are read by many. */
    @Override
    public String toString() {
        return "Announcement[" + kind + " " + key + "]";
    }
}
