package cn.yiqilai.platform.outbox;

import cn.yiqilai.platform.outbox.Delivery.Delivered;
import cn.yiqilai.platform.outbox.Delivery.NoWay;
import cn.yiqilai.platform.outbox.Delivery.Refused;
import cn.yiqilai.platform.outbox.Delivery.Unreachable;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What came of the messages that were sent to a destination at once. */
record DeliveryRound(List<Delivery> deliveries) {

    /** The destination took or refused something: it is there. */
    boolean cameThrough() {
        return deliveries.stream().anyMatch(DeliveryRound::cameThrough);
    }

    private static boolean cameThrough(Delivery delivery) {
        return switch (delivery) {
            case Delivered delivered -> true;
            case Refused refused -> true;
            case NoWay kept -> true;
            case Unreachable unreachable -> false;
        };
    }

    /** Why the destination could not be reached, if something could not be delivered for that. */
    Optional<String> trouble() {
        return unreachable().stream().map(Unreachable::reason).findFirst();
    }

    /** How long the destination asked to be left alone; zero for no wish. */
    Duration wish() {
        return unreachable().stream()
                .flatMap(unreachable -> unreachable.retryAfter().stream())
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }

    private List<Unreachable> unreachable() {
        return deliveries.stream()
                .flatMap(delivery -> delivery instanceof Unreachable unreachable
                        ? Optional.of(unreachable).stream()
                        : Optional.<Unreachable>empty().stream())
                .toList();
    }
}
