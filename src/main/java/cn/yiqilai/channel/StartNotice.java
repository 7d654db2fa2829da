package cn.yiqilai.channel;

import cn.yiqilai.access.Accounting;
import cn.yiqilai.platform.Messages;
import cn.yiqilai.platform.Serving;
import cn.yiqilai.retrieval.KnowledgeMirror;
import io.quarkus.vertx.http.HttpServer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.TimeUnit;

/** Tells whoever started the service where to open it, once it can answer. */
@ApplicationScoped
class StartNotice {
    private static final long LOOK_EVERY_MILLIS = 100;

    private final HttpServer server;
    private final KnowledgeMirror knowledge;
    private final Accounting accounting;

    StartNotice(HttpServer server, KnowledgeMirror knowledge, Accounting accounting) {
        this.server = server;
        this.knowledge = knowledge;
        this.accounting = accounting;
    }

    void serving(@Observes Serving event) {
        Thread.startVirtualThread(this::tellWhenReady);
    }

    private void tellWhenReady() {
        try {
            while (!knowledge.isFilled()) {
                TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MILLIS);
            }
            System.out.println(notice());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private String notice() {
        var port = Integer.toString(server.getPort());
        var ready = Messages.of("start.ready", port);
        var logins = accounting.demoLogins();
        return logins.isEmpty()
                ? ready
                : ready + "\n" + Messages.of("start.demo-accounts", "\n  " + String.join("\n  ", logins));
    }
}
