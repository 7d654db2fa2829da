package cn.yiqilai.platform.sms;

import cn.yiqilai.platform.Chore;
import cn.yiqilai.platform.postgres.ShortMessageTable;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;

/** Forgets who answered what when nobody needs it any more; that a reply came is remembered longer, to know it again. */
@ApplicationScoped
class ShortMessageTidying implements Chore {
    private static final Duration CONTENT_KEPT = Duration.ofDays(90);
    private static final Duration KEPT = Duration.ofDays(400);

    private final ShortMessageTable table;
    private final Clock clock;

    ShortMessageTidying(ShortMessageTable table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "numbers and texts of replies by short message";
    }

    @Override
    public int tidy() {
        var now = clock.instant();
        return table.tidy(now.minus(InboundShortMessages.MEANT), now.minus(CONTENT_KEPT), now.minus(KEPT));
    }
}
