package cn.yiqilai.workorder;

import cn.yiqilai.city.RulesInForce;
import cn.yiqilai.city.Step;
import cn.yiqilai.workorder.clock.Deadline;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** What the rules promise the enterprise that files an order, before any unit has it. */
@ApplicationScoped
public class Promises {
    private static final List<Step> TO_THE_ENTERPRISE =
            List.of(Step.NIGHT_CONTACT, Step.SIGN, Step.FIRST_CONTACT, Step.REPLY, Step.CLOSE);

    private final ClockRecords records;
    private final ClockFactory clocks;

    Promises(ClockRecords records, ClockFactory clocks) {
        this.records = records;
        this.clocks = clocks;
    }

    /**
     * Each step with a limit: its clock where it runs, else the limit alone, which is counted from the dispatch and so has no
     * due time yet. A step on which the rules are silent is left out.
     */
    public List<Deadline> of(WorkOrder order) {
        var running = OrderClocks.current(records.deadlines(order.id()));
        var rules = clocks.rulesOf(order);
        return TO_THE_ENTERPRISE.stream()
                .flatMap(step -> Optional.ofNullable(running.get(step))
                        .map(StoredDeadline::deadline)
                        .or(() -> limit(step, order, rules))
                        .stream())
                .toList();
    }

    private static Optional<Deadline> limit(Step step, WorkOrder order, RulesInForce rules) {
        var ruling = rules.on(step, order.matter().kind(), order.matter().flags());
        return ruling.isSilent() || step == Step.NIGHT_CONTACT
                ? Optional.empty()
                : Optional.of(new Deadline(
                        step,
                        null,
                        null,
                        true,
                        false,
                        null,
                        null,
                        ruling.rules().profile(),
                        ruling.words(),
                        ruling.line().source(),
                        null,
                        List.of()));
    }
}
