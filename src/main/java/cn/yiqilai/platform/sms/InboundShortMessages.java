package cn.yiqilai.platform.sms;

import cn.yiqilai.platform.MessageSignature;
import cn.yiqilai.platform.Messages;
import cn.yiqilai.platform.Problem;
import cn.yiqilai.platform.Problem.FieldError;
import cn.yiqilai.platform.StorableText;
import cn.yiqilai.platform.postgres.ShortMessageTable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Takes the replies that the gateway hands in: each once, and told to the rooms above in the same transaction. */
@ApplicationScoped
public class InboundShortMessages {
    private static final Pattern ID = Pattern.compile("[\\x21-\\x7E]{1,100}");
    private static final Pattern NUMBER = Pattern.compile("\\d{5,20}");
    private static final int LONGEST_TEXT = 500;
    /** So long a reply is taken to be about what the number was last written to about. */
    static final Duration MEANT = Duration.ofDays(30);

    private final ShortMessageGateway gateway;
    private final ShortMessageTable table;
    private final Event<ShortMessageReceived> received;
    private final Clock clock;

    InboundShortMessages(
            ShortMessageGateway gateway, ShortMessageTable table, Event<ShortMessageReceived> received, Clock clock) {
        this.gateway = gateway;
        this.table = table;
        this.received = received;
        this.clock = clock;
    }

    /** The headers of {@link MessageSignature}, as they came. */
    public record Proof(
            @Nullable String timestamp,
            @Nullable String nonce,
            @Nullable String signature) {}

    /** @throws cn.yiqilai.platform.ProblemException 503 when no secret is set, 401 when the body is not the gateway's */
    public void requireGenuine(byte[] body, Proof proof) {
        var secret = gateway.secret()
                .orElseThrow(() -> Problem.of(503, "sms.not-configured").asException());
        if (!MessageSignature.isGenuine(
                secret, proof.timestamp(), proof.nonce(), proof.signature(), body, clock.instant())) {
            throw Problem.of(401, "sms.not-genuine").asException();
        }
    }

    /**
     * @param id the gateway's, 1..100 visible ASCII characters
     * @param from 5..20 digits, spaces and hyphens in between and a leading + are dropped
     * @param text 1..500 code points
     * @return false when the reply was taken before
     * @throws cn.yiqilai.platform.ProblemException 400 that names every wrong field, 409 when the id was another reply's
     */
    @Transactional
    public boolean take(@Nullable String id, @Nullable String from, @Nullable String text) {
        var errors = new ArrayList<FieldError>();
        var number = from == null ? "" : ShortMessage.plainNumber(from);
        if (id == null || !ID.matcher(id).matches()) {
            errors.add(error("id", "sms.id"));
        }
        if (!NUMBER.matcher(number).matches()) {
            errors.add(error("from", "sms.number"));
        }
        if (text == null || text.isBlank() || !StorableText.isStorable(text, LONGEST_TEXT)) {
            errors.add(error("text", "sms.text", LONGEST_TEXT));
        }
        if (!errors.isEmpty() || id == null || text == null) {
            throw new Problem(400, "sms.invalid", Messages.of("sms.invalid"), errors, Map.of()).asException();
        }
        return takeOnce(id, number, text);
    }

    private boolean takeOnce(String id, String number, String text) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var subject = table.subject(number, now.minus(MEANT));
        var fingerprint = fingerprint(List.of(number, text));
        if (!table.insertInbound(id, fingerprint, number, text, subject.orElse(null), now)) {
            requireSame(id, fingerprint);
            return false;
        }
        received.fire(new ShortMessageReceived(id, number, text, subject, now));
        return true;
    }

    private void requireSame(String id, byte[] fingerprint) {
        if (!MessageDigest.isEqual(table.fingerprint(id), fingerprint)) {
            throw Problem.conflict("sms.id-taken").asException();
        }
    }

    private static byte[] fingerprint(List<String> parts) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(String.join("\u001f", parts).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static FieldError error(String field, String code, Object... arguments) {
        return new FieldError(field, Messages.of(code, arguments));
    }
}
