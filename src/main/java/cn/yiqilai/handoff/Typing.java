package cn.yiqilai.handoff;

import cn.yiqilai.conversation.ConversationId;
import cn.yiqilai.conversation.Speaker;
import cn.yiqilai.handoff.Contact.WithAgent;
import cn.yiqilai.platform.SharedMemory;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;

/** Lets each side see that the other is writing. A hint by way of the shared memory: it may be lost, and nothing rests on it. */
@ApplicationScoped
public class Typing {
    private static final Logger LOG = Logger.getLogger(Typing.class);
    private static final String TOPIC = "typing";
    private static final Pattern HINT = Pattern.compile("([0-9a-f-]{36}) (ENTERPRISE|AGENT)");

    private final ContactRecords contacts;
    private final SharedMemory memory;
    private final Event<SomebodyTypes> typing;

    Typing(ContactRecords contacts, SharedMemory memory, Event<SomebodyTypes> typing) {
        this.contacts = contacts;
        this.memory = memory;
        this.typing = typing;
    }

    void listen(@Observes @Priority(150) StartupEvent event) {
        memory.subscribe(TOPIC, this::hear);
    }

    public void enterprise(ConversationId conversation) {
        memory.publish(TOPIC, conversation + " " + Speaker.ENTERPRISE);
    }

    /** Nothing happens unless the contact is his. */
    public void agent(ContactId contact, UUID agent) {
        contacts.find(contact)
                .filter(WithAgent.class::isInstance)
                .filter(with -> with.person().filter(agent::equals).isPresent())
                .ifPresent(with -> memory.publish(TOPIC, with.conversation() + " " + Speaker.AGENT));
    }

    /** Who has the conversation now, if anybody. */
    public Optional<Contact> servedBy(ConversationId conversation) {
        return contacts.open(conversation).filter(WithAgent.class::isInstance);
    }

    private void hear(String hint) {
        var parts = HINT.matcher(hint);
        if (parts.matches()) {
            ConversationId.parse(parts.group(1))
                    .ifPresent(conversation -> tell(new SomebodyTypes(conversation, Speaker.valueOf(parts.group(2)))));
        }
    }

    private void tell(SomebodyTypes news) {
        typing.fireAsync(news).exceptionally(e -> {
            LOG.debugf("Nobody is told that somebody writes: %s", e.getMessage());
            return news;
        });
    }
}
