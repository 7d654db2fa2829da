package cn.yiqilai.handoff.web;

import cn.yiqilai.access.Account;
import cn.yiqilai.access.Login;
import cn.yiqilai.access.Role;
import cn.yiqilai.access.Token;
import cn.yiqilai.conversation.Speaker;
import cn.yiqilai.conversation.Transcript;
import cn.yiqilai.handoff.Attendance;
import cn.yiqilai.handoff.Contact;
import cn.yiqilai.handoff.ContactEvent;
import cn.yiqilai.handoff.ContactId;
import cn.yiqilai.handoff.ContactLog;
import cn.yiqilai.handoff.ContactRecords;
import cn.yiqilai.handoff.Desks;
import cn.yiqilai.handoff.EventsAppended;
import cn.yiqilai.handoff.SomebodyTypes;
import cn.yiqilai.handoff.Typing;
import cn.yiqilai.handoff.TypingPace;
import cn.yiqilai.handoff.web.ContactViews.MessageLine;
import cn.yiqilai.platform.Shanghai;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.websockets.next.CloseReason;
import io.quarkus.websockets.next.WebSocketConnection;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * What happens at one's desks, and for a specialist his invitations and what is said while he is in, as it happens, in order,
 * each once, from behind {@code ?after=} on.
 *
 * <p>Hints of the shared memory make it quick; without them each replica looks once a second whether there is something new, so
 * it is as complete without Redis. Whose session ended meanwhile, or who lost the role, hears nothing more: what is to be sent is
 * sent to whoever holds the session then, and every few seconds it is looked at anyway.
 */
@ApplicationScoped
class ContactFeed {
    private static final Logger LOG = Logger.getLogger(ContactFeed.class);
    private static final Set<Role> LISTENING = EnumSet.of(Role.AGENT, Role.SPECIALIST, Role.SUPERVISOR, Role.ADMIN);
    private static final CloseReason LOGGED_OUT = new CloseReason(4401, "not logged in any more");
    private static final CloseReason NO_MORE = new CloseReason(4403, "not allowed any more");
    private static final int AT_ONCE = 500;
    private static final long LOOK_EVERY_MILLIS = 1000;
    /** Of the looks, one in so many is for the sessions too. */
    private static final int SESSIONS_EVERY = 5;

    /** A page and how far it has got. The lock keeps two hints from sending the same event. */
    private static final class Listener {
        private final Token token;
        private final UUID account;
        private final WebSocketConnection connection;
        private final ReentrantLock lock = new ReentrantLock();
        private final TypingPace pace = new TypingPace();
        private final AtomicBoolean nudged = new AtomicBoolean();
        private long number;

        Listener(Token token, UUID account, WebSocketConnection connection, long number) {
            this.token = token;
            this.account = account;
            this.connection = connection;
            this.number = number;
        }
    }

