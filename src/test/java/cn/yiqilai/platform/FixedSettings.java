package cn.yiqilai.platform;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;

/** Settings as nobody has touched them; a test overrides what it wants otherwise. */
public class FixedSettings implements Settings {
    @Override
    public String city() {
        return "yancheng";
    }

    @Override
    public Path dataDir() {
        return Path.of("data");
    }

    @Override
    public Path knowledgeSeed() {
        return Path.of("kb-seed/entries");
    }

    @Override
    public Path seed() {
        return Path.of("kb-seed");
    }

    @Override
    public Path calendarSeed() {
        return Path.of("kb-seed/calendar");
    }

    @Override
    public Path serviceRules() {
        return Path.of("kb-seed/service-rules");
    }

    @Override
    public Optional<String> redisUrl() {
        return Optional.empty();
    }

    @Override
    public int askRateLimit() {
        return 120;
    }

    @Override
    public OptionalInt askPlaces() {
        return OptionalInt.empty();
    }

    @Override
    public OptionalInt askQueue() {
        return OptionalInt.empty();
    }

    @Override
    public OptionalInt messageQueue() {
        return OptionalInt.empty();
    }

    @Override
    public boolean embeddedDatabase() {
        return true;
    }

    @Override
    public boolean behindProxy() {
        return false;
    }

    @Override
    public Optional<String> adminUsername() {
        return Optional.empty();
    }

    @Override
    public Optional<String> adminPassword() {
        return Optional.empty();
    }

    @Override
    public Optional<String> smsGatewayUrl() {
        return Optional.empty();
    }

    @Override
    public Optional<String> smsGatewaySecret() {
        return Optional.empty();
    }

    @Override
    public boolean webhookAllowPrivate() {
        return false;
    }

    @Override
    public Optional<Path> outgoingCertificates() {
        return Optional.empty();
    }

    @Override
    public Optional<String> secretsKey() {
        return Optional.empty();
    }
}
