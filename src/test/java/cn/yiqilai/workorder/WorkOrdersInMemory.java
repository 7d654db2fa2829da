package cn.yiqilai.workorder;

import cn.yiqilai.access.Actor;
import cn.yiqilai.city.Flag;
import cn.yiqilai.conversation.ConversationId;
import cn.yiqilai.platform.Page;
import cn.yiqilai.workorder.clock.ClockEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Orders, their timelines, clocks and ratings in maps. */
final class WorkOrdersInMemory implements WorkOrderRecords {
    private final Map<LocalDate, Integer> given = new HashMap<>();
    private final Map<WorkOrderId, WorkOrder> orders = new LinkedHashMap<>();
    private final Map<WorkOrderId, Set<Flag>> flags = new HashMap<>();
    private final Map<WorkOrderId, List<TimelineLine>> lines = new HashMap<>();
    private final Map<WorkOrderId, List<ClockEvent>> events = new HashMap<>();
    private final Map<WorkOrderId, List<StoredDeadline>> deadlines = new HashMap<>();
    private final Map<WorkOrderId, List<Rating>> ratings = new HashMap<>();

    @Override
    public int nextCount(LocalDate day) {
        return given.merge(day, 1, Integer::sum);
    }

    @Override
    public boolean insert(WorkOrder order, List<StoredDeadline> clocks) {
        if (order.source().flatMap(this::filedFor).isPresent()) {
            return false;
        }
        orders.put(order.id(), order);
        flags.put(order.id(), order.matter().flags());
        return true;
    }

    /** As it is, whatever led to it. */
    void put(WorkOrder order) {
        insert(order, List.of());
    }

    @Override
    public boolean update(WorkOrder order, List<StoredDeadline> clocks) {
        if (orders.get(order.id()).version() != order.version() - 1) {
            return false;
        }
        orders.put(order.id(), order);
        return true;
    }

    @Override
    public Optional<WorkOrder> find(WorkOrderId id) {
        return Optional.ofNullable(orders.get(id));
    }

    @Override
    public Optional<WorkOrder> find(WorkOrderNumber number) {
        return orders.values().stream()
                .filter(order -> order.number().equals(number))
                .findFirst();
    }

    @Override
    public Optional<WorkOrderId> filedFor(Source source) {
        return orders.values().stream()
                .filter(order -> source.messageSeq() != null
                        && order.source().filter(source::equals).isPresent())
                .map(WorkOrder::id)
                .findFirst();
    }

    @Override
    public List<WorkOrder> ofConversations(List<ConversationId> conversations) {
        return orders.values().stream()
                .filter(order -> order.source()
                        .filter(source -> conversations.contains(source.conversation()))
                        .isPresent())
                .toList();
    }

    @Override
    public Page<WorkOrder> list(
            WorkOrders.Filter filter, boolean reportersKnown, String unit, Instant now, Page.Request page) {
        throw new UnsupportedOperationException("searched in PostgreSQL only");
    }

    @Override
    public Set<Flag> flagsAtRegistration(WorkOrderId order) {
        return flags.get(order);
    }

    @Override
    public Optional<WorkOrder> lock(WorkOrderId id) {
        return find(id);
    }

    @Override
    public List<WorkOrderId> withRunningClocks(Instant from, Instant until) {
        return deadlines.keySet().stream()
                .filter(order -> clocks().deadlines(order).stream()
                        .anyMatch(stored -> stored.deadline().isRunning()))
                .toList();
    }

    @Override
    public void recount(WorkOrder order, List<StoredDeadline> counted) {
        orders.put(order.id(), order);
    }

    Timeline timeline() {
        return new Timeline() {
            @Override
            public void add(WorkOrderId order, Line line) {
                var before = lines.computeIfAbsent(order, id -> new ArrayList<>());
                before.add(new TimelineLine(
                        before.size() + 1,
                        line.at(),
                        line.actor(),
                        line.what(),
                        line.to(),
                        line.why(),
                        line.detail().toString(),
                        line.content() == null ? null : line.content().toString(),
                        line.clocks()));
            }

            @Override
            public List<TimelineLine> of(WorkOrderId order) {
                return List.copyOf(lines.getOrDefault(order, List.of()));
            }
        };
    }

    ClockRecords clocks() {
        return new ClockRecords() {
            @Override
            public List<ClockEvent> events(WorkOrderId order) {
                return List.copyOf(events.getOrDefault(order, List.of()));
            }

            @Override
            public void addEvents(WorkOrderId order, int after, List<ClockEvent> more) {
                events.computeIfAbsent(order, id -> new ArrayList<>()).addAll(more);
            }

            @Override
            public List<StoredDeadline> deadlines(WorkOrderId order) {
                return deadlines.getOrDefault(order, List.of()).stream()
                        .collect(Collectors.toMap(
                                stored -> stored.step() + " " + stored.run(), stored -> stored, (one, later) -> later))
                        .values()
                        .stream()
                        .sorted(Comparator.comparing(StoredDeadline::step).thenComparing(StoredDeadline::run))
                        .toList();
            }

            @Override
            public Map<WorkOrderId, List<StoredDeadline>> deadlines(List<WorkOrderId> wanted) {
                return wanted.stream().collect(Collectors.toMap(order -> order, this::deadlines));
            }

            @Override
            public void addDeadlines(WorkOrderId order, List<StoredDeadline> versions) {
                deadlines.computeIfAbsent(order, id -> new ArrayList<>()).addAll(versions);
            }
        };
    }

    Ratings ratings() {
        return new Ratings() {
            @Override
            public void add(WorkOrderId order, Rating rating, Actor actor) {
                ratings.computeIfAbsent(order, id -> new ArrayList<>()).add(rating);
            }

            @Override
            public List<Rating> of(WorkOrderId order) {
                return List.copyOf(ratings.getOrDefault(order, List.of()));
            }
        };
    }
}
