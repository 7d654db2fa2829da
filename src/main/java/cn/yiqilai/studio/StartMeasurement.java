package cn.yiqilai.studio;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Starts the packaged service on its own data and measures how soon it answers and what it holds. */
final class StartMeasurement {
    private static final int ASKS = 20;

    private final Path data;
    private final ObjectMapper json;

    /** @param data kept between runs, so that the first start is made once */
    StartMeasurement(Path data, ObjectMapper json) {
        this.data = data;
        this.json = json;
    }

    /**
     * @param seconds from the start of the process to its first answer, of each warm start
     * @param residentMegabytes at rest after {@link #ASKS} answers
     */
    record Result(List<Double> seconds, long residentMegabytes) {}

    Result run(String question, int starts) throws IOException, InterruptedException {
        start(question, true);
        var seconds = new ArrayList<Double>();
        var resident = 0L;
        for (var i = 0; i < starts; i++) {
            var measured = start(question, false);
            seconds.add(measured.seconds());
            resident = Math.max(resident, measured.residentMegabytes());
        }
        return new Result(seconds, resident);
    }

    private record Start(double seconds, long residentMegabytes) {}

    private Start start(String question, boolean cold) throws IOException, InterruptedException {
        var asked = json.writeValueAsBytes(Map.of("question", question));
        try (var service = ServiceProcess.start(data)) {
            var seconds = service.secondsUntil(client -> "ANSWER"
                    .equals(json.readTree(client.ask(asked)).path("decision").asText()));
            for (var i = 0; i < ASKS && !cold; i++) {
                try (var client = new AskClient("localhost", service.port())) {
                    client.ask(asked);
                }
            }
            return new Start(seconds, cold ? 0 : service.residentMegabytes());
        }
    }
}
