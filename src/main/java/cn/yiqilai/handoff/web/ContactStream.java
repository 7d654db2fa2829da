package cn.yiqilai.handoff.web;

import static cn.yiqilai.access.Role.Names.ADMIN;
import static cn.yiqilai.access.Role.Names.AGENT;
import static cn.yiqilai.access.Role.Names.SPECIALIST;
import static cn.yiqilai.access.Role.Names.SUPERVISOR;

import cn.yiqilai.access.web.SessionAuthentication;
import cn.yiqilai.handoff.ContactId;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.websockets.next.HandshakeRequest;
import io.quarkus.websockets.next.OnClose;
import io.quarkus.websockets.next.OnError;
import io.quarkus.websockets.next.OnOpen;
import io.quarkus.websockets.next.OnTextMessage;
import io.quarkus.websockets.next.WebSocket;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.Optional;
import org.jboss.logging.Logger;

/** The door of {@link ContactFeed}, for whoever is logged in with a role of the desks or as a specialist; {@code ?after=} resumes. */
@WebSocket(path = "/api/v1/contacts/stream")
@RolesAllowed({AGENT, SPECIALIST, SUPERVISOR, ADMIN})
@Singleton
public class ContactStream {
    private static final Logger LOG = Logger.getLogger(ContactStream.class);

    private static final String TYPING = "typing ";

    private final ContactFeed feed;
    private final SecurityIdentity identity;

    ContactStream(ContactFeed feed, SecurityIdentity identity) {
        this.feed = feed;
        this.identity = identity;
    }

    @OnOpen
    @RunOnVirtualThread
    public void open(WebSocketConnection connection, HandshakeRequest handshake) {
        feed.join(
                connection,
                identity.getAttribute(SessionAuthentication.TOKEN),
                identity.getAttribute(SessionAuthentication.ACCOUNT),
                after(handshake));
    }

    /** Whatever a page sends is a sign of life; {@code typing} with a contact is told to its enterprise as well. */
    @OnTextMessage
    @RunOnVirtualThread
    public void alive(String text, WebSocketConnection connection) {
        if (text.startsWith(TYPING)) {
            ContactId.parse(text.substring(TYPING.length())).ifPresent(contact -> feed.typing(connection, contact));
        } else {
            feed.alive(connection);
        }
    }

    @OnClose
    public void close(WebSocketConnection connection) {
        feed.leave(connection);
    }

    @OnError
    public void failed(WebSocketConnection connection, Throwable error) {
        LOG.debugf("A desk's stream ended: %s", error.getMessage());
        feed.leave(connection);
    }

    private static Optional<Long> after(HandshakeRequest handshake) {
        var query = handshake.query();
        return query == null
                ? Optional.empty()
                : Arrays.stream(query.split("&"))
                        .filter(pair -> pair.matches("after=[0-9]{1,18}"))
                        .map(pair -> Long.valueOf(pair.substring("after=".length())))
                        .findFirst();
    }
}
