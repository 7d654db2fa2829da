package cn.yiqilai.platform.redis;

import cn.yiqilai.platform.SharedMemory;
import cn.yiqilai.platform.SharedMemoryContract;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class RedisMemoryIT extends SharedMemoryContract {
    private static final TestRedis REDIS = new TestRedis();

    @BeforeAll
    static void start() {
        REDIS.start();
    }

    @AfterAll
    static void stop() {
        REDIS.close();
    }

    @Override
    protected SharedMemory open() {
        return new RedisMemory(REDIS.url());
    }

    @Override
    protected void pass(Duration time) {
        // Redis has a clock of its own.
    }
}
