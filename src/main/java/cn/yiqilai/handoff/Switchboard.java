package cn.yiqilai.handoff;

import cn.yiqilai.platform.SharedMemory;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The one lock of the room, and the one list of what happened. See the package for what may be locked after it. */
@ApplicationScoped
public class Switchboard {
    private static final Logger LOG = Logger.getLogger(Switchboard.class);
    private static final String TOPIC = "contacts";
    /** Origin, number. */
    private static final Pattern HINT = Pattern.compile("([0-9a-f-]{36}) ([0-9]{1,18})");

    /** Inside the transaction. */
    record Recorded(long number) {}

    private final ContactLog log;
    private final SharedMemory memory;
    private final Event<Recorded> recorded;
    private final Event<EventsAppended> appended;
    private final Event<Figure> figures;
    private final Clock clock;
    private final String origin = UUID.randomUUID().toString();

    Switchboard(
            ContactLog log,
            SharedMemory memory,
            Event<Recorded> recorded,
            Event<EventsAppended> appended,
            Event<Figure> figures,
            Clock clock) {
        this.log = log;
        this.memory = memory;
        this.recorded = recorded;
        this.appended = appended;
        this.figures = figures;
        this.clock = clock;
    }

    void listen(@Observes @Priority(150) StartupEvent event) {
        memory.subscribe(TOPIC, this::hear);
    }

    /** Nobody else changes a contact or comes or goes until this transaction ends. */
    void hold() {
        log.lock();
    }

    /** As PostgreSQL keeps it. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    void record(Contact contact, ContactEvent.Type type, @Nullable UUID agent, Map<String, String> detail) {
        record(contact.id(), contact.desk(), type, agent, detail);
    }

    void record(
            @Nullable ContactId contact,
            @Nullable String desk,
            ContactEvent.Type type,
            @Nullable UUID agent,
            Map<String, String> detail) {
        recorded.fire(new Recorded(log.append(contact, desk, agent, type, now(), detail)));
    }

    /** Counted when this transaction has been committed. */
    void count(Figure figure) {
        figures.fire(figure);
    }

    void committed(@Observes(during = TransactionPhase.AFTER_SUCCESS) Recorded news) {
        tell(news.number());
        memory.publish(TOPIC, origin + " " + news.number());
    }

    private void hear(String hint) {
        var parts = HINT.matcher(hint);
        if (parts.matches() && !parts.group(1).equals(origin)) {
            tell(Long.parseLong(parts.group(2)));
        }
    }

    private void tell(long number) {
        appended.fireAsync(new EventsAppended(number)).exceptionally(e -> {
            LOG.errorf(e, "A desk could not be told of event %d; it looks by itself", number);
            return new EventsAppended(number);
        });
    }
}
