package cn.yiqilai.platform.sms;

import cn.yiqilai.platform.outbox.Dispatch;
import cn.yiqilai.platform.outbox.Outbox;
import cn.yiqilai.platform.postgres.ShortMessageTable;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;

/** Puts short messages into the outbox, and remembers what the number was written to about. */
@ApplicationScoped
class OutboxShortMessages implements ShortMessages {
    static final String KIND = "SMS";
    static final String DESTINATION = "sms";

    private final Outbox outbox;
    private final ShortMessageTable table;
    private final ObjectMapper json;
    private final ShortMessageGateway gateway;
    private final Clock clock;

    OutboxShortMessages(
            Outbox outbox, ShortMessageTable table, ObjectMapper json, ShortMessageGateway gateway, Clock clock) {
        this.outbox = outbox;
        this.table = table;
        this.json = json;
        this.gateway = gateway;
        this.clock = clock;
    }

    @Override
    @Transactional
    public boolean send(ShortMessage message) {
        var payload = write(Map.of("to", message.to(), "text", message.text()));
        if (!outbox.put(new Dispatch(KIND, DESTINATION, message.subject(), "sms/" + message.key(), payload))) {
            return false;
        }
        table.rememberSubject(message.to(), message.subject(), clock.instant());
        return true;
    }

    @Override
    public boolean isConfigured() {
        return gateway.url().isPresent();
    }

    private String write(Map<String, String> payload) {
        try {
            return json.writeValueAsString(payload);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
