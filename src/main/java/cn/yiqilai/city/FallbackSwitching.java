package cn.yiqilai.city;

import cn.yiqilai.access.Actor;
import cn.yiqilai.access.AuditTrail;
import cn.yiqilai.platform.Problem;
import cn.yiqilai.platform.StorableText;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Switches another profile on, to fill what a city's own rules are silent on, and off again. */
@ApplicationScoped
public class FallbackSwitching {
    /** Far enough for any date that a decree names; a slip of the keyboard lies behind it. */
    private static final Duration FURTHEST = Duration.ofDays(366);

    /**
     * What the operator wants.
     *
     * @param fallback null: none from then on
     * @param effectiveFrom null: at once
     * @param seen how many decisions on that profile the operator has seen
     */
    public record Wish(@Nullable String fallback, @Nullable Instant effectiveFrom, String reason, long seen) {}

    /** What comes of it. */
    public sealed interface Outcome {
        record Switched(FallbackSwitch decision) implements Outcome {}

        /** Somebody else has decided meanwhile. Nothing was written. */
        record Stale(List<FallbackSwitch> decisions) implements Outcome {}
    }

    private final RuleBook book;
    private final FallbackSwitches switches;
    private final AuditTrail audit;
    private final Clock clock;

    FallbackSwitching(RuleBook book, FallbackSwitches switches, AuditTrail audit, Clock clock) {
        this.book = book;
        this.switches = switches;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * The decision and its line in the audit trail stand or fall together.
     *
     * @throws cn.yiqilai.platform.ProblemException 404 for an unknown profile, 400 for a wish that cannot be
     */
    @Transactional
    public Outcome decide(String profile, Wish wish, Actor actor) {
        var rules = book.find(profile).orElseThrow(() -> unknown().asException());
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var earlier = switches.of(rules.profile());
        if (earlier.size() != wish.seen()) {
            return new Outcome.Stale(earlier);
        }
        check(rules, wish, now, earlier.stream().findFirst());
        var from = wish.effectiveFrom();
        var decision = new FallbackSwitch(
                profile, wish.seen() + 1, wish.fallback(), from == null ? now : from, now, actor, wish.reason());
        if (!switches.add(decision)) {
            return new Outcome.Stale(switches.of(profile));
        }
        audit.record(actor, "service-rules.fallback", "service-rules", profile, detail(decision));
        return new Outcome.Switched(decision);
    }

    public static Problem unknown() {
        return Problem.notFound("city.profile.unknown");
    }

    private void check(ServiceRules rules, Wish wish, Instant now, Optional<FallbackSwitch> last) {
        var fallback = wish.fallback();
        if (fallback != null && book.find(fallback).isEmpty()) {
            throw wrong("fallbackProfile", "city.fallback.unknown");
        }
        if (rules.profile().equals(fallback)) {
            throw wrong("fallbackProfile", "city.fallback.itself");
        }
        if (wish.reason().isBlank() || !StorableText.isStorable(wish.reason(), FallbackSwitch.LONGEST_REASON)) {
            throw wrong("reason", "city.fallback.reason", FallbackSwitch.LONGEST_REASON);
        }
        var from = wish.effectiveFrom();
        if (from != null && (from.isBefore(now) || from.isAfter(now.plus(FURTHEST)))) {
            throw wrong("effectiveFrom", "city.fallback.date");
        }
        // A later decision that took effect earlier would leave open which of the two holds.
        if (last.isPresent() && last.get().effectiveFrom().isAfter(from == null ? now : from)) {
            throw wrong("effectiveFrom", "city.fallback.order");
        }
    }

    private static RuntimeException wrong(String field, String code, Object... arguments) {
        return Problem.invalidField(field, code, arguments).asException();
    }

    private static Map<String, String> detail(FallbackSwitch decision) {
        return Map.of(
                "version", Long.toString(decision.version()),
                "fallback", decision.fallback() == null ? "none" : decision.fallback(),
                "from", decision.effectiveFrom().toString());
    }
}
