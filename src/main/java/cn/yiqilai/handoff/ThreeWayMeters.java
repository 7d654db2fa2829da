package cn.yiqilai.handoff;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Locale;

/** Three-way calls for the one who watches: today's shares, asked of the database when they are looked at. */
@ApplicationScoped
class ThreeWayMeters {
    void atStart(@Observes StartupEvent event, ThreeWayGauges gauges, MeterRegistry metrics) {
        for (var id : ThreeWayGauge.Id.values()) {
            Gauge.builder("handoff.three.way", () -> value(gauges, id))
                    .tag("figure", id.name().toLowerCase(Locale.ROOT))
                    .description("Share of today, 0..1")
                    .register(metrics);
            Gauge.builder("handoff.three.way.missed", () -> missed(gauges, id))
                    .tag("figure", id.name().toLowerCase(Locale.ROOT))
                    .description("1 while today's share misses the city's target")
                    .register(metrics);
        }
    }

    /** No figure while there is none, or the database is away. */
    private static double value(ThreeWayGauges gauges, ThreeWayGauge.Id id) {
        try {
            var value = gauges.today(id).value();
            return value == null ? Double.NaN : value;
        } catch (RuntimeException e) {
            return Double.NaN;
        }
    }

    private static double missed(ThreeWayGauges gauges, ThreeWayGauge.Id id) {
        try {
            return gauges.today(id).isMissed() ? 1 : 0;
        } catch (RuntimeException e) {
            return Double.NaN;
        }
    }
}
