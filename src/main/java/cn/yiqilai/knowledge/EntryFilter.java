package cn.yiqilai.knowledge;

import cn.yiqilai.platform.FieldChecks;
import cn.yiqilai.platform.Messages;
import cn.yiqilai.platform.Problem;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which entries are wanted; null = any.
 *
 * @param query a text in the question, the answer or the id
 * @param topic how the topic begins
 */
public record EntryFilter(
        @Nullable String query,
        @Nullable EntryState state,
        @Nullable String topic) {
    private static final int LONGEST = 200;

    /** @throws cn.yiqilai.platform.ProblemException 400 with one row a wrong field */
    public static EntryFilter of(@Nullable String query, @Nullable String state, @Nullable String topic) {
        var checks = new FieldChecks("knowledge.invalid");
        var wantedQuery = checks.optional("query", query, LONGEST);
        var wantedTopic = checks.optional("topic", topic, LONGEST);
        checks.throwIfAny();
        return new EntryFilter(wantedQuery, state(state), wantedTopic);
    }

    private static @Nullable EntryState state(@Nullable String name) {
        if (name == null || name.isBlank()) {
            return null;
        }
        return Arrays.stream(EntryState.values())
                .filter(state -> state.name().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        Problem.invalidField("state", "field.one-of", names()).asException());
    }

    private static String names() {
        return Arrays.stream(EntryState.values()).map(Enum::name).collect(Collectors.joining(Messages.of("list.or")));
    }
}
