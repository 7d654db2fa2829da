package cn.yiqilai.workorder;

import cn.yiqilai.access.Actor;
import cn.yiqilai.access.AuditTrail;
import cn.yiqilai.city.Flag;
import cn.yiqilai.conversation.Conversation;
import cn.yiqilai.conversation.Conversations;
import cn.yiqilai.conversation.Enterprise;
import cn.yiqilai.conversation.Transcript;
import cn.yiqilai.platform.Problem;
import cn.yiqilai.platform.Settings;
import cn.yiqilai.platform.Shanghai;
import cn.yiqilai.platform.StorableText;
import cn.yiqilai.platform.web.Idempotency;
import cn.yiqilai.workorder.clock.ClockEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Files orders. */
@ApplicationScoped
public class Registration {
    private static final int MESSAGES_READ = Transcript.MOST;

    /** What comes of filing. */
    public sealed interface Outcome {
        WorkOrder order();

        /** @param again the same key had come before, and this is what was filed then */
        record Filed(WorkOrder order, boolean again) implements Outcome {}

        /** The message had an order already: this one. Nothing was written. */
        record AlreadyFiled(WorkOrder order) implements Outcome {}

        /**
         * The hand-off's order has got its contact, and no second one was filed.
         *
         * @param again the same key had come before
         */
        record Completed(WorkOrder order, boolean again) implements Outcome {}
    }

    /**
     * What is kept under an idempotency key. The id alone: the order itself holds people's data, and those are kept in one
     * place only.
     */
    record Receipt(WorkOrderId id, Deed deed) {
        enum Deed {
            FILED,
            FOUND,
            COMPLETED
        }
    }

    private final WorkOrderRecords records;
    private final Timeline timeline;
    private final OrderClocks clocks;
    private final OrderNews news;
    private final ReminderTimers timers;
    private final FilingTables tables;
    private final LeftContacts contacts;
    private final Conversations conversations;
    private final Transcript transcript;
    private final Idempotency idempotency;
    private final AuditTrail audit;
    private final Settings settings;
    private final Clock clock;

