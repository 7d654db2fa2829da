package cn.yiqilai.insight;

import cn.yiqilai.city.Kind;
import cn.yiqilai.city.Target;
import cn.yiqilai.insight.Indicator.Exclusion;
import cn.yiqilai.insight.OrderFacts.Ending;
import java.util.List;
import java.util.function.Predicate;

/**
 * What is counted, and what is left out: the one place that says so. Each method is one indicator; what it divides by what is
 * said in words by {@code insight.definition.<id>}.
 */
final class Measures {
    private final Period period;
    private final List<Target> targets;
    private final List<OrderFacts> orders;
    private final List<OrderFacts> closed;

    Measures(Period period, List<Target> targets, List<OrderFacts> orders) {
        this.period = period;
        this.targets = targets;
        this.orders = orders;
        this.closed = orders.stream()
                .filter(order -> order.endsIn(period, Ending.CLOSED))
                .toList();
    }

    /** Those whose closing counts in the period. */
    List<OrderFacts> closed() {
        return closed;
    }

    /** Those that are carried over into the next. */
    List<OrderFacts> open() {
        return orders.stream()
                .filter(order -> !order.isEndedBefore(period.until()))
                .toList();
    }

    /** 实时接通率 */
    Indicator connection(TalkFacts talks) {
        return of(
                "realtime_connect_rate",
                talks.connected(),
                talks.conversations() - talks.silent(),
                Exclusion.of("silent", talks.silent()));
    }

    /** 在线答复率: what was asked back, and small talk, is no question yet; what went to people is told by its order. */
    Indicator answeredOnline(TalkFacts talks) {
        var consulting = ending(Ending.ANSWERED_ONLINE, order -> order.kind() == Kind.CONSULT);
        var dispatched = dispatched(order -> order.kind() == Kind.CONSULT);
        return of(
                "online_answer_rate",
                talks.answered() + consulting,
                talks.answered() + consulting + dispatched,
                Exclusion.of("asked-back", talks.askedBack()),
                Exclusion.of("handed-off", talks.handedOff()),
                Exclusion.of("no-question", talks.others()),
                Exclusion.of("declined", ending(Ending.DECLINED, order -> order.kind() == Kind.CONSULT)),
                Exclusion.of(
                        "other-kinds",
                        ending(Ending.ANSWERED_ONLINE, order -> order.kind() != Kind.CONSULT)
                                + dispatched(order -> order.kind() != Kind.CONSULT)));
    }

    /** 直办率: what the desk itself answers of what is consulted. */
    Indicator answeredDirectly() {
        var desk = ending(Ending.ANSWERED_ONLINE, order -> order.kind() == Kind.CONSULT && !order.threeWay());
        var specialist = ending(Ending.ANSWERED_ONLINE, order -> order.kind() == Kind.CONSULT && order.threeWay());
        return of(
                "direct_answer_rate",
                desk,
                desk + specialist + dispatched(order -> order.kind() == Kind.CONSULT),
                Exclusion.of("declined", ending(Ending.DECLINED, order -> order.kind() == Kind.CONSULT)),
                Exclusion.of(
                        "other-kinds",
                        ending(Ending.ANSWERED_ONLINE, order -> order.kind() != Kind.CONSULT)
                                + dispatched(order -> order.kind() != Kind.CONSULT)));
    }

    /** 办结率: of what ended, or should have, in the period. */
    Indicator closing() {
        var ended = closed.size() + ending(Ending.ANSWERED_ONLINE, order -> true);
        var late = overdue();
        return of(
                "close_rate",
                ended,
                ended + late,
                Exclusion.of("carried-over", open().size() - late),
                Exclusion.of("declined", ending(Ending.DECLINED, order -> true)));
    }

    /** Open at the end although it was due before. */
    long overdue() {
        return open().stream()
                .filter(order -> order.isOverdueAt(period.until()))
                .count();
    }

    /** 满意率: by what was said last. */
    Indicator satisfaction() {
        return of(
                "satisfaction_rate",
                count(order -> OrderFacts.isContent(order.latestGrade())),
                count(order -> order.latestGrade() != null),
                Exclusion.of("unrated", count(order -> order.latestGrade() == null)));
    }

    /** 首次回访满意率: by what was said first. */
    Indicator firstSatisfaction() {
        return of(
                "first_satisfaction_rate",
                count(order -> OrderFacts.isContent(order.firstGrade())),
                count(order -> order.firstGrade() != null),
                Exclusion.of("unrated", count(order -> order.firstGrade() == null)));
    }

    /** 按时办结率 */
    Indicator onTime() {
        return of(
                "on_time_rate",
                count(OrderFacts::isOnTime),
                count(order -> order.due() != null),
                Exclusion.of("no-limit", count(order -> order.due() == null)));
    }

    /** 退回率 */
    Indicator returned() {
        return of("return_rate", count(order -> order.returns() > 0), closed.size());
    }

    /** 延期率 */
    Indicator extended() {
        return of("extension_rate", count(order -> order.extensions() > 0), closed.size());
    }

    /** 答复退回补充率 */
    Indicator sentBack() {
        return of("sent_back_rate", count(order -> order.sentBack() > 0), closed.size());
    }

    /** 督办率 */
    Indicator supervised() {
        return of("supervision_rate", count(OrderFacts::supervised), closed.size());
    }

    long ending(Ending how) {
        return ending(how, order -> true);
    }

    private long ending(Ending how, Predicate<OrderFacts> which) {
        return orders.stream()
                .filter(order -> order.endsIn(period, how) && which.test(order))
                .count();
    }

    private long dispatched(Predicate<OrderFacts> which) {
        return orders.stream()
                .filter(order -> order.isFirstDispatchedIn(period) && which.test(order))
                .count();
    }

    private long count(Predicate<OrderFacts> which) {
        return closed.stream().filter(which).count();
    }

    private Indicator of(String id, long numerator, long denominator, Exclusion... exclusions) {
        return Indicator.of(id, numerator, denominator, targets, List.of(exclusions));
    }
}
