package cn.yiqilai.studio;

import cn.yiqilai.platform.Command;
import cn.yiqilai.retrieval.KnowledgeMirror;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.vertx.http.HttpServer;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * {@code rehearse}: starts, answers some questions over a real connection, and ends. The virtual machine, told to ({@code
 * -XX:AOTCacheOutput}), keeps the classes that took part and what it learned of their methods, and a later start begins with
 * them (JEP 483, 514 and 515). {@code ./run} rehearses once after a build.
 */
@ApplicationScoped
class RehearseCommand implements Command {
    private static final int QUESTIONS = 200;

    private final KnowledgeMirror knowledge;
    private final HttpServer server;
    private final ObjectMapper json;

    RehearseCommand(KnowledgeMirror knowledge, HttpServer server, ObjectMapper json) {
        this.knowledge = knowledge;
        this.server = server;
        this.json = json;
    }

    @Override
    public String name() {
        return "rehearse";
    }

    @Override
    public int run(List<String> arguments) throws IOException {
        Sets.awaitFilled(knowledge);
        try (var client = new AskClient("localhost", server.getPort())) {
            for (var question : questions()) {
                client.ask(json.writeValueAsBytes(Map.of("question", question)));
            }
        }
        return 0;
    }

    private List<String> questions() {
        return UnheardQuestions.of(knowledge.entries()).stream()
                .limit(QUESTIONS)
                .toList();
    }
}
