package cn.yiqilai.workorder.proposal;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an order for which a unit is sought.
 *
 * @param order so that it is not its own precedent
 * @param words what the enterprise said, line by line; never shown to anybody here
 * @param region the place as it was registered; null = the whole city
 * @param code the filing code; null = not filed
 * @param window where it was taken in; null = at none
 * @param unwilling ids of units that gave it back, with approval
 */
public record Request(
        UUID order,
        List<String> words,
        @Nullable String region,
        @Nullable String code,
        @Nullable String window,
        Set<String> unwilling) {
    public Request {
        words = List.copyOf(words);
        unwilling = Set.copyOf(unwilling);
    }

    String text() {
        return String.join("\n", words);
    }

    /** Says nothing of anybody, because logs are read by many. */
    @Override
    public String toString() {
        return "Request[" + order + "]";
    }
}
