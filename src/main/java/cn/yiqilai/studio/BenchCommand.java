package cn.yiqilai.studio;

import cn.yiqilai.platform.Command;
import cn.yiqilai.retrieval.KnowledgeMirror;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.quarkus.vertx.http.HttpServer;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * {@code ./run bench [PART…]}: what a question costs ({@code cost}), how that grows with the knowledge ({@code scale}), how soon
 * a change is answered with ({@code freshness}) and the service after a start ({@code start}); without a part all of them.
 * Prints one line a figure with its target beside it and writes {@code target/bench.json}.
 */
@ApplicationScoped
class BenchCommand implements Command {
    private static final Path RESULT = Path.of("target/bench.json");
    private static final List<String> PARTS = List.of("cost", "scale", "freshness", "start");
    private static final int LONGEST = 40;

    private final Benchmark cost;
    private final ScaleMeasurement scale;
    private final FreshnessMeasurement freshness;
    private final StartMeasurement start;
    private final KnowledgeMirror knowledge;
    private final HttpServer server;
    private final ObjectMapper json;

    BenchCommand(
            Benchmark cost,
            ScaleMeasurement scale,
            FreshnessMeasurement freshness,
            StartMeasurement start,
            KnowledgeMirror knowledge,
            HttpServer server,
            ObjectMapper json) {
        this.cost = cost;
        this.scale = scale;
        this.freshness = freshness;
        this.start = start;
        this.knowledge = knowledge;
        this.server = server;
        this.json = json;
    }

    @Override
    public String name() {
        return "bench";
    }

    @Override
    public int run(List<String> arguments) throws Exception {
        Sets.awaitFilled(knowledge);
        var parts = arguments.isEmpty() ? PARTS : arguments;
        var figures = new ArrayList<Gauge>();
        for (var part : parts) {
            for (var figure : measure(part)) {
                System.out.println(figure.line());
                figures.add(figure);
            }
        }
        Files.createDirectories(RESULT.toAbsolutePath().getParent());
        json.writer(SerializationFeature.INDENT_OUTPUT).writeValue(RESULT.toFile(), Map.of("figures", figures));
        System.out.println("written: " + RESULT);
        return figures.stream().allMatch(Gauge::met) ? 0 : 1;
    }

    private List<Gauge> measure(String part) throws IOException, InterruptedException {
        return switch (part) {
            case "cost" -> cost.run(questions(), Sets.DAY, server.getPort());
            case "scale" -> scale.run(questions(), Sets.DAY);
            case "freshness" -> freshness.run(server.getPort());
            case "start" -> start.run();
            default -> throw new IllegalArgumentException("bench measures " + PARTS + ", not " + part);
        };
    }

    private static List<String> questions() throws IOException {
        return QuestionSet.read(Sets.files(List.of())).questions().stream()
                .map(QuestionSet.Labelled::question)
                .filter(question -> question.codePointCount(0, question.length()) <= LONGEST)
                .toList();
    }
}
