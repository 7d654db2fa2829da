package cn.yiqilai.channel.chat;

import cn.yiqilai.conversation.Conversation;
import cn.yiqilai.conversation.ConversationId;
import cn.yiqilai.conversation.Conversations;
import cn.yiqilai.conversation.Message;
import cn.yiqilai.conversation.MessageAppended;
import cn.yiqilai.conversation.Speaker;
import cn.yiqilai.conversation.Transcript;
import cn.yiqilai.handoff.Handoffs;
import cn.yiqilai.handoff.SomebodyTypes;
import cn.yiqilai.handoff.Typing;
import cn.yiqilai.handoff.TypingPace;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.websockets.next.CloseReason;
import io.quarkus.websockets.next.HandshakeRequest;
import io.quarkus.websockets.next.OnClose;
import io.quarkus.websockets.next.OnError;
import io.quarkus.websockets.next.OnOpen;
import io.quarkus.websockets.next.OnPongMessage;
import io.quarkus.websockets.next.OnTextMessage;
import io.quarkus.websockets.next.PathParam;
import io.quarkus.websockets.next.WebSocket;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.buffer.Buffer;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Singleton;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * What is said in a conversation, as it is said: {@code {"seq":7,"type":"MESSAGE","message":{…}}}, in order, each once, from
 * behind {@code ?after=} on. {@code ?token=} opens it, since browsers send no header with a WebSocket.
 *
 * <p>Hints make it quick; without them each replica looks once a second how far its conversations have got, so it is as complete
 * without Redis. An open page is a sign of life of an enterprise that waits for a person, on whichever replica.
 */
@WebSocket(path = "/api/v1/conversations/{id}/stream")
@Singleton
public class ConversationStream {
    private static final Logger LOG = Logger.getLogger(ConversationStream.class);
    private static final CloseReason UNKNOWN = new CloseReason(4404, "unknown conversation");
    private static final CloseReason GONE = new CloseReason(4408, "no answer to a ping");

    private static final long LOOK_EVERY_MILLIS = 1000;
    /** Of the looks, one in so many is the sign of life. */
    private static final int ALIVE_EVERY = 30;

    /** A client and how far it has got. The lock keeps two hints from sending the same message. */
    private static final class Listener {
        private final ConversationId conversation;
        private final WebSocketConnection connection;
        private final ReentrantLock lock = new ReentrantLock();
        private final TypingPace pace = new TypingPace();
        private volatile int seq;
        /** Nothing came back since it was last pinged. */
        private volatile boolean silent;

        Listener(ConversationId conversation, WebSocketConnection connection, int seq) {
            this.conversation = conversation;
            this.connection = connection;
            this.seq = seq;
        }
    }

