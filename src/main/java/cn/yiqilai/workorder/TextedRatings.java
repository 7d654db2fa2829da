package cn.yiqilai.workorder;

import cn.yiqilai.access.Actor;
import cn.yiqilai.platform.sms.ShortMessageReceived;
import cn.yiqilai.workorder.Move.Entry;
import cn.yiqilai.workorder.TimelineLine.Deed;
import cn.yiqilai.workorder.clock.ClockEvent.RatingChannel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The enterprise answers the short message (row 18). A digit is a rating; anything else is kept in its words, for whoever
 * calls. What comes when the call-back is long over is kept all the same: ratings are never lost (reading A12).
 */
@ApplicationScoped
class TextedRatings {
    private final WorkOrderRecords orders;
    private final Transitions transitions;
    private final CallingBack callingBack;
    private final Ratings ratings;
    private final Timeline timeline;
    private final ClockFactory clocks;
    private final Clock clock;

    TextedRatings(
            WorkOrderRecords orders,
            Transitions transitions,
            CallingBack callingBack,
            Ratings ratings,
            Timeline timeline,
            ClockFactory clocks,
            Clock clock) {
        this.orders = orders;
        this.transitions = transitions;
        this.callingBack = callingBack;
        this.ratings = ratings;
        this.timeline = timeline;
        this.clocks = clocks;
        this.clock = clock;
    }

    void received(@Observes ShortMessageReceived reply) {
        reply.subject()
                .filter(WorkOrderNumber::isWellFormed)
                .flatMap(number -> orders.find(new WorkOrderNumber(number)))
                .ifPresent(order -> take(order.id(), reply));
    }

    private void take(WorkOrderId id, ShortMessageReceived reply) {
        clocks.holdCalendar();
        var order = orders.lock(id).orElseThrow();
        var grade = reply.grade();
        if (order instanceof AwaitingCallback closed) {
            transitions.bySystem(
                    "texted",
                    closed,
                    (asked, at) -> grade.isPresent()
                            ? callingBack.rated(asked, rating(grade.getAsInt(), at), Actor.SYSTEM)
                            : spoken(asked, reply.text()));
        } else {
            keep(order, reply, clock.instant().truncatedTo(ChronoUnit.MICROS));
        }
    }

    private static Move spoken(AwaitingCallback asked, String words) {
        return new Move.To(
                asked,
                Entry.of(Deed.CALLBACK_WITHOUT_RATING, asked)
                        .with("channel", RatingChannel.SMS.name())
                        .because(words));
    }

    private void keep(WorkOrder order, ShortMessageReceived reply, Instant at) {
        var grade = reply.grade();
        Optional<String> words = grade.isPresent() ? Optional.empty() : Optional.of(reply.text());
        grade.ifPresent(given -> ratings.add(order.id(), rating(given, at), Actor.SYSTEM));
        timeline.add(
                order.id(),
                new Timeline.Line(
                        at,
                        Actor.SYSTEM,
                        grade.isPresent() ? Deed.RATED : Deed.CALLBACK_WITHOUT_RATING,
                        order.state(),
                        words.orElse(null),
                        grade.isPresent()
                                ? Map.of("channel", RatingChannel.SMS.name(), "grade", String.valueOf(grade.getAsInt()))
                                : Map.of("channel", RatingChannel.SMS.name()),
                        null,
                        List.of()));
    }

    private static Rating rating(int grade, Instant at) {
        return new Rating(RatingChannel.SMS, grade, null, at);
    }
}
