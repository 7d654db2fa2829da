package cn.yiqilai.studio;

import cn.yiqilai.platform.Command;
import cn.yiqilai.platform.Settings;
import cn.yiqilai.retrieval.KnowledgeMirror;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.langchain4j.model.embedding.EmbeddingModel;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * {@code ./run load}: starts the service as a process of its own, drives it from this one, prints a line a figure as it is
 * measured and writes {@code target/load.json}. Options as in {@link LoadPlan}, in seconds: {@code --tail=30}.
 */
@ApplicationScoped
class LoadCommand implements Command {
    private static final Path RESULT = Path.of("target/load.json");

    private final KnowledgeMirror knowledge;
    private final EmbeddingModel encoder;
    private final Settings settings;
    private final ObjectMapper json;
    private final Clock clock;

    LoadCommand(KnowledgeMirror knowledge, EmbeddingModel encoder, Settings settings, ObjectMapper json, Clock clock) {
        this.knowledge = knowledge;
        this.encoder = encoder;
        this.settings = settings;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "load";
    }

    @Override
    public int run(List<String> arguments) throws Exception {
        var plan = LoadPlan.of(arguments);
        Sets.awaitFilled(knowledge);
        var questions = UnheardQuestions.of(knowledge.entries());
        var figures = new ArrayList<Gauge>();
        try (var service = ServiceProcess.start(settings.dataDir().resolve("load"))) {
            service.secondsUntil(client ->
                    client.send("GET", "/q/health/ready", null, new byte[0]).status() == 200);
            new LoadMeasurement(service, plan, questions, encoder, json, figure -> {
                        figures.add(figure);
                        System.out.println(figure.line());
                    })
                    .run(Long.toString(clock.instant().getEpochSecond(), Character.MAX_RADIX));
        }
        Files.createDirectories(RESULT.toAbsolutePath().getParent());
        json.writer(SerializationFeature.INDENT_OUTPUT).writeValue(RESULT.toFile(), Map.of("figures", figures));
        System.out.println("written: " + RESULT);
        return figures.stream().allMatch(Gauge::met) ? 0 : 1;
    }
}
