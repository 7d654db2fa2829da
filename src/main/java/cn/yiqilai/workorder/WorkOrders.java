package cn.yiqilai.workorder;

import cn.yiqilai.city.Flag;
import cn.yiqilai.city.Kind;
import cn.yiqilai.conversation.ConversationId;
import cn.yiqilai.platform.Page;
import cn.yiqilai.platform.Problem;
import cn.yiqilai.platform.StorableText;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Finds orders: for the platform all of them, for a unit its own. What of them may be shown to whom is for {@link
 * Confidentiality} to say.
 */
@ApplicationScoped
public class WorkOrders {
    /**
     * Which orders are wanted; null = whichever.
     *
     * @param unit who owes the reply
     * @param overdue something that is owed is late
     * @param dueBefore something that is owed is due at or before
     * @param supervised somebody watches over it
     * @param query part of the number, the description or the enterprise's name, or the whole phone number; at most 100 code
     *     points
     */
    public record Filter(
            @Nullable State state,
            @Nullable Kind kind,
            @Nullable Flag flag,
            @Nullable String unit,
            boolean overdue,
            @Nullable Instant dueBefore,
            boolean supervised,
            @Nullable String query,
            Sort sort) {
        private static final int LONGEST_QUERY = 100;

        public Filter {
            query = query == null || query.isBlank() ? null : query.strip();
            if (query != null && !StorableText.isStorable(query, LONGEST_QUERY)) {
                throw Problem.invalidField("query", "conversation.text", LONGEST_QUERY)
                        .asException();
            }
        }
    }

    /** Which come first. */
    @Schema(name = "WorkOrderSort")
    public enum Sort {
        /** Registered last. */
        NEWEST,
        /** Whatever is owed soonest. */
        DUE
    }

    private final WorkOrderRecords records;
    private final Timeline timeline;
    private final ClockRecords clocks;
    private final Ratings ratings;
    private final Clock clock;

    WorkOrders(WorkOrderRecords records, Timeline timeline, ClockRecords clocks, Ratings ratings, Clock clock) {
        this.records = records;
        this.timeline = timeline;
        this.clocks = clocks;
        this.ratings = ratings;
        this.clock = clock;
    }

    public Optional<WorkOrder> find(WorkOrderId id) {
        return records.find(id);
    }

    /** Empty also when that officer has nothing to do with it: the caller cannot tell which. */
    public Optional<WorkOrder> find(WorkOrderId id, Officer officer) {
        return records.find(id).filter(officer::sees);
    }

    /**
     * Who may not know the reporter of a 举报 does not find it by the reporter either: else one could guess. Who is of a unit
     * finds what that unit leads or helps with.
     */
    public Page<WorkOrder> list(Filter filter, Officer officer, Page.Request page) {
        if (!officer.seesEverything() && officer.unit() == null) {
            return new Page<>(List.of(), 0);
        }
        return records.list(
                filter,
                Confidentiality.knowsReporters(officer.roles()),
                officer.seesEverything() ? null : officer.unit(),
                clock.instant(),
                page);
    }

    /**
     * Orders that came from these conversations, the latest first; whose reporters are nobody's business but few people's
     * (举报) among them: {@link Confidentiality} says for whom.
     */
    public List<WorkOrder> ofConversations(List<ConversationId> conversations) {
        return records.ofConversations(conversations);
    }

    /** Oldest first. */
    public List<TimelineLine> timeline(WorkOrderId id) {
        return timeline.of(id);
    }

    /** The latest version of each clock, by step and run. */
    public List<StoredDeadline> deadlines(WorkOrderId id) {
        return clocks.deadlines(id);
    }

    /** Those of many orders at once; an order without any is not in it. */
    public Map<WorkOrderId, List<StoredDeadline>> deadlines(List<WorkOrderId> ids) {
        return clocks.deadlines(ids);
    }

    /** Oldest first. */
    public List<Rating> ratings(WorkOrderId id) {
        return ratings.of(id);
    }
}
