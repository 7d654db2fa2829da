package cn.yiqilai.platform.redis;

import cn.yiqilai.platform.SharedMemory;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisURI;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.SetArgs;
import io.lettuce.core.TimeoutOptions;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.sync.RedisCommands;
import io.lettuce.core.pubsub.RedisPubSubAdapter;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Connects when it can and keeps trying; every operation is safe while it cannot. */
public final class RedisMemory implements SharedMemory {
    private static final Logger LOG = Logger.getLogger(RedisMemory.class);
    private static final Duration PATIENCE = Duration.ofMillis(250);
    private static final String PREFIX = "yiqilai:";
    private static final String INCREMENT =
            "local n = redis.call('INCR', KEYS[1]) if n == 1 then redis.call('PEXPIRE', KEYS[1], ARGV[1]) end return n";

    private final RedisClient client;
    private final Map<String, List<Consumer<String>>> listeners = new ConcurrentHashMap<>();
    /** Topics that have listeners and that Redis has not been told of yet. */
    private final Set<String> unannounced = ConcurrentHashMap.newKeySet();

    private volatile @Nullable StatefulRedisConnection<String, String> connection;
    private volatile @Nullable StatefulRedisPubSubConnection<String, String> subscription;
    private volatile long nextAttempt;
    private volatile boolean closed;

    /** @param url {@code redis://[password@]host:port[/database]} */
    public RedisMemory(String url) {
        var uri = RedisURI.create(url);
        uri.setTimeout(PATIENCE);
        client = RedisClient.create(uri);
        client.setOptions(ClientOptions.builder()
                .disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS)
                .timeoutOptions(TimeoutOptions.enabled(PATIENCE))
                .build());
    }

    @Override
    public Optional<String> get(String key) {
        return attempt(redis -> redis.get(PREFIX + key));
    }

    @Override
    public void put(String key, String value, Duration lifetime) {
        attempt(redis -> redis.set(PREFIX + key, value, SetArgs.Builder.px(lifetime.toMillis())));
    }

    @Override
    public void remove(String key) {
        attempt(redis -> redis.del(PREFIX + key));
    }

    @Override
    public Optional<Long> increment(String key, Duration lifetime) {
        return attempt(redis -> redis.<Long>eval(
                INCREMENT, ScriptOutputType.INTEGER, new String[] {PREFIX + key}, Long.toString(lifetime.toMillis())));
    }

    @Override
    public void publish(String topic, String message) {
        attempt(redis -> redis.publish(PREFIX + topic, message));
    }

    @Override
    public void subscribe(String topic, Consumer<String> listener) {
        listeners
                .computeIfAbsent(PREFIX + topic, name -> new CopyOnWriteArrayList<>())
                .add(listener);
        unannounced.add(PREFIX + topic);
        announce();
    }

    /** A connection that was lost tells its topics again by itself; those that were never told are told here. */
    private void announce() {
        for (var topic : unannounced) {
            try {
                subscriptions().sync().subscribe(topic);
                unannounced.remove(topic);
            } catch (RedisException e) {
                LOG.warnf("Redis is out of reach, changes will be seen by polling: %s", e.getMessage());
                return;
            }
        }
    }

    @Override
    public boolean available() {
        return attempt(RedisCommands::ping).isPresent();
    }

    @Override
    public void close() {
        closed = true;
        client.shutdown(Duration.ZERO, Duration.ofSeconds(2));
    }

    private <T> Optional<T> attempt(Function<RedisCommands<String, String>, @Nullable T> command) {
        if (closed) {
            return Optional.empty();
        }
        try {
            var open = commands();
            if (open == null) {
                return Optional.empty();
            }
            var result = Optional.<T>ofNullable(command.apply(open.sync()));
            announce();
            return result;
        } catch (RedisException e) {
            LOG.debugf("Redis did not answer: %s", e.getMessage());
            return Optional.empty();
        }
    }

    /** The connection, made at first use; while none can be made, a new attempt is due every two seconds only. */
    private @Nullable StatefulRedisConnection<String, String> commands() {
        var open = connection;
        if (open != null || System.nanoTime() < nextAttempt && nextAttempt != 0) {
            return open;
        }
        synchronized (this) {
            if (connection == null) {
                nextAttempt = System.nanoTime() + Duration.ofSeconds(2).toNanos();
                connection = client.connect();
            }
            return connection;
        }
    }

    private synchronized StatefulRedisPubSubConnection<String, String> subscriptions() {
        var open = subscription;
        if (open == null) {
            open = client.connectPubSub();
            open.addListener(new RedisPubSubAdapter<>() {
                @Override
                public void message(String topic, String message) {
                    listeners.getOrDefault(topic, List.of()).forEach(listener -> listener.accept(message));
                }
            });
            subscription = open;
        }
        return open;
    }
}
