package cn.yiqilai.handoff;

import cn.yiqilai.directory.Expertise;
import java.util.Comparator;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A matter of the 三方通话事项清单.
 *
 * @param id {@code social-insurance-refund}, never changed
 * @param topics of entries that belong to it ({@code 社保登记} covers {@code 社保登记/变更}); none: an agent names the matter himself
 * @param unit whose specialists are rung when the topic is not known; null = none in particular
 * @param atOnce put through at once; else when the knowledge has no answer
 * @param source the document that names it; null where nobody said
 * @param version to be named by the next change
 */
@Schema(name = "ThreeWayMatter")
public record ThreeWayMatter(
        String id,
        String name,
        List<String> topics,
        @Nullable String unit,
        boolean atOnce,
        @Nullable String source,
        boolean active,
        long version) {
    /** Those at once first, and of those whoever is nearest to the topic. */
    static Comparator<ThreeWayMatter> nearestTo(String topic) {
        return Comparator.comparing((ThreeWayMatter matter) -> !matter.atOnce())
                .thenComparing(matter -> -matter.nearness(topic))
                .thenComparing(ThreeWayMatter::id);
    }

    public ThreeWayMatter {
        topics = List.copyOf(topics);
    }

    boolean covers(String topic) {
        return active && nearness(topic) > 0;
    }

    /** Length of the longest of its topics that covers this one; 0 for none. */
    private int nearness(String topic) {
        return topics.stream()
                .filter(field -> Expertise.covers(field, topic))
                .mapToInt(String::length)
                .max()
                .orElse(0);
    }

    ThreeWayMatter next() {
        return new ThreeWayMatter(id, name, topics, unit, atOnce, source, active, version + 1);
    }
}
