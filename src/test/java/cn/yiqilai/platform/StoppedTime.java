package cn.yiqilai.platform;

import io.quarkus.test.junit.QuarkusTestProfile;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Set;

/**
 * Starts the application with a clock that stands still until a test moves it: {@code @Inject SettableClock clock}. Webhooks
 * may go to this machine.
 */
public final class StoppedTime implements QuarkusTestProfile {
    /** The Tuesday before the equinox of 2026, ten in the morning in Shanghai. */
    public static final String START = "2026-03-10T02:00:00Z";

    @Override
    public Set<Class<?>> getEnabledAlternatives() {
        return Set.of(Stopped.class);
    }

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("yiqilai.webhook-allow-private", "true");
    }

    @Alternative
    @ApplicationScoped
    public static class Stopped {
        @Produces
        @Singleton
        SettableClock clock() {
            return SettableClock.at(START);
        }
    }
}
