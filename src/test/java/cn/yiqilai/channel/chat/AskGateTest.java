package cn.yiqilai.channel.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.yiqilai.knowledge.Intent;
import cn.yiqilai.platform.FixedSettings;
import cn.yiqilai.platform.InProcessMemory;
import cn.yiqilai.platform.Problem;
import cn.yiqilai.platform.ProblemException;
import cn.yiqilai.platform.RateLimit;
import cn.yiqilai.platform.SettableClock;
import cn.yiqilai.turn.Urgency;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class AskGateTest {
    private static final String CLIENT = "10.0.0.1";
    private static final String QUESTION = "社保怎么补缴？";
    private static final String WISH = "转人工";

    private final SettableClock clock = SettableClock.at("2026-03-20T01:00:05Z");
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final AskGate gate = new AskGate(
            new RateLimit(new InProcessMemory(clock), clock),
            new NarrowDoor(),
            new Urgency(() -> List.of(new Intent(
                    "human", "人工", "HANDOFF", "WANTS_HUMAN", null, null, "好的", List.of("转人工"), List.of(), List.of()))),
            new Refusals(metrics),
            metrics);

    /** One message at a time. */
    private static final class NarrowDoor extends FixedSettings {
        @Override
        public OptionalInt messageQueue() {
            return OptionalInt.of(1);
        }

        @Override
        public int askRateLimit() {
            return 5;
        }
    }

    @Test
    void among_too_many_messages_a_wish_for_a_person_is_still_taken() {
        var refused = gate.say(CLIENT, QUESTION, () -> refusal(() -> gate.say(CLIENT, QUESTION, () -> "never")));
        var taken = gate.say(CLIENT, QUESTION, () -> gate.say(CLIENT, WISH, () -> "a person"));

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.code()).isEqualTo("service.busy");
        assertThat(refused.extensions()).containsEntry(Problem.RETRY_AFTER, 2L);
        assertThat(refusals("message", "full")).isEqualTo(1);
        assertThat(taken).isEqualTo("a person");
    }

    @Test
    void who_asks_too_often_learns_how_long_the_minute_still_takes() {
        for (var i = 0; i < 5; i++) {
            gate.ask(CLIENT, () -> "answered");
        }

        var refused = refusal(() -> gate.ask(CLIENT, () -> "never"));

        assertThat(refused.code()).isEqualTo("request.too-many");
        assertThat(refused.extensions()).containsEntry(Problem.RETRY_AFTER, 55L);
        assertThat(refusals("ask", "rate")).isEqualTo(1);
    }

    @Test
    void a_failure_gives_the_place_back() {
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> gate.say(CLIENT, QUESTION, () -> {
                    throw new IllegalStateException("no answer");
                }));

        assertThat(gate.say(CLIENT, QUESTION, () -> "through")).isEqualTo("through");
    }

    private static Problem refusal(Supplier<String> asked) {
        try {
            throw new AssertionError("was let through: " + asked.get());
        } catch (ProblemException e) {
            return e.problem();
        }
    }

    private double refusals(String of, String cause) {
        return metrics.get("asks.refused")
                .tags("of", of, "cause", cause)
                .counter()
                .count();
    }
}