    Registration(
            WorkOrderRecords records,
            Timeline timeline,
            OrderClocks clocks,
            OrderNews news,
            ReminderTimers timers,
            FilingTables tables,
            LeftContacts contacts,
            Conversations conversations,
            Transcript transcript,
            Idempotency idempotency,
            AuditTrail audit,
            Settings settings,
            Clock clock) {
        this.records = records;
        this.timeline = timeline;
        this.clocks = clocks;
        this.news = news;
        this.timers = timers;
        this.tables = tables;
        this.contacts = contacts;
        this.conversations = conversations;
        this.transcript = transcript;
        this.idempotency = idempotency;
        this.audit = audit;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * The order, its first line and its line in the audit trail stand or fall together. Joins a transaction that is under
     * way: filed while an exchange is answered, the order exists if and only if the reply that names it does.
     *
     * @param idempotencyKey the caller's key, null for none; the same key and request return the first order
     * @throws cn.yiqilai.platform.ProblemException 400 for a conversation or message that does not exist, 409 for a key that
     *     was used for something else
     */
    @Transactional
    public Outcome file(FilingRequest request, Actor actor, @Nullable String idempotencyKey) {
        return file(request, actor, idempotencyKey, Optional.empty());
    }

    /**
     * The same, where a hand-off of the conversation has left an order of that kind open: when nobody knows yet whom to call
     * about it and the request says so, it is completed, for one matter has one order.
     */
    @Transactional
    public Outcome file(
            FilingRequest request, Actor actor, @Nullable String idempotencyKey, Optional<WorkOrderId> handedOff) {
        var first = new AtomicBoolean();
        var receipt = idempotency.once("work-order:" + actor.id(), idempotencyKey, request, Receipt.class, () -> {
            first.set(true);
            return handedOff
                    .flatMap(order -> contacts.complete(order, request, actor))
                    .map(order -> new Receipt(order.id(), Receipt.Deed.COMPLETED))
                    .orElseGet(() -> register(request, actor));
        });
        var order = records.find(receipt.id())
                .orElseThrow(() -> new IllegalStateException("work order " + receipt.id() + " is gone"));
        return switch (receipt.deed()) {
            case FILED -> new Outcome.Filed(order, !first.get());
            case FOUND -> new Outcome.AlreadyFiled(order);
            case COMPLETED -> new Outcome.Completed(order, !first.get());
        };
    }

    /**
     * Files what a department has heard of and not settled (直报). Joins the transaction that is under way.
     *
     * @param detail where it came from, for the timeline: codes and ids only
     */
    @Transactional
    public WorkOrder reported(FilingRequest request, Actor actor, Map<String, String> detail) {
        var order = order(request, Optional.empty(), Optional.empty());
        keep(order, actor, detail);
        audit.record(
                actor,
                "work-order.register",
                "work-order",
                order.id().toString(),
                Map.of("number", order.number().value()));
        return order;
    }

    private Receipt register(FilingRequest request, Actor actor) {
        var conversation = conversation(request);
        var source = Optional.ofNullable(request.conversation()).map(id -> new Source(id, request.messageSeq()));
        var earlier = source.flatMap(records::filedFor);
        if (earlier.isPresent()) {
            return new Receipt(earlier.get(), Receipt.Deed.FOUND);
        }
        tables.require(request.filing());
        var order = order(request, conversation, source);
        if (!keep(order, actor, Map.of("kind", order.matter().kind().name()))) {
            return new Receipt(records.filedFor(source.orElseThrow()).orElseThrow(), Receipt.Deed.FOUND);
        }
        audit.record(
                actor,
                "work-order.register",
                "work-order",
                order.id().toString(),
                Map.of("number", order.number().value()));
        return new Receipt(order.id(), Receipt.Deed.FILED);
    }

    /** The first event of its clocks is that the enterprise was heard; at night that starts one where the rules say so. */
    private boolean keep(Registered order, Actor actor, Map<String, String> detail) {
        var running = clocks.fresh(order);
        running.happens(new ClockEvent.Received(order.registeredAt()));
        var changes = running.changes(order.registeredAt());
        if (!records.insert(order, running.deadlines())) {
            return false;
        }
        running.save();
        var line = new Timeline.Line(
                order.registeredAt(), actor, TimelineLine.Deed.REGISTERED, order.state(), null, detail, null, changes);
        timeline.add(order.id(), line);
        news.announce(order, order, line);
        timers.set(order, running.deadlines(), order.registeredAt());
        return true;
    }

    private Optional<Conversation> conversation(FilingRequest request) {
        var id = request.conversation();
        if (id == null) {
            return Optional.empty();
        }
        var found = conversations.find(id);
        var seq = request.messageSeq();
        if (found.isEmpty()) {
            throw Problem.invalidField("conversationId", "workorder.conversation")
                    .asException();
        }
        if (seq != null && seq > found.get().lastSeq()) {
            throw Problem.invalidField("messageSeq", "workorder.message").asException();
        }
        return found;
    }

    private Registered order(FilingRequest request, Optional<Conversation> conversation, Optional<Source> source) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var day = LocalDate.ofInstant(now, Shanghai.ZONE);
        var matter = new Matter(
                request.kind(),
                flags(request),
                description(request, conversation),
                or(request.region(), conversation.map(Conversation::region)));
        var order = new Registered(
                Dossier.opened(
                        WorkOrderId.random(),
                        WorkOrderNumber.of(day, records.nextCount(day)),
                        settings.city(),
                        matter,
                        reporter(request, conversation),
                        source,
                        request.filing(),
                        now),
                null);
        return clocks.isNightOrder(order) ? order.with(order.dossier().about(matter.with(Flag.URGENT_NIGHT))) : order;
    }

    /** What comes from one of the sources of 第八条(三)-(六) is counted by that source's own rules. */
    private static Set<Flag> flags(FilingRequest request) {
        var scope = request.filing().scope();
        return scope == null || !scope.isSpecial()
                ? request.flags()
                : Stream.concat(request.flags().stream(), Stream.of(Flag.SPECIAL_SOURCE))
                        .collect(Collectors.toSet());
    }

    private String description(FilingRequest request, Optional<Conversation> conversation) {
        var given = request.description();
        if (given != null) {
            return given;
        }
        var summary = ConversationSummary.of(
                transcript.recent(conversation.orElseThrow().id(), MESSAGES_READ));
        if (StorableText.length(summary) == 0) {
            throw Problem.invalidField("description", "workorder.description").asException();
        }
        return summary;
    }

    private static Reporter reporter(FilingRequest request, Optional<Conversation> conversation) {
        var given = request.enterprise();
        var enterprise =
                given == null ? conversation.map(Conversation::enterprise).orElse(Enterprise.UNKNOWN) : given;
        return new Reporter(
                or(request.contact(), Optional.ofNullable(enterprise.contact())),
                or(request.phone(), Optional.ofNullable(enterprise.phone())),
                enterprise);
    }

    private static @Nullable String or(@Nullable String given, Optional<String> known) {
        return given == null ? known.orElse(null) : given;
    }
}
