package cn.yiqilai.conversation;

import cn.yiqilai.platform.SharedMemory;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;

/**
 * Tells everybody what was said, once it is certain. This replica is told directly, so that a dead Redis keeps nobody
 * waiting here; the others by the shared memory.
 */
@ApplicationScoped
class Announcements {
    static final String TOPIC = "conversation";
    private static final Logger LOG = Logger.getLogger(Announcements.class);
    /** Origin, conversation, seq. */
    private static final Pattern HINT = Pattern.compile("([0-9a-f-]{36}) ([0-9a-f-]{36}) ([0-9]{1,9})");

    private final SharedMemory memory;
    private final Event<MessageAppended> event;
    /** This replica's name on the topic: what it published itself it has already told. */
    private final String origin = UUID.randomUUID().toString();

    Announcements(SharedMemory memory, Event<MessageAppended> event) {
        this.memory = memory;
        this.event = event;
    }

    void atStart(@Observes StartupEvent start) {
        memory.subscribe(TOPIC, hint -> parse(hint).ifPresent(this::tell));
    }

    void committed(@Observes(during = TransactionPhase.AFTER_SUCCESS) Appended appended) {
        tell(new MessageAppended(appended.conversation(), appended.seq()));
        memory.publish(TOPIC, origin + " " + appended.conversation() + " " + appended.seq());
    }

    private void tell(MessageAppended appended) {
        event.fireAsync(appended).exceptionally(e -> {
            LOG.errorf(e, "A listener failed for message %d of %s", appended.seq(), appended.conversation());
            return appended;
        });
    }

    /** Empty for what this replica published and for what it cannot read. */
    private Optional<MessageAppended> parse(String hint) {
        var parts = HINT.matcher(hint);
        if (!parts.matches() || parts.group(1).equals(origin)) {
            return Optional.empty();
        }
        return ConversationId.parse(parts.group(2))
                .map(id -> new MessageAppended(id, Integer.parseInt(parts.group(3))));
    }
}
