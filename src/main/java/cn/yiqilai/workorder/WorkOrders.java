package cn.yiqilai.workorder;

import cn.yiqilai.access.Role;
import cn.yiqilai.city.Kind;
import cn.yiqilai.platform.Page;
import cn.yiqilai.platform.Problem;
import cn.yiqilai.platform.StorableText;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds orders. What of them may be shown to whom is for {@link Confidentiality} to say. */
@ApplicationScoped
public class WorkOrders {
    /**
     * Which orders are wanted; null = whichever.
     *
     * @param query part of the number, the description or the enterprise's name, or the whole phone number; at most 100 code
     *     points
     */
    public record Filter(
            @Nullable State state,
            @Nullable Kind kind,
            @Nullable String query) {
        private static final int LONGEST_QUERY = 100;

        public Filter {
            query = query == null || query.isBlank() ? null : query.strip();
            if (query != null && !StorableText.isStorable(query, LONGEST_QUERY)) {
                throw Problem.invalidField("query", "conversation.text", LONGEST_QUERY)
                        .asException();
            }
        }
    }

    private final WorkOrderRecords records;

    WorkOrders(WorkOrderRecords records) {
        this.records = records;
    }

    public Optional<WorkOrder> find(WorkOrderId id) {
        return records.find(id);
    }

    /**
     * Newest first. Who may not know the reporter of a 举报 does not find it by the reporter either: else one could guess.
     *
     * @param roles of the person who looks
     */
    public Page<WorkOrder> list(Filter filter, Set<Role> roles, Page.Request page) {
        return records.list(filter, Confidentiality.knowsReporters(roles), page);
    }

    /** Oldest first. */
    public List<TimelineLine> timeline(WorkOrderId id) {
        return records.timeline(id);
    }
}