    private final ContactLog log;
    private final ContactRecords contacts;
    private final Desks desks;
    private final Attendance attendance;
    private final Login login;
    private final Transcript transcript;
    private final Typing typing;
    private final Clock clock;
    private final ObjectMapper json;
    private final Map<String, Listener> listeners = new ConcurrentHashMap<>();
    private final ScheduledExecutorService clockwork = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("contact-stream").factory());
    private final AtomicInteger looks = new AtomicInteger();
    private volatile long seen;

    ContactFeed(
            ContactLog log,
            ContactRecords contacts,
            Desks desks,
            Attendance attendance,
            Login login,
            Transcript transcript,
            Typing typing,
            Clock clock,
            ObjectMapper json) {
        this.log = log;
        this.contacts = contacts;
        this.desks = desks;
        this.attendance = attendance;
        this.login = login;
        this.transcript = transcript;
        this.typing = typing;
        this.clock = clock;
        this.json = json;
    }

    void atStart(@Observes StartupEvent event) {
        clockwork.scheduleWithFixedDelay(this::look, LOOK_EVERY_MILLIS, LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    @PreDestroy
    void atEnd() {
        clockwork.shutdownNow();
    }

    /**
     * @param token of the session in which the page listens
     * @param after the last number that the page has; empty: from now on
     */
    void join(WebSocketConnection connection, Token token, Account account, Optional<Long> after) {
        var last = log.last();
        var listener = new Listener(token, account.id(), connection, Math.min(last, after.orElse(last)));
        listeners.put(connection.id(), listener);
        connection.sendTextAndAwait(json.createObjectNode()
                .put("seq", listener.number)
                .put("type", "READY")
                .toString());
        catchUp(listener);
    }

    void leave(WebSocketConnection connection) {
        listeners.remove(connection.id());
    }

    void alive(WebSocketConnection connection) {
        var listener = listeners.get(connection.id());
        if (listener != null && listening(listener).isPresent()) {
            attendance.heartbeat(listener.account);
        }
    }

    void typing(WebSocketConnection connection, ContactId contact) {
        var listener = listeners.get(connection.id());
        if (listener != null && listener.pace.admits(clock.instant())) {
            typing.agent(contact, listener.account);
        }
    }

    /** To the pages of whoever has the conversation; it is not kept, so it has no number. */
    void typed(@ObservesAsync SomebodyTypes news) {
        if (news.who() == Speaker.ENTERPRISE && !listeners.isEmpty()) {
            typing.servedBy(news.conversation()).ifPresent(this::showTyping);
        }
    }

    private void showTyping(Contact contact) {
        var event = json.createObjectNode()
                .put("type", "TYPING")
                .put("contactId", contact.id().toString())
                .toString();
        listeners.values().stream()
                .filter(listener ->
                        contact.person().filter(listener.account::equals).isPresent())
                .forEach(listener ->
                        listener.connection.sendText(event).subscribe().with(sent -> {}, e -> {}));
    }

    void appended(@ObservesAsync EventsAppended news) {
        nudge(news.number());
    }

    private void look() {
        if (listeners.isEmpty()) {
            return;
        }
        try {
            nudge(log.last());
            if (looks.incrementAndGet() % SESSIONS_EVERY == 0) {
                nudgeAll();
            }
        } catch (RuntimeException e) {
            LOG.debugf("Nobody knows right now what happens at the desks: %s", e.getMessage());
        }
    }

    private void nudge(long number) {
        if (number <= seen) {
            return;
        }
        seen = number;
        nudgeAll();
    }

    private void nudgeAll() {
        for (var listener : listeners.values()) {
            if (listener.nudged.compareAndSet(false, true)) {
                Thread.startVirtualThread(() -> catchUp(listener));
            }
        }
    }

    private void catchUp(Listener listener) {
        listener.lock.lock();
        try {
            // Before it reads: who comes later finds it unset and comes again.
            listener.nudged.set(false);
            feed(listener);
        } catch (RuntimeException e) {
            // The page comes back with the seq it has; nothing is lost.
            LOG.debugf("A desk's stream could not be fed: %s", e.getMessage());
            end(listener, CloseReason.INTERNAL_SERVER_ERROR);
        } finally {
            listener.lock.unlock();
        }
    }

    private void feed(Listener listener) {
        var account = listening(listener);
        if (account.isEmpty()) {
            return;
        }
        var audience = new ContactLog.Audience(
                desks.idsOf(account.get()), account.get().id(), Desks.seesAll(account.get()));
        // Numbers become visible in their order: whatever is not his up to here need not be looked at again.
        var last = log.last();
        List<ContactEvent> news;
        do {
            news = log.after(listener.number, audience, AT_ONCE);
            news.forEach(event -> send(listener, event));
        } while (news.size() == AT_ONCE);
        listener.number = Math.max(listener.number, last);
    }

    /** Empty, and the stream ended, for whoever is not logged in any more or has no role here. */
    private Optional<Account> listening(Listener listener) {
        var account = login.whoHolds(listener.token);
        if (account.isEmpty()) {
            end(listener, LOGGED_OUT);
            attendance.goneUnlessLoggedIn(listener.account);
            return Optional.empty();
        }
        if (account.get().roles().stream().noneMatch(LISTENING::contains)) {
            end(listener, NO_MORE);
            return Optional.empty();
        }
        return account;
    }

    private void send(Listener listener, ContactEvent event) {
        listener.connection.sendTextAndAwait(view(event).toString());
        listener.number = event.number();
    }

    private ObjectNode view(ContactEvent event) {
        var view = json.createObjectNode();
        view.put("seq", event.number());
        view.put("type", event.type().name());
        view.put("at", Shanghai.format(event.at()));
        view.put("contactId", text(event.contact()));
        view.put("desk", event.desk());
        view.put("agentId", text(event.agent()));
        view.set("detail", json.valueToTree(event.detail()));
        message(event).ifPresent(message -> view.set("message", json.valueToTree(message)));
        return view;
    }

    private Optional<MessageLine> message(ContactEvent event) {
        var contact = event.contact();
        return event.type() == ContactEvent.Type.MESSAGE && contact != null
                ? contacts.find(contact)
                        .flatMap(found -> transcript
                                .after(
                                        found.conversation(),
                                        Integer.parseInt(event.detail().getOrDefault("seq", "1")) - 1,
                                        1)
                                .stream()
                                .findFirst())
                        .map(MessageLine::of)
                : Optional.empty();
    }

    private static @Nullable String text(@Nullable Object id) {
        return id == null ? null : id.toString();
    }

    private void end(Listener listener, CloseReason reason) {
        listeners.remove(listener.connection.id());
        try {
            listener.connection.closeAndAwait(reason);
        } catch (RuntimeException e) {
            LOG.debugf("A desk's stream was closed already: %s", e.getMessage());
        }
    }
}
