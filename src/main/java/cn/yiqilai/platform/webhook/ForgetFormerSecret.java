package cn.yiqilai.platform.webhook;

import cn.yiqilai.platform.OperatorDeed;
import cn.yiqilai.platform.postgres.WebhookTable;
import cn.yiqilai.platform.timer.Timer;
import cn.yiqilai.platform.timer.TimerTask;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.Map;
import java.util.UUID;

/** The time of a former secret is over: it is not kept any longer. */
@ApplicationScoped
class ForgetFormerSecret implements TimerTask {
    static final String NAME = "webhook.forget-former-secret";

    private final WebhookTable table;
    private final Event<OperatorDeed> deeds;

    ForgetFormerSecret(WebhookTable table, Event<OperatorDeed> deeds) {
        this.table = table;
        this.deeds = deeds;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void run(Timer timer) {
        if (table.forgetFormer(UUID.fromString(timer.key()))) {
            deeds.fire(new OperatorDeed("webhook.forget-former-secret", "webhook", timer.key(), Map.of()));
        }
    }
}
