package cn.yiqilai.platform.sms;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A room above that hears of replies; it stumbles over those that it was told to stumble over, once. */
@ApplicationScoped
public class ReceivedMessages {
    private final List<ShortMessageReceived> heard = new CopyOnWriteArrayList<>();
    private final Set<String> stumblingBlocks = ConcurrentHashMap.newKeySet();

    void received(@Observes ShortMessageReceived message) {
        if (stumblingBlocks.remove(message.id())) {
            throw new IllegalStateException("stumbled");
        }
        heard.add(message);
    }

    public void stumbleOver(String id) {
        stumblingBlocks.add(id);
    }

    public List<ShortMessageReceived> of(String id) {
        return heard.stream().filter(message -> message.id().equals(id)).toList();
    }
}
