package cn.yiqilai.platform.webhook;

import cn.yiqilai.platform.OperatorDeed;
import cn.yiqilai.platform.Page;
import cn.yiqilai.platform.Problem;
import cn.yiqilai.platform.ProblemException;
import cn.yiqilai.platform.Seal;
import cn.yiqilai.platform.Shanghai;
import cn.yiqilai.platform.outbox.Delivery;
import cn.yiqilai.platform.postgres.OutboxTable;
import cn.yiqilai.platform.postgres.WebhookTable;
import cn.yiqilai.platform.timer.Timer;
import cn.yiqilai.platform.timer.Timers;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The addresses of departments' systems: entered, changed, tried out, removed. */
@ApplicationScoped
public class WebhookRegister {
    private static final int MOST = 500;
    private static final int MOST_DAYS = 30;
    private static final int USUAL_DAYS = 7;
    private static final int SECRET_BYTES = 32;

    /**
     * What the operator enters; null where nothing was said.
     *
     * @param unit id of the unit, or {@code all}; at most 80 characters without a blank
     * @param name 1..60 code points
     * @param url https, or http where private networks are allowed; at most 500 characters
     * @param kinds 1..50 kinds of events, or {@code *}
     */
    public record Entry(
            @Nullable String unit,
            @Nullable String name,
            @Nullable String url,
            @Nullable List<@Nullable String> kinds) {}

    /**
     * An address and its new secret, which is told this once.
     *
     * @param secret null when the operator brought his own
     */
    public record WithSecret(Webhook webhook, @Nullable String secret) {}

    private final WebhookTable table;
    private final OutboxTable outbox;
    private final WebhookSender sender;
    private final OutsideAddress outside;
    private final Instance<AnnouncedKinds> announced;
    private final Timers timers;
    private final Seal seal;
    private final Event<OperatorDeed> deeds;
    private final ObjectMapper json;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    WebhookRegister(
            WebhookTable table,
            OutboxTable outbox,
            WebhookSender sender,
            OutsideAddress outside,
            @Any Instance<AnnouncedKinds> announced,
            Timers timers,
            Seal seal,
            Event<OperatorDeed> deeds,
            ObjectMapper json,
            Clock clock) {
        this.table = table;
        this.outbox = outbox;
        this.sender = sender;
        this.outside = outside;
        this.announced = announced;
        this.timers = timers;
        this.seal = seal;
        this.deeds = deeds;
        this.json = json;
        this.clock = clock;
    }

    @Transactional
    public Page<Webhook> list(Page.Request wanted) {
        return table.list(wanted);
    }

    @Transactional
    public Optional<Webhook> find(UUID id) {
        return table.find(id).map(WebhookTable.Stored::webhook);
    }

    /**
     * @param secret 16..200 visible ASCII characters; null: one is made
     * @throws ProblemException 400 that names every wrong field; 409 when there are too many, or no key to seal the secret with
     */
    @Transactional
    public WithSecret create(Entry entry, @Nullable String secret) {
        var form = checked(entry);
        var given = WebhookForm.requireSecret(secret);
        if (table.count() >= MOST) {
            throw Problem.conflict("webhook.too-many", MOST).asException();
        }
        var id = UUID.randomUUID();
        var used = given == null ? randomSecret() : given;
        var now = now();
        var webhook = new Webhook(id, form.unit(), form.name(), form.url(), form.kinds(), true, null, 1, now, now);
        table.insert(webhook, seal.seal(used, Webhook.destination(id)));
        tell("webhook.create", webhook);
        return new WithSecret(webhook, given == null ? used : null);
    }

    /**
     * @param active null = as it is
     * @param version as the operator saw it
     * @throws ProblemException 400, 404; 409 with {@code current} when somebody else was faster
     */
    @Transactional
    public Webhook edit(UUID id, Entry entry, @Nullable Boolean active, @Nullable Long version) {
        var form = checked(entry);
        var before = locked(id, version).webhook();
        var after = new Webhook(
                id,
                form.unit(),
                form.name(),
                form.url(),
                form.kinds(),
                active == null ? before.active() : active,
                before.formerSecretUntil(),
                before.version() + 1,
                before.createdAt(),
                now());
        table.update(after);
        tell("webhook.edit", after);
        return after;
    }

