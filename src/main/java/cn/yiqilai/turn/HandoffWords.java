package cn.yiqilai.turn;

import cn.yiqilai.handoff.HandoffStatus;
import cn.yiqilai.platform.Messages;

/** What the enterprise reads of how its hand-off stands: what is so now, and nothing that is only hoped for. */
final class HandoffWords {
    private static final int SECONDS_A_MINUTE = 60;

    private HandoffWords() {}

    static String of(HandoffStatus status) {
        return switch (status.state()) {
            case QUEUED -> queued(status);
            case RINGING -> Messages.of("turn.ringing", status.desk());
            case OWNED, HELD -> Messages.of("turn.with-person", status.desk());
            case RETURNED, ENDED, ABANDONED, MISSED ->
                throw new IllegalStateException("contact " + status.id() + " is over");
        };
    }

    private static String queued(HandoffStatus status) {
        var place = Messages.of("turn.queued", status.desk(), String.valueOf(status.position()));
        var seconds = status.estimatedWaitSeconds();
        return seconds == null
                ? place
                : place + Messages.of("turn.wait", String.valueOf(Math.ceilDiv(seconds, SECONDS_A_MINUTE)));
    }
}
