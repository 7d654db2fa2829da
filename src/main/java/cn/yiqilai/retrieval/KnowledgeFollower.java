package cn.yiqilai.retrieval;

import cn.yiqilai.knowledge.KnowledgeChanged;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Keeps the mirror up to date: at once when told that something changed, and by looking every second, because hints may be
 * lost. While the database is away it goes on trying and the mirror answers as it is.
 */
@ApplicationScoped
class KnowledgeFollower {
    private static final Logger LOG = Logger.getLogger(KnowledgeFollower.class);
    private static final long LOOK_EVERY_MILLIS = 1000;

    private final KnowledgeMirror mirror;
    /** Keeps a hint that comes while an earlier change is being taken in. */
    private final BlockingQueue<KnowledgeChanged> hints = new ArrayBlockingQueue<>(1);

    private volatile boolean running = true;
    private boolean full;

    KnowledgeFollower(KnowledgeMirror mirror) {
        this.mirror = mirror;
    }

    void atStart(@Observes @Priority(300) StartupEvent event) {
        Thread.ofPlatform().name("knowledge-follower").daemon().start(this::run);
    }

    void changed(@Observes KnowledgeChanged hint) {
        hints.offer(hint);
    }

    void atEnd(@Observes ShutdownEvent event) {
        running = false;
    }

    private void run() {
        while (running) {
            try {
                if (!mirror.isFilled()) {
                    mirror.fill();
                    full = true;
                }
                while (mirror.follow()) {
                    LOG.debugf("Knowledge is at change %d", mirror.change());
                }
                if (hints.poll(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS) == null) {
                    rearrange();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                if (running) {
                    LOG.warnf("The knowledge cannot be followed right now: %s", e.getMessage());
                    LOG.debug("because", e);
                    rest();
                }
            }
        }
    }

    /**
     * What can wait until nothing is to be followed. Filling takes more memory than serving does; with the options of ./run the
     * rest goes back at once.
     */
    private void rearrange() {
        mirror.store();
        if (full) {
            System.gc();
            full = false;
        }
    }

    private static void rest() {
        try {
            TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
