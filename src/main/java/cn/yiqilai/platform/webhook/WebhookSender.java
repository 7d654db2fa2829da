package cn.yiqilai.platform.webhook;

import cn.yiqilai.platform.Seal;
import cn.yiqilai.platform.SignedHeaders;
import cn.yiqilai.platform.outbox.Delivery;
import cn.yiqilai.platform.outbox.Delivery.Refused;
import cn.yiqilai.platform.outbox.Delivery.Unreachable;
import cn.yiqilai.platform.outbox.Outgoing;
import cn.yiqilai.platform.outbox.Sender;
import cn.yiqilai.platform.postgres.WebhookTable;
import cn.yiqilai.platform.postgres.WebhookTable.Stored;
import cn.yiqilai.platform.vertx.PinnedPost;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Calls an address: looks its name up and sees whether it may be called, signs, and connects to just that machine.
 *
 * <p>The body is the same at every attempt; time, nonce and signature are not.
 */
@ApplicationScoped
class WebhookSender implements Sender {
    private final WebhookTable table;
    private final OutsideAddress outside;
    private final PinnedPost post;
    private final Seal seal;
    private final ObjectMapper json;
    private final Clock clock;

    WebhookSender(
            WebhookTable table, OutsideAddress outside, PinnedPost post, Seal seal, ObjectMapper json, Clock clock) {
        this.table = table;
        this.outside = outside;
        this.post = post;
        this.seal = seal;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return OutboxWebhooks.KIND;
    }

    @Override
    public Delivery send(Outgoing outgoing) {
        return table.find(Webhook.ofDestination(outgoing.destination()))
                .map(address -> address.webhook().active()
                        ? call(address, outgoing.id(), body(outgoing))
                        : new Refused("SWITCHED_OFF"))
                .orElseGet(() -> new Refused("REMOVED"));
    }

    /** @param id by which the receiver tells a repetition */
    Delivery call(Stored address, UUID id, byte[] body) {
        var secrets = secrets(address);
        if (secrets.isEmpty()) {
            return new Unreachable("SECRET_UNREADABLE");
        }
        var url = address.webhook().url();
        return switch (outside.find(url)) {
            case OutsideAddress.Found.Machine(var machine) ->
                post.post(url, machine, SignedHeaders.of(id, secrets, clock.instant(), body), body);
            case OutsideAddress.Found.Unknown() -> new Unreachable("UNRESOLVED");
            case OutsideAddress.Found.Forbidden() -> new Unreachable("PRIVATE_ADDRESS");
        };
    }

    /** The one in force first; a former one while its time lasts. Empty when they cannot be read. */
    private List<String> secrets(Stored address) {
        var owner = Webhook.destination(address.webhook().id());
        var secrets = new ArrayList<String>();
        seal.open(address.secret(), owner).ifPresent(secrets::add);
        if (!secrets.isEmpty() && stillSigns(address)) {
            Optional.ofNullable(address.formerSecret())
                    .flatMap(former -> seal.open(former, owner))
                    .ifPresent(secrets::add);
        }
        return secrets;
    }

    private boolean stillSigns(Stored address) {
        var until = address.webhook().formerSecretUntil();
        return until != null && clock.instant().isBefore(until);
    }

    private byte[] body(Outgoing outgoing) {
        try {
            var announced = (ObjectNode) json.readTree(outgoing.payload());
            var body = json.createObjectNode();
            body.put("id", outgoing.id().toString());
            body.put("seq", outgoing.seq());
            body.setAll(announced);
            return json.writeValueAsBytes(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the payload of message " + outgoing.id() + " is not JSON", e);
        }
    }
}
