package cn.yiqilai.platform;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What the operator can set, each from one environment variable (named in {@code application.properties} and in
 * {@code docs/operations.md}).
 */
@ConfigMapping(prefix = "yiqilai")
public interface Settings {
    /** The city that is served, as the name of its profile: {@code yancheng}. One city a database. */
    @WithDefault("yancheng")
    String city();

    /** Where the embedded database, the index and uploads live. */
    @WithDefault("data")
    Path dataDir();

    /** The folder whose {@code .jsonl} files fill an empty database at start. */
    @WithDefault("kb-seed/entries")
    Path knowledgeSeed();

    /** Intents, synonyms, dictionary, regions and the fitted models; beside the entries. */
    @WithDefault("kb-seed")
    Path seed();

    /** The notices and office hours that an empty database begins with. */
    @WithDefault("kb-seed/calendar")
    Path calendarSeed();

    /** The cities' service rules, one {@code <profile>.yaml} each. */
    @WithDefault("kb-seed/service-rules")
    Path serviceRules();

    /** {@code redis://host:port}; absent: what replicas would share is kept in this process. */
    Optional<String> redisUrl();

    /** Asks a minute that one client may send; 0 = no limit. */
    @WithDefault("600")
    int askRateLimit();

    /** Asks that are answered at once, at least 1; absent: one a core, because an answer is nothing but computed, and one more. */
    OptionalInt askPlaces();

    /** Asks that may wait for a place before the next one is told to come back later (429); absent: 64 a core. */
    OptionalInt askQueue();

    /** Messages of conversations that may be under way, waiting ones included; absent: 64 a core. */
    OptionalInt messageQueue();

    /** True when this process started PostgreSQL itself; only then do the demo accounts exist with their known passwords. */
    @WithDefault("false")
    boolean embeddedDatabase();

    /** Whether proxies in front may name the client's address (X-Forwarded-For). */
    @WithDefault("false")
    boolean behindProxy();

    /** Name of the first administrator of an external database. */
    Optional<String> adminUsername();

    /** Its password, at least 12 characters. */
    Optional<String> adminPassword();

    /** Where short messages are handed over, {@code http(s)://…}; absent: they are kept and not sent. */
    Optional<String> smsGatewayUrl();

    /** Signs what goes to the gateway and checks what comes from it, at least 16 characters. */
    Optional<String> smsGatewaySecret();

    /** Whether webhooks may go to private addresses and by plain http, as in a network of one's own. */
    @WithDefault("false")
    boolean webhookAllowPrivate();

    /**
     * PEM file of the authorities whose certificates are believed when we call out, instead of the machine's own, such as the
     * one of a government network.
     */
    Optional<Path> outgoingCertificates();

    /** Seals the secrets of webhooks in the database, at least 32 characters; the same on every replica. */
    Optional<String> secretsKey();
}
