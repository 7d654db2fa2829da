package cn.yiqilai.handoff;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Duration;
import java.util.Locale;

/** Counts what happens at the desks, each replica what it did itself. Nobody's name is a tag. */
@ApplicationScoped
class ContactFigures {
    /** Lower ends of the bands of confidence; what is below the first is the band from 0. */
    private static final double[] BANDS = {0.9, 0.8, 0.7, 0.5};

    private final MeterRegistry metrics;

    ContactFigures(MeterRegistry metrics) {
        this.metrics = metrics;
    }

    void count(@Observes(during = TransactionPhase.AFTER_SUCCESS) Figure figure) {
        switch (figure) {
            case Figure.Called(var desk, var cause) ->
                metrics.counter("contacts", "desk", desk, "cause", tag(cause)).increment();
            case Figure.Unserved(var desk, var why) ->
                metrics.counter("contacts.unserved", "desk", desk, "why", tag(why))
                        .increment();
            case Figure.Taken(var desk, var wait) -> time("contact.wait", desk, wait);
            case Figure.FirstWord(var desk, var wait) -> time("contact.first.response", desk, wait);
            case Figure.Served(var desk, var handling) -> time("contact.handling", desk, handling);
            case Figure.Suggested(var rank, var confidence) ->
                metrics.counter("suggestions", "rank", Integer.toString(rank), "confidence", band(confidence))
                        .increment();
            case Figure.Rang(var outcome) ->
                metrics.counter("handoff.three.way.rings", "outcome", tag(outcome))
                        .increment();
            case Figure.Chosen(var choice, var rank, var confidence) ->
                metrics.counter(
                                "suggestion.choices",
                                "choice",
                                tag(choice),
                                "rank",
                                Integer.toString(rank),
                                "confidence",
                                band(confidence))
                        .increment();
        }
    }

    private void time(String name, String desk, Duration duration) {
        metrics.timer(name, "desk", desk).record(duration);
    }

    /** From where on: {@code 0.8} is 0.8 to under 0.9. */
    static String band(double confidence) {
        for (var lowest : BANDS) {
            if (confidence >= lowest) {
                return Double.toString(lowest);
            }
        }
        return "0.0";
    }

    private static String tag(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
