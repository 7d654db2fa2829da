package cn.yiqilai.platform.sms;

import cn.yiqilai.platform.SignedHeaders;
import cn.yiqilai.platform.outbox.Delivery;
import cn.yiqilai.platform.outbox.Delivery.NoWay;
import cn.yiqilai.platform.outbox.Delivery.Unreachable;
import cn.yiqilai.platform.outbox.Outgoing;
import cn.yiqilai.platform.outbox.Sender;
import cn.yiqilai.platform.vertx.PinnedPost;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Clock;
import java.util.List;

/**
 * Hands a short message to the gateway: {@code {"id":"…","to":"…","text":"…"}}, signed. The gateway has taken it when it
 * answers 2xx; a number that it will never take it answers with 400 or 422.
 */
@ApplicationScoped
class ShortMessageSender implements Sender {
    private final ShortMessageGateway gateway;
    private final PinnedPost post;
    private final ObjectMapper json;
    private final Clock clock;

    ShortMessageSender(ShortMessageGateway gateway, PinnedPost post, ObjectMapper json, Clock clock) {
        this.gateway = gateway;
        this.post = post;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return OutboxShortMessages.KIND;
    }

    @Override
    public Delivery send(Outgoing outgoing) {
        var url = gateway.url();
        var secret = gateway.secret();
        return url.isPresent() && secret.isPresent()
                ? send(outgoing, url.get(), secret.get())
                : new NoWay("NOT_CONFIGURED");
    }

    private Delivery send(Outgoing outgoing, URI url, String secret) {
        var body = body(outgoing);
        try {
            var machine = InetAddress.getByName(url.getHost());
            var headers = SignedHeaders.of(outgoing.id(), List.of(secret), clock.instant(), body);
            return post.post(url, machine, headers, body);
        } catch (UnknownHostException e) {
            return new Unreachable("UNRESOLVED");
        }
    }

    private byte[] body(Outgoing outgoing) {
        try {
            var body = json.createObjectNode();
            body.put("id", outgoing.id().toString());
            body.setAll((ObjectNode) json.readTree(outgoing.payload()));
            return json.writeValueAsBytes(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the payload of message " + outgoing.id() + " is not JSON", e);
        }
    }
}
