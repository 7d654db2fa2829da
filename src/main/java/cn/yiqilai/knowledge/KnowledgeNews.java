package cn.yiqilai.knowledge;

import cn.yiqilai.knowledge.ChangeFeed.Touched;
import cn.yiqilai.knowledge.PublishedKnowledge.Change.Subject;
import cn.yiqilai.platform.SharedMemory;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jboss.logging.Logger;

/**
 * Tells this replica and the others that what is published has changed, once it is committed.
 *
 * <p>Told on a thread of its own: after a commit the old transaction still hangs on the caller's thread, and a message of
 * the shared memory must be taken quickly. Numbers only grow; one that is already told is not told again.
 */
@ApplicationScoped
public class KnowledgeNews {
    private static final Logger LOG = Logger.getLogger(KnowledgeNews.class);
    private static final String TOPIC = "knowledge";

    record Recorded(long number) {}

    private final ChangeFeed feed;
    private final SharedMemory memory;
    private final Event<Recorded> recorded;
    private final Event<KnowledgeChanged> changed;
    private final ExecutorService teller = Executors.newSingleThreadExecutor(
            Thread.ofVirtual().name("knowledge-news").factory());
    private long told;

    KnowledgeNews(ChangeFeed feed, SharedMemory memory, Event<Recorded> recorded, Event<KnowledgeChanged> changed) {
        this.feed = feed;
        this.memory = memory;
        this.recorded = recorded;
        this.changed = changed;
    }

    /** Writes the change down in this transaction; the news goes out when it has committed. */
    void record(List<Touched> touched) {
        if (!touched.isEmpty()) {
            recorded.fire(new Recorded(feed.append(touched)));
        }
    }

    /** Writes down, likewise, that another fitted model is in force. */
    public void recordModel(long version) {
        record(List.of(new Touched(Subject.MODEL, Long.toString(version))));
    }

    void listen(@Observes @Priority(150) StartupEvent event) {
        memory.subscribe(TOPIC, this::hear);
    }

    void afterCommit(@Observes(during = TransactionPhase.AFTER_SUCCESS) Recorded news) {
        teller.execute(() -> {
            tell(news.number());
            memory.publish(TOPIC, Long.toString(news.number()));
        });
    }

    @PreDestroy
    void close() {
        teller.shutdown();
    }

    private void hear(String message) {
        try {
            var number = Long.parseLong(message);
            teller.execute(() -> tell(number));
        } catch (NumberFormatException e) {
            LOG.warnf("Not a number of a change: %.40s", message);
        }
    }

    /** On the teller's thread only, hence one after the other. */
    private void tell(long number) {
        if (number <= told) {
            return;
        }
        told = number;
        try {
            changed.fire(new KnowledgeChanged(number));
        } catch (RuntimeException e) {
            LOG.errorf(e, "Somebody could not take the news of change %d; polling makes up for it", number);
        }
    }
}
