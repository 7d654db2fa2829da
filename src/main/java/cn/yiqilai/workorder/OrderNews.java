package cn.yiqilai.workorder;

import cn.yiqilai.city.Kind;
import cn.yiqilai.platform.Shanghai;
import cn.yiqilai.platform.webhook.AnnouncedKinds;
import cn.yiqilai.platform.webhook.Announcement;
import cn.yiqilai.platform.webhook.Webhooks;
import cn.yiqilai.workorder.TimelineLine.Deed;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tells the departments' own systems what happened to their orders: {@code WORK_ORDER_DISPATCHED} and so on, one for each
 * line of the timeline. Whose matter it is goes to the unit that handles it alone, and of a 举报 to nobody.
 */
@ApplicationScoped
class OrderNews implements AnnouncedKinds {
    private static final String PREFIX = "WORK_ORDER_";

    private final Webhooks webhooks;

    OrderNews(Webhooks webhooks) {
        this.webhooks = webhooks;
    }

    @Override
    public Set<String> kinds() {
        return Arrays.stream(Deed.values()).map(deed -> PREFIX + deed.name()).collect(Collectors.toSet());
    }

    /** @param before the order as it was, whose units are told, too: one of them may just have been rid of it */
    void announce(WorkOrder before, WorkOrder after, Timeline.Line line) {
        webhooks.announce(new Announcement(
                "work-order/%s/%d/%s/%d"
                        .formatted(
                                after.id(),
                                after.version(),
                                line.what(),
                                line.at().toEpochMilli()),
                PREFIX + line.what().name(),
                after.number().value(),
                line.at(),
                Stream.of(before, after)
                        .flatMap(order -> order.task().stream())
                        .flatMap(task -> Stream.concat(Stream.of(task.unit()), task.coUnits().stream()))
                        .collect(Collectors.toSet()),
                after.task().map(Assignment::unit).orElse(null),
                facts(after, line),
                personal(after)));
    }

    private static Map<String, String> facts(WorkOrder order, Timeline.Line line) {
        var facts = new HashMap<>(line.detail());
        facts.put("id", order.id().toString());
        facts.put("state", order.state().name());
        facts.put("kind", order.matter().kind().name());
        facts.put("version", Long.toString(order.version()));
        line.clocks().stream()
                .filter(change -> change.newDueAt() != null)
                .forEach(change -> facts.put("due." + change.step(), Shanghai.format(change.newDueAt())));
        return facts;
    }

    private static Map<String, String> personal(WorkOrder order) {
        var personal = new HashMap<String, String>();
        personal.put("description", order.matter().description());
        if (order.matter().kind() != Kind.REPORT) {
            var reporter = order.reporter();
            put(personal, "contact", reporter.contact());
            put(personal, "phone", reporter.phone());
            put(personal, "enterprise", reporter.enterprise().name());
        }
        return personal;
    }

    private static void put(Map<String, String> map, String name, @Nullable String value) {
        if (value != null) {
            map.put(name, value);
        }
    }
}
