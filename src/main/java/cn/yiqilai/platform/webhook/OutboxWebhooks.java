package cn.yiqilai.platform.webhook;

import cn.yiqilai.platform.Shanghai;
import cn.yiqilai.platform.outbox.Dispatch;
import cn.yiqilai.platform.outbox.Outbox;
import cn.yiqilai.platform.postgres.WebhookTable;
import cn.yiqilai.platform.postgres.WebhookTable.Wanting;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.TreeMap;

/** Puts one call an address into the outbox, with no more in it than the address may read. */
@ApplicationScoped
class OutboxWebhooks implements Webhooks {
    static final String KIND = "WEBHOOK";

    private final Outbox outbox;
    private final WebhookTable table;
    private final ObjectMapper json;

    OutboxWebhooks(Outbox outbox, WebhookTable table, ObjectMapper json) {
        this.outbox = outbox;
        this.table = table;
        this.json = json;
    }

    @Override
    @Transactional
    public int announce(Announcement announcement) {
        var units = new HashSet<>(announcement.units());
        units.add(Webhook.ALL_UNITS);
        if (announcement.handlingUnit() != null) {
            units.add(announcement.handlingUnit());
        }
        return (int) table.wanting(announcement.kind(), units).stream()
                .filter(address -> outbox.put(call(address, announcement)))
                .count();
    }

    private Dispatch call(Wanting address, Announcement announcement) {
        return new Dispatch(
                KIND,
                Webhook.destination(address.id()),
                announcement.orderNumber(),
                announcement.key() + "@" + address.id(),
                payload(address, announcement));
    }

    private String payload(Wanting address, Announcement announcement) {
        var payload = new LinkedHashMap<String, Object>();
        payload.put("kind", announcement.kind());
        payload.put("at", Shanghai.format(announcement.at()));
        payload.put("orderNumber", announcement.orderNumber());
        payload.put("facts", new TreeMap<>(announcement.facts()));
        if (address.unit().equals(announcement.handlingUnit())) {
            payload.put("personal", new TreeMap<>(announcement.personal()));
        }
        try {
            return json.writeValueAsString(payload);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("announcement " + announcement.key(), e);
        }
    }
}
