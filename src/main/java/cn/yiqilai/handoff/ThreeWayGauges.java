package cn.yiqilai.handoff;

import cn.yiqilai.city.RulesInForce;
import cn.yiqilai.city.ServiceRules;
import cn.yiqilai.city.ServiceRulesArchive;
import cn.yiqilai.city.Target;
import cn.yiqilai.platform.Page;
import cn.yiqilai.platform.Problem;
import cn.yiqilai.platform.Settings;
import cn.yiqilai.platform.Shanghai;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Measures three-way calls against the city's targets; where the rules are silent a share has none. */
@ApplicationScoped
public class ThreeWayGauges {
    private static final int MOST_DAYS = 366;

    private final ThreeWayCounts counts;
    private final ServiceRulesArchive rules;
    private final Settings settings;
    private final Clock clock;

    ThreeWayGauges(ThreeWayCounts counts, ServiceRulesArchive rules, Settings settings, Clock clock) {
        this.counts = counts;
        this.rules = rules;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Both shares of a period; a contact and an invitation count on the day on which they began.
     *
     * @param first, last days, both included; null = today
     * @throws cn.yiqilai.platform.ProblemException 400 for a period that ends before it begins or is longer than a year
     */
    public List<ThreeWayGauge> between(@Nullable LocalDate first, @Nullable LocalDate last) {
        var period = period(first, last);
        return Arrays.stream(ThreeWayGauge.Id.values())
                .map(id -> of(id, period))
                .toList();
    }

    /** How specialists answered in a period, as {@link #between}; the most rung first. */
    public Page<SpecialistFigures> specialists(@Nullable LocalDate first, @Nullable LocalDate last, Page.Request page) {
        var period = period(first, last);
        return counts.specialists(period.from(), period.until(), page);
    }

    /** @param until the first instant after it */
    private record Period(Instant from, Instant until) {
        static Period of(LocalDate first, LocalDate last) {
            return new Period(
                    first.atStartOfDay(Shanghai.ZONE).toInstant(),
                    last.plusDays(1).atStartOfDay(Shanghai.ZONE).toInstant());
        }
    }

    private Period period(@Nullable LocalDate first, @Nullable LocalDate last) {
        var today = Shanghai.today(clock);
        var from = Objects.requireNonNullElse(first, Objects.requireNonNullElse(last, today));
        var until = Objects.requireNonNullElse(last, today.isBefore(from) ? from : today);
        if (until.isBefore(from) || ChronoUnit.DAYS.between(from, until) >= MOST_DAYS) {
            throw Problem.invalidField("to", "handoff.gauge-period", String.valueOf(MOST_DAYS))
                    .asException();
        }
        return Period.of(from, until);
    }

    public ThreeWayGauge today(ThreeWayGauge.Id id) {
        var today = Shanghai.today(clock);
        return of(id, Period.of(today, today));
    }

    private ThreeWayGauge of(ThreeWayGauge.Id id, Period period) {
        var counted = counts.count(id, period.from(), period.until());
        return new ThreeWayGauge(id, counted.numerator(), counted.denominator(), counted.leftOut(), target(id));
    }

    private @Nullable Target target(ThreeWayGauge.Id id) {
        return targets(rules.inForce(settings.city(), clock.instant()))
                .filter(target -> target.id().equals(id.name().toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElse(null);
    }

    /** The city's own before those of the rules that the operator chose for what its own are silent on. */
    private static Stream<Target> targets(RulesInForce inForce) {
        return Stream.of(inForce.own(), inForce.fallback())
                .filter(Objects::nonNull)
                .map(ServiceRules::targets)
                .filter(Objects::nonNull)
                .flatMap(List::stream);
    }
}
