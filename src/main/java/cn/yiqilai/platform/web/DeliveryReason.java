package cn.yiqilai.platform.web;

import cn.yiqilai.platform.Messages;
import java.util.regex.Pattern;

/** The codes by which a delivery says why it failed, as people read them. */
final class DeliveryReason {
    private static final Pattern STATUS = Pattern.compile("HTTP_(\\d{3})");
    private static final String GAVE_UP = "GAVE_UP";

    private DeliveryReason() {}

    /** @param reason {@code HTTP_503}, {@code GAVE_UP HTTP_503}, {@code TIMEOUT} … */
    static String explain(String reason) {
        if (reason.startsWith(GAVE_UP)) {
            var last = reason.substring(GAVE_UP.length()).strip();
            return Messages.of("outbox.reason.GAVE_UP") + (last.isEmpty() ? "" : explain(last));
        }
        var status = STATUS.matcher(reason);
        if (!status.matches()) {
            return Messages.of("outbox.reason." + reason);
        }
        return status.group(1).startsWith("3")
                ? Messages.of("outbox.reason.redirect", status.group(1))
                : Messages.of("outbox.reason.status", status.group(1));
    }
}
