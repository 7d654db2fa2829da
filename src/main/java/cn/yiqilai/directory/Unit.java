package cn.yiqilai.directory;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A unit of the organisation: whoever an order can be given to, and the platforms that give them out.
 *
 * @param name as the city writes it, 2..60 code points; no other unit in service bears it
 * @param aliases other names by which documents and people call it, each unique as well
 * @param parent the unit it belongs to; null at the top
 * @param region the place for which it answers, by its full name in {@code city.Regions}; null = the whole city
 * @param territory what the region does not say: "开发区核心区，不含代管街道"
 * @param duties 职责 in the unit's own words, read for dispatch proposals
 * @param keywords words that speak for this unit
 * @param responsibleOffice 责任处室: the office inside the unit that sees to the hotline's requests
 * @param source the document that names it
 * @param retired no longer in service: gets nothing new, and what refers to it keeps its name
 * @param version counts every change; whoever writes names the one he saw
 */
public record Unit(
        UnitId id,
        String name,
        List<String> aliases,
        UnitKind kind,
        UnitLevel level,
        @Nullable UnitId parent,
        @Nullable String region,
        @Nullable String territory,
        @Nullable String duties,
        List<String> keywords,
        @Nullable String responsibleOffice,
        @Nullable String source,
        boolean retired,
        long version,
        Instant updatedAt) {
    public Unit {
        aliases = List.copyOf(aliases);
        keywords = List.copyOf(keywords);
    }

    Unit below(@Nullable UnitId parent) {
        return new Unit(
                id,
                name,
                aliases,
                kind,
                level,
                parent,
                region,
                territory,
                duties,
                keywords,
                responsibleOffice,
                source,
                retired,
                version,
                updatedAt);
    }

    /** The same in service, or no longer. */
    Unit retired(boolean retired) {
        return new Unit(
                id,
                name,
                aliases,
                kind,
                level,
                parent,
                region,
                territory,
                duties,
                keywords,
                responsibleOffice,
                source,
                retired,
                version,
                updatedAt);
    }

    Unit numbered(long version, Instant updatedAt) {
        return new Unit(
                id,
                name,
                aliases,
                kind,
                level,
                parent,
                region,
                territory,
                duties,
                keywords,
                responsibleOffice,
                source,
                retired,
                version,
                updatedAt);
    }

    /** Whether it says the same, whenever it was written. */
    boolean saysTheSame(Unit other) {
        return equals(other.numbered(version, updatedAt));
    }
}
