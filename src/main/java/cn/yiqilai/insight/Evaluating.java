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
import java.util.stream.Stream;

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
                        units(period, targets, whole, facts.orders()),
                        notMeasured(targets, indicators),
                        facts.reported(),
                        facts.dispatches()),
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

    /**
     * What the lead unit answers for. Who gave an order back is no longer its unit, so that its returns are counted from all.
     */
    private static List<Indicator> ofUnit(Measures measures, Indicator returned) {
        return List.of(
                measures.closing(),
                measures.satisfaction(),
                measures.onTime(),
                measures.firstSatisfaction(),
                returned,
                measures.extended(),
                measures.sentBack(),
                measures.supervised());
    }

    private List<UnitResult> units(Period period, List<Target> targets, Measures whole, List<OrderFacts> orders) {
        return orders.stream()
                .flatMap(
                        order -> Stream.concat(Optional.ofNullable(order.unit()).stream(), order.returnedBy().stream()))
                .distinct()
                .map(unit -> unit(
                        unit,
                        whole.returnedBy(unit),
                        new Measures(
                                period,
                                targets,
                                orders.stream()
                                        .filter(order -> unit.equals(order.unit()))
                                        .toList())))
                .flatMap(Optional::stream)
                .sorted(Comparator.comparingLong(UnitResult::closed).reversed().thenComparing(UnitResult::unit))
                .toList();
    }

    /** Absent for a unit that had nothing to do with the period. */
    private Optional<UnitResult> unit(String unit, Indicator returned, Measures measures) {
        if (measures.closed().isEmpty() && measures.open().isEmpty() && returned.numerator() == 0) {
            return Optional.empty();
        }
        return Optional.of(new UnitResult(
                unit,
                units.name(unit),
                measures.closed().size(),
                measures.open().size(),
                measures.overdue(),
                ofUnit(measures, returned)));
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
