package cn.yiqilai.insight;

import cn.yiqilai.city.City;
import cn.yiqilai.city.RuleBook;
import cn.yiqilai.city.Target;
import cn.yiqilai.insight.Evaluation.NotMeasured;
import cn.yiqilai.insight.Evaluation.UnitResult;
import cn.yiqilai.insight.OrderFacts.Ending;
import cn.yiqilai.platform.Messages;
import cn.yiqilai.platform.Shanghai;
import cn.yiqilai.workorder.KnownUnits;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Counts a period from what the rooms have written down, as things stand now. */
@ApplicationScoped
public class Evaluating {
    private final FactRecords records;
    private final KnownUnits units;
    private final City city;
    private final RuleBook book;
    private final Clock clock;

    Evaluating(FactRecords records, KnownUnits units, City city, RuleBook book, Clock clock) {
        this.records = records;
        this.units = units;
        this.city = city;
        this.book = book;
        this.clock = clock;
    }

    public Counted evaluate(Period period) {
        var facts = records.of(period);
        var targets = Optional.ofNullable(book.of(city.profile()).targets()).orElse(List.of());
        var whole = new Measures(period, targets, facts.orders());
        var indicators = indicators(whole, facts.talks());
        var now = clock.instant();
        return new Counted(
                new Evaluation(
                        period.name(),
                        period.length(),
                        period.first(),
                        period.last(),
                        period.isOver(now),
                        period.publishBy(),
                        Shanghai.format(now),
                        city.profile(),
                        city.ruleVersion(),
                        whole.closed().size(),
                        whole.ending(Ending.ANSWERED_ONLINE),
                        whole.ending(Ending.DECLINED),
                        whole.open().size(),
                        whole.overdue(),
                        indicators,
                        units(period, targets, facts.orders()),
                        notMeasured(targets, indicators),
                        facts.reported()),
                orders(whole));
    }

    static List<Indicator> indicators(Measures measures, TalkFacts talks) {
        return List.of(
                measures.connection(talks),
                measures.answeredOnline(talks),
                measures.answeredDirectly(),
                measures.closing(),
                measures.satisfaction(),
                measures.onTime(),
                measures.firstSatisfaction(),
                measures.returned(),
                measures.extended(),
                measures.sentBack(),
                measures.supervised());
    }

    /** What the lead unit answers for; who gave an order back is no longer its unit, so that the rate of returns is the city's. */
    private static List<Indicator> ofUnit(Measures measures) {
        return List.of(
                measures.closing(),
                measures.satisfaction(),
                measures.onTime(),
                measures.firstSatisfaction(),
                measures.extended(),
                measures.sentBack(),
                measures.supervised());
    }

    private List<UnitResult> units(Period period, List<Target> targets, List<OrderFacts> orders) {
        return orders.stream()
                .map(OrderFacts::unit)
                .filter(Objects::nonNull)
                .distinct()
                .map(unit -> unit(
                        unit,
                        new Measures(
                                period,
                                targets,
                                orders.stream()
                                        .filter(order -> unit.equals(order.unit()))
                                        .toList())))
                .filter(result -> result.closed() + result.carriedOver() > 0)
                .sorted(Comparator.comparingLong(UnitResult::closed).reversed().thenComparing(UnitResult::unit))
                .toList();
    }

    private UnitResult unit(String unit, Measures measures) {
        return new UnitResult(
                unit,
                units.name(unit),
                measures.closed().size(),
                measures.open().size(),
                measures.overdue(),
                ofUnit(measures));
    }

    /** What the plan wants and nobody can tell yet is said, not passed over. */
    private static List<NotMeasured> notMeasured(List<Target> targets, List<Indicator> indicators) {
        var measured = indicators.stream().map(Indicator::id).toList();
        return targets.stream()
                .filter(target -> !measured.contains(target.id()))
                .map(target -> new NotMeasured(target.id(), target.name(), Messages.of("insight.not-measured")))
                .toList();
    }

    private static List<CountedOrder> orders(Measures measures) {
        return measures.closed().stream()
                .sorted(Comparator.comparing(OrderFacts::number))
                .map(order -> CountedOrder.of(order, Objects.requireNonNull(order.endedAt())))
                .sorted(Comparator.comparing(CountedOrder::closedAt))
                .toList();
    }
}
