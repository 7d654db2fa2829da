package cn.yiqilai.workorder.clock;

import cn.yiqilai.city.FollowUp;
import cn.yiqilai.city.ReadingOption;
import cn.yiqilai.workorder.clock.ClockEvent.Rated;
import cn.yiqilai.workorder.clock.ClockEvent.RatingChannel;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads off the clocks and the ratings which of the city's call-backs and grounds for supervision have come about. */
final class Consequences {
    /** 不满意 and 非常不满意. */
    private static final int DISSATISFIED = 2;

    private final Clocks clocks;
    private final List<Rated> ratings;
    private final Instant now;

    Consequences(Clocks clocks, List<Rated> ratings, Instant now) {
        this.clocks = clocks;
        this.ratings = ratings;
        this.now = now;
    }

    /** The call-back chain first, as the profile has them. */
    List<Consequence> list() {
        var own = clocks.rules().own();
        return Stream.concat(own.callBack().stream(), own.supervision().stream())
                .flatMap(rule -> of(rule).stream())
                .toList();
    }

    private Optional<Consequence> of(FollowUp rule) {
        return switch (rule.when()) {
            case CLOSED -> clocks.closing().map(closing -> new Consequence(rule, closing.at()));
            case SMS_DISSATISFIED -> since(rule, dissatisfied(by(RatingChannel.SMS)));
            case FIRST_HUMAN_DISSATISFIED ->
                since(rule, dissatisfied(by(RatingChannel.HUMAN).limit(1)));
            case FIRST_DISSATISFIED -> since(rule, dissatisfied(first()));
            case OVERDUE -> overdue(rule);
            case FLAGGED ->
                Collections.disjoint(rule.flags(), clocks.flags())
                        ? Optional.empty()
                        : Optional.of(new Consequence(rule, null));
            case JUDGED -> Optional.empty();
        };
    }

    /** Reading A18. */
    private Stream<Rated> first() {
        return (clocks.reads(ReadingOption.FIRST_HUMAN_RATING) ? by(RatingChannel.HUMAN) : ratings.stream()).limit(1);
    }

    private Stream<Rated> by(RatingChannel channel) {
        return ratings.stream().filter(rating -> rating.channel() == channel);
    }

    private static Optional<Instant> dissatisfied(Stream<Rated> ratings) {
        return ratings.filter(rating -> rating.grade() <= DISSATISFIED)
                .map(Rated::at)
                .findFirst();
    }

    private static Optional<Consequence> since(FollowUp rule, Optional<Instant> at) {
        return at.map(instant -> new Consequence(rule, instant));
    }

    private Optional<Consequence> overdue(FollowUp rule) {
        return Stream.concat(clocks.ended().stream(), clocks.deadlines().stream())
                .filter(deadline -> rule.steps().contains(deadline.step()) && deadline.isOverdue(now))
                .map(Deadline::dueAt)
                .filter(Objects::nonNull)
                .findFirst()
                .map(due -> new Consequence(rule, due));
    }
}
