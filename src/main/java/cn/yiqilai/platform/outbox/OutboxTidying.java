package cn.yiqilai.platform.outbox;

import cn.yiqilai.platform.Chore;
import cn.yiqilai.platform.postgres.OutboxTable;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;

/** Forgets what messages said when nobody needs it any more, and later that they were there. */
@ApplicationScoped
class OutboxTidying implements Chore {
    private static final Duration CONTENT_KEPT = Duration.ofDays(90);
    private static final Duration KEPT = Duration.ofDays(400);

    private final OutboxTable table;
    private final Clock clock;

    OutboxTidying(OutboxTable table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "contents of messages settled 90 days ago";
    }

    @Override
    public int tidy() {
        var now = clock.instant();
        return table.tidy(now.minus(CONTENT_KEPT), now.minus(KEPT));
    }
}
