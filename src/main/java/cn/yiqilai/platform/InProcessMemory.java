package cn.yiqilai.platform;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** The shared memory of a single process. Bounded: the oldest lifetimes go first when too many keys are held. */
public final class InProcessMemory implements SharedMemory {
    private static final int MAXIMUM_KEYS = 100_000;

    private record Held(String value, Instant until) {}

    private final Clock clock;
    private final Map<String, Held> held = new ConcurrentHashMap<>();
    private final Map<String, List<Consumer<String>>> listeners = new ConcurrentHashMap<>();

    public InProcessMemory(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Optional<String> get(String key) {
        return Optional.ofNullable(held.get(key)).filter(this::alive).map(Held::value);
    }

    @Override
    public void put(String key, String value, Duration lifetime) {
        makeRoom();
        held.put(key, new Held(value, clock.instant().plus(lifetime)));
    }

    @Override
    public void remove(String key) {
        held.remove(key);
    }

    @Override
    public Optional<Long> increment(String key, Duration lifetime) {
        makeRoom();
        var next = held.compute(
                key,
                (name, before) -> before != null && alive(before)
                        ? new Held(Long.toString(Long.parseLong(before.value()) + 1), before.until())
                        : new Held("1", clock.instant().plus(lifetime)));
        return Optional.of(Long.parseLong(next.value()));
    }

    @Override
    public void publish(String topic, String message) {
        listeners.getOrDefault(topic, List.of()).forEach(listener -> listener.accept(message));
    }

    @Override
    public void subscribe(String topic, Consumer<String> listener) {
        listeners.computeIfAbsent(topic, name -> new CopyOnWriteArrayList<>()).add(listener);
    }

    @Override
    public boolean available() {
        return true;
    }

    @Override
    public void close() {
        held.clear();
        listeners.clear();
    }

    private boolean alive(Held value) {
        return value.until().isAfter(clock.instant());
    }

    private void makeRoom() {
        if (held.size() < MAXIMUM_KEYS) {
            return;
        }
        held.values().removeIf(value -> !alive(value));
        held.entrySet().stream()
                .sorted((a, b) -> a.getValue().until().compareTo(b.getValue().until()))
                .limit(Math.max(0, held.size() - MAXIMUM_KEYS * 9 / 10))
                .forEach(oldest -> held.remove(oldest.getKey(), oldest.getValue()));
    }
}
