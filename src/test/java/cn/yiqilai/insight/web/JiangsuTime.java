package cn.yiqilai.insight.web;

import cn.yiqilai.platform.SettableClock;
import cn.yiqilai.platform.StoppedTime;
import io.quarkus.test.junit.QuarkusTestProfile;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Set;

/** Starts the application by Jiangsu's rules, with a clock that stands still until a test moves it. */
public final class JiangsuTime implements QuarkusTestProfile {
    @Override
    public Set<Class<?>> getEnabledAlternatives() {
        return Set.of(Stopped.class);
    }

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("yiqilai.city", "jiangsu");
    }

    @Alternative
    @ApplicationScoped
    public static class Stopped {
        @Produces
        @Singleton
        SettableClock clock() {
            return SettableClock.at(StoppedTime.START);
        }
    }
}