    /** What waits for the address is parked. */
    @Transactional
    public void remove(UUID id, @Nullable Long version) {
        var before = locked(id, version).webhook();
        table.remove(id, now());
        outbox.abandon(Webhook.destination(id), "REMOVED", now());
        timers.cancel(ForgetFormerSecret.NAME, id.toString());
        tell("webhook.remove", before);
    }

    /**
     * Gives the address a new secret. Calls are signed with both until the former one's time is over, so that the other side can
     * change over in between.
     *
     * @param secret as in {@link #create}
     * @param keepFormerDays 0..30; null = 7; 0 = the former one signs no more
     */
    @Transactional
    public WithSecret rotate(
            UUID id, @Nullable String secret, @Nullable Integer keepFormerDays, @Nullable Long version) {
        var given = WebhookForm.requireSecret(secret);
        var days = keepFormerDays == null ? USUAL_DAYS : keepFormerDays;
        if (days < 0 || days > MOST_DAYS) {
            throw Problem.invalidField("keepFormerDays", "webhook.keep-former", MOST_DAYS)
                    .asException();
        }
        var before = locked(id, version);
        var used = given == null ? randomSecret() : given;
        var until = days == 0 ? null : now().plus(Duration.ofDays(days));
        table.rotate(
                id, seal.seal(used, Webhook.destination(id)), until == null ? null : before.secret(), until, now());
        if (until == null) {
            timers.cancel(ForgetFormerSecret.NAME, id.toString());
        } else {
            timers.set(new Timer(ForgetFormerSecret.NAME, id.toString(), until, Map.of()));
        }
        var after = table.find(id).orElseThrow().webhook();
        tell("webhook.rotate", after);
        return new WithSecret(after, given == null ? used : null);
    }

    /** Calls the address now and says what came of it. Not through the outbox, and not in a transaction. */
    public Delivery ping(UUID id) {
        var address = table.find(id).orElseThrow(WebhookRegister::unknown);
        var call = UUID.randomUUID();
        return sender.call(address, call, pingBody(call));
    }

    private byte[] pingBody(UUID id) {
        var body = new LinkedHashMap<String, Object>();
        body.put("id", id.toString());
        body.put("seq", 0);
        body.put("kind", "PING");
        body.put("at", Shanghai.format(clock.instant()));
        try {
            return json.writeValueAsBytes(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private WebhookForm checked(Entry entry) {
        return WebhookForm.require(entry.unit(), entry.name(), entry.url(), entry.kinds(), knownKinds(), outside);
    }

    private Set<String> knownKinds() {
        return announced.stream().flatMap(some -> some.kinds().stream()).collect(Collectors.toSet());
    }

    private WebhookTable.Stored locked(UUID id, @Nullable Long version) {
        if (version == null) {
            throw Problem.invalidField("version", "webhook.version").asException();
        }
        var stored = table.lock(id).orElseThrow(WebhookRegister::unknown);
        if (stored.webhook().version() != version) {
            throw new Stale(stored.webhook());
        }
        return stored;
    }

    /** Somebody else was faster. */
    public static final class Stale extends RuntimeException {
        private final transient Webhook current;

        Stale(Webhook current) {
            super("webhook " + current.id() + " is at version " + current.version(), null, false, false);
            this.current = current;
        }

        public Webhook current() {
            return current;
        }
    }

    private void tell(String action, Webhook webhook) {
        deeds.fire(new OperatorDeed(
                action, "webhook", webhook.id().toString(), Map.of("version", Long.toString(webhook.version()))));
    }

    private String randomSecret() {
        var bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static ProblemException unknown() {
        return Problem.notFound("webhook.unknown").asException();
    }
}