    private final Holder holder;
    private final Transcript transcript;
    private final Conversations conversations;
    private final Handoffs handoffs;
    private final Typing typing;
    private final Clock clock;
    private final ObjectMapper json;
    private final Map<String, Listener> listeners = new ConcurrentHashMap<>();
    private final ScheduledExecutorService clockwork = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("conversation-stream").factory());
    private final AtomicInteger looks = new AtomicInteger();

    ConversationStream(
            Holder holder,
            Transcript transcript,
            Conversations conversations,
            Handoffs handoffs,
            Typing typing,
            Clock clock,
            ObjectMapper json) {
        this.holder = holder;
        this.conversations = conversations;
        this.transcript = transcript;
        this.handoffs = handoffs;
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

    @OnOpen
    @RunOnVirtualThread
    public void open(WebSocketConnection connection, HandshakeRequest handshake, @PathParam String id) {
        var found = holder.byToken(id, parameter(handshake, "token"));
        if (found.isEmpty()) {
            connection.closeAndAwait(UNKNOWN);
            return;
        }
        Conversation conversation = found.get();
        var listener = new Listener(conversation.id(), connection, after(handshake));
        listeners.put(connection.id(), listener);
        handoffs.back(conversation.id());
        catchUp(listener);
    }

    /** Clients only listen here; one that writes may say {@code typing}, which whoever serves it is shown. */
    @OnTextMessage
    @RunOnVirtualThread
    public void typing(String text, WebSocketConnection connection) {
        var listener = listeners.get(connection.id());
        if (listener != null && text.equals("typing") && listener.pace.admits(clock.instant())) {
            typing.enterprise(listener.conversation);
        }
    }

    /** That a person is writing to it; it is not kept, so it has no number. */
    void typed(@ObservesAsync SomebodyTypes news) {
        if (news.who() == Speaker.ENTERPRISE) {
            return;
        }
        var event = json.createObjectNode()
                .put("type", "TYPING")
                .put("speaker", news.who().name())
                .toString();
        listeners.values().stream()
                .filter(listener -> listener.conversation.equals(news.conversation()))
                .forEach(listener ->
                        listener.connection.sendText(event).subscribe().with(sent -> {}, e -> {}));
    }

    /** Browsers answer pings by themselves, also those of a page that sleeps. */
    @OnPongMessage
    public void pong(Buffer data, WebSocketConnection connection) {
        var listener = listeners.get(connection.id());
        if (listener != null) {
            listener.silent = false;
        }
    }

    @OnClose
    @RunOnVirtualThread
    public void close(WebSocketConnection connection) {
        left(connection);
    }

    @OnError
    @RunOnVirtualThread
    public void failed(WebSocketConnection connection, Throwable error) {
        LOG.debugf("A stream ended: %s", error.getMessage());
        left(connection);
    }

    /** Unless it listens by another page, an enterprise that waits for a person may have left. */
    private void left(WebSocketConnection connection) {
        var listener = listeners.remove(connection.id());
        if (listener == null
                || listeners.values().stream().anyMatch(other -> other.conversation.equals(listener.conversation))) {
            return;
        }
        try {
            handoffs.away(listener.conversation);
        } catch (RuntimeException e) {
            // It keeps its place; whoever takes it sees that nobody answers.
            LOG.warnf("Nobody knows that %s was left: %s", listener.conversation, e.getMessage());
        }
    }

    void appended(@ObservesAsync MessageAppended news) {
        for (var listener : listeners.values()) {
            if (listener.conversation.equals(news.conversation())) {
                Thread.startVirtualThread(() -> catchUp(listener));
            }
        }
    }

    private void look() {
        if (listeners.isEmpty()) {
            return;
        }
        var open = listeners.values().stream()
                .map(listener -> listener.conversation)
                .collect(Collectors.toSet());
        try {
            var last = conversations.lastNumbers(open);
            listeners.values().stream()
                    .filter(listener -> last.getOrDefault(listener.conversation, 0) > listener.seq)
                    .forEach(listener -> Thread.startVirtualThread(() -> catchUp(listener)));
            if (looks.incrementAndGet() % ALIVE_EVERY == 0) {
                handoffs.listening(open);
                ping();
            }
        } catch (RuntimeException e) {
            LOG.debugf("Nobody knows right now what is said: %s", e.getMessage());
        }
    }

    /** Whose network was cut would listen for ever, and keep its place in the queue: who does not answer a ping is gone at the next. */
    void ping() {
        listeners.values().forEach(listener -> Thread.startVirtualThread(() -> ping(listener)));
    }

    /** How many have not answered the last ping yet. */
    long silent() {
        return listeners.values().stream().filter(listener -> listener.silent).count();
    }

    private void ping(Listener listener) {
        try {
            if (listener.silent) {
                left(listener.connection);
                listener.connection.closeAndAwait(GONE);
                return;
            }
            listener.silent = true;
            listener.connection.sendPingAndAwait(Buffer.buffer());
        } catch (RuntimeException e) {
            LOG.debugf("A stream could not be pinged: %s", e.getMessage());
        }
    }

    private void catchUp(Listener listener) {
        listener.lock.lock();
        try {
            List<Message> news;
            do {
                news = transcript.after(listener.conversation, listener.seq, Transcript.MOST);
                news.forEach(message -> send(listener, message));
            } while (news.size() == Transcript.MOST);
        } catch (RuntimeException e) {
            // The client comes back with the seq it has; nothing is lost.
            LOG.debugf("A stream could not be fed: %s", e.getMessage());
            listeners.remove(listener.connection.id());
            close(listener.connection, e);
        } finally {
            listener.lock.unlock();
        }
    }

    private void send(Listener listener, Message message) {
        var event = json.createObjectNode();
        event.put("seq", message.seq());
        event.put("type", "MESSAGE");
        event.set("message", json.valueToTree(MessageView.of(message, json)));
        listener.connection.sendTextAndAwait(event.toString());
        listener.seq = message.seq();
    }

    private static void close(WebSocketConnection connection, RuntimeException because) {
        try {
            connection.closeAndAwait(CloseReason.INTERNAL_SERVER_ERROR);
        } catch (RuntimeException e) {
            because.addSuppressed(e);
        }
    }

    private static int after(HandshakeRequest handshake) {
        return Optional.ofNullable(parameter(handshake, "after"))
                .filter(text -> text.matches("[0-9]{1,9}"))
                .map(Integer::parseInt)
                .orElse(0);
    }

    private static @Nullable String parameter(HandshakeRequest handshake, String name) {
        var query = handshake.query();
        if (query == null) {
            return null;
        }
        for (var pair : query.split("&")) {
            if (pair.startsWith(name + "=")) {
                return URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8);
            }
        }
        return null;
    }
}
