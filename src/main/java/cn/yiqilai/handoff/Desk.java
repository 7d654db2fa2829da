package cn.yiqilai.handoff;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * 专席: where people wait for agents.
 *
 * @param id {@code tax-branch}, never changed
 * @param name what enterprises read
 * @param audience whose desk it is
 * @param topics beginnings of entries' topics that it is asked about ({@code 增值税}); none: all
 * @param alwaysOpen round the clock; else as its office is open
 * @param office the department whose hours hold; empty: the city's
 * @param capacity contacts that one agent has at a time, 1..20
 * @param agents who works there
 */
public record Desk(
        String id,
        String name,
        Audience audience,
        List<String> topics,
        boolean alwaysOpen,
        String office,
        int capacity,
        boolean active,
        Set<UUID> agents,
        long version) {
    public Desk {
        topics = List.copyOf(topics);
        agents = Set.copyOf(agents);
    }

    /** Those made for the topic first, those for all topics behind them. */
    static Comparator<Desk> nearestTo(@Nullable String topic) {
        return Comparator.comparing((Desk desk) -> !desk.isMadeFor(topic)).thenComparing(Desk::id);
    }

    boolean takes(@Nullable String topic) {
        return topics.isEmpty() || isMadeFor(topic);
    }

    boolean isMadeFor(@Nullable String topic) {
        return topic != null && topics.stream().anyMatch(topic::startsWith);
    }

    boolean employs(UUID account) {
        return agents.contains(account);
    }

    Desk next() {
        return new Desk(id, name, audience, topics, alwaysOpen, office, capacity, active, agents, version + 1);
    }
}
