package cn.yiqilai.studio;

import cn.yiqilai.platform.Command;
import cn.yiqilai.platform.Settings;
import cn.yiqilai.retrieval.KnowledgeMirror;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.vertx.http.HttpServer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** {@code ./run bench}: Ω, the time to the first answer after a warm start, resident memory at rest. */
@ApplicationScoped
class BenchCommand implements Command {
    private static final int LONGEST = 40;
    private static final int STARTS = 3;

    private final Benchmark benchmark;
    private final KnowledgeMirror knowledge;
    private final HttpServer server;
    private final Settings settings;
    private final ObjectMapper json;

    BenchCommand(
            Benchmark benchmark, KnowledgeMirror knowledge, HttpServer server, Settings settings, ObjectMapper json) {
        this.benchmark = benchmark;
        this.knowledge = knowledge;
        this.server = server;
        this.settings = settings;
        this.json = json;
    }

    @Override
    public String name() {
        return "bench";
    }

    @Override
    public int run(List<String> arguments) throws Exception {
        Sets.awaitFilled(knowledge);
        var questions = QuestionSet.read(Sets.files(arguments)).questions().stream()
                .map(QuestionSet.Labelled::question)
                .filter(question -> question.codePointCount(0, question.length()) <= LONGEST)
                .toList();
        var cost = benchmark.run(questions, Sets.DAY, server.getPort());
        print("CPU of one ask, microseconds (median)", cost.ask());
        print("CPU of the bare loop, microseconds (median)", cost.bare());
        print("  of which the encoder", cost.encoding());
        print("Omega: ask / bare loop, interleaved  (wanted <= 1.5)", cost.omega());
        var known = knowledge.entries().iterator().next().question();
        var start = new StartMeasurement(settings.dataDir().resolve("start"), json).run(known, STARTS);
        print("first answer after a warm start, seconds (median, wanted <= 6)", median(start));
        print("resident memory at rest, MB  (wanted <= 600)", start.residentMegabytes());
        return 0;
    }

    private static double median(StartMeasurement.Result start) {
        var seconds = new ArrayList<>(start.seconds());
        Collections.sort(seconds);
        return seconds.get(seconds.size() / 2);
    }

    private static void print(String what, double value) {
        System.out.printf(Locale.ROOT, "%-66s %.2f%n", what, value);
    }
}
