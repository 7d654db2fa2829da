package cn.yiqilai.city;

import cn.yiqilai.city.yaml.RulesFile;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which rules an order is counted by: those of today for one that is dispatched today, those of its own day for an older one.
 *
 * <p>When the service starts it writes down the text of every profile that it has read and not seen before. An order keeps
 * {@link RulesInForce#version()}, and after a change of the files still is counted by what held when it was dispatched.
 */
@ApplicationScoped
public class ServiceRulesArchive {
    /** Between the versions of own and fallback rules. */
    static final String AND = "|";

    private static final int EARLY = 100;

    private final RuleBook book;
    private final RuleTexts texts;
    private final FallbackSwitches switches;
    private final Clock clock;
    private final Map<String, ServiceRules> older = new ConcurrentHashMap<>();

    public ServiceRulesArchive(RuleBook book, RuleTexts texts, FallbackSwitches switches, Clock clock) {
        this.book = book;
        this.texts = texts;
        this.switches = switches;
        this.clock = clock;
    }

    /** Also makes the service refuse to start when the rules cannot be read, however few of them are asked for. */
    @Transactional
    void keep(@Observes @Priority(EARLY) StartupEvent start) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        book.written().forEach(rules -> texts.keep(rules, now));
    }

    /**
     * The rules for an order that is dispatched then: the city's, and the fallback that the operator's switch names for that
     * instant (reading A13).
     *
     * @throws IllegalArgumentException when there is no such profile
     */
    public RulesInForce inForce(String profile, Instant dispatchedAt) {
        return new RulesInForce(
                book.of(profile),
                switches.inForce(profile, dispatchedAt)
                        .map(FallbackSwitch::fallback)
                        .map(book::of)
                        .orElse(null));
    }

    /**
     * The rules that an order was counted by.
     *
     * @param version as {@link RulesInForce#version()} gave it
     * @throws IllegalStateException when such a version was never in use
     */
    public RulesInForce ofVersion(String version) {
        var and = version.indexOf(AND);
        return and < 0
                ? RulesInForce.of(one(version))
                : new RulesInForce(one(version.substring(0, and)), one(version.substring(and + 1)));
    }

    private ServiceRules one(String version) {
        return book.all().stream()
                .filter(rules -> rules.version().equals(version))
                .findFirst()
                .orElseGet(() -> older.computeIfAbsent(version, this::read));
    }

    private ServiceRules read(String version) {
        return RulesFile.read(
                version,
                texts.find(version)
                        .orElseThrow(() -> new IllegalStateException("the rules " + version + " were never in use")));
    }
}
