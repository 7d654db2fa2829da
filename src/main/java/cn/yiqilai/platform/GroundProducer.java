package cn.yiqilai.platform;

import cn.yiqilai.platform.redis.RedisMemory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** Gives the rooms the time and the shared memory. */
@ApplicationScoped
class GroundProducer {
    @Produces
    @ApplicationScoped
    Clock clock() {
        return Clock.systemUTC();
    }

    @Produces
    @ApplicationScoped
    SharedMemory sharedMemory(Settings settings, Clock clock) {
        var url = settings.redisUrl().filter(text -> !text.isBlank()).orElse(null);
        return memoryAt(url, clock);
    }

    void close(@Disposes SharedMemory memory) {
        memory.close();
    }

    private static SharedMemory memoryAt(@Nullable String url, Clock clock) {
        return url == null ? new InProcessMemory(clock) : new RedisMemory(url);
    }
}
