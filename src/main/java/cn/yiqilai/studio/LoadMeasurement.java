package cn.yiqilai.studio;

import cn.yiqilai.studio.Bystander.Tried;
import cn.yiqilai.studio.EditingDesk.Observed;
import cn.yiqilai.studio.LoadGenerator.Arrivals;
import cn.yiqilai.studio.LoadGenerator.Outcome;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.langchain4j.model.embedding.EmbeddingModel;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * What the service bears: how much it answers at most, how evenly at half of that while editors publish, how soon their work is
 * told, and what becomes of five times as much.
 *
 * <p>Whoever drives the service takes cores from it. Where that matters, figures are given as they are and with that part taken
 * out: related to what the driver left over, or to the CPU time of the service alone.
 */
final class LoadMeasurement {
    private static final int CORES = Runtime.getRuntime().availableProcessors();
    private static final int ROUND_SECONDS = 6;
    private static final int OVERLOAD = 5;
    private static final int DESKS = 2;

    private final ServiceProcess service;
    private final LoadPlan plan;
    private final List<String> questions;
    private final EmbeddingModel encoder;
    private final ObjectMapper json;
    private final LoadGenerator generator;
    private final Consumer<Gauge> report;

    LoadMeasurement(
            ServiceProcess service,
            LoadPlan plan,
            List<String> questions,
            EmbeddingModel encoder,
            ObjectMapper json,
            Consumer<Gauge> report)
            throws IOException {
        this.service = service;
        this.plan = plan;
        this.questions = questions;
        this.encoder = encoder;
        this.json = json;
        this.report = report;
        var bodies = new ArrayList<byte[]>();
        for (var question : questions) {
            bodies.add(json.writeValueAsBytes(Map.of("question", question)));
        }
        this.generator = new LoadGenerator(service.port(), bodies);
    }

    /** @param name distinguishes what the editors of this run publish */
    void run(String name) throws IOException, InterruptedException {
        warmUp(name);
        var throughput = throughput();
        var half = tail(throughput, name);
        overload(throughput, half);
    }

    private void warmUp(String name) throws IOException, InterruptedException {
        var half = plan.warmUp().dividedBy(2);
        generator.closed(plan.connections(), half);
        whileEditing(name + "-warm-up", half, new Observed(), () -> generator.closed(plan.connections(), half));
    }

    private record Round(double asks, double encodings, double raw, double net, double perCpu, double generator) {}

    /** @return asks a second */
    private double throughput() throws IOException, InterruptedException {
        var rounds = new ArrayList<Round>();
        var count = Math.max(1, plan.throughput().toSeconds() / ROUND_SECONDS);
        for (var round = 0; round < count; round++) {
            rounds.add(round());
        }
        var asks = median(rounds.stream().map(Round::asks).toList());
        var n = rounds.size();
        tell("asks a second, on all cores", asks, n);
        tell(
                "the encoder alone, questions a second on all cores",
                median(rounds.stream().map(Round::encodings).toList()),
                n);
        tell(
                "share of the cores that the generator took",
                median(rounds.stream().map(Round::generator).toList()),
                n);
        tell("asks / encoder, as it is", median(rounds.stream().map(Round::raw).toList()), n);
        atLeast(
                "asks / encoder, on the cores the generator left",
                median(rounds.stream().map(Round::net).toList()),
                0.8,
                n);
        atLeast(
                "asks / encoder, both a CPU second",
                median(rounds.stream().map(Round::perCpu).toList()),
                0.8,
                n);
        return asks;
    }

    private Round round() throws IOException, InterruptedException {
        var encoded = new LongAdder();
        var encoding = CpuUse.during(service, () -> encode(Duration.ofSeconds(ROUND_SECONDS / 3), encoded));
        var outcomes = new ArrayList<Outcome>();
        var asking = CpuUse.during(
                service,
                () -> outcomes.add(
                        generator.closed(plan.connections(), Duration.ofSeconds(ROUND_SECONDS - ROUND_SECONDS / 3))));
        var answered = outcomes.getFirst().accepted().getTotalCount();
        var asks = answered / asking.wall();
        var encodings = encoded.sum() / encoding.wall();
        return new Round(
                asks,
                encodings,
                asks / encodings,
                asks / asking.leftByGenerator() / encodings,
                answered / asking.service() / (encoded.sum() / encoding.own()),
                1 - asking.leftByGenerator());
    }

    private void encode(Duration time, LongAdder encoded) {
        var end = System.nanoTime() + time.toNanos();
        try (var threads = Executors.newFixedThreadPool(CORES)) {
            IntStream.range(0, CORES)
                    .forEach(thread -> threads.submit(() -> {
                        for (var i = thread; System.nanoTime() < end; i += CORES) {
                            encoder.embed(questions.get(i % questions.size()));
                            encoded.increment();
                        }
                    }));
        }
    }

    /** @return the median latency at half load, in milliseconds */
    private double tail(double throughput, String name) throws IOException, InterruptedException {
        var rate = throughput / 2;
        var half = plan.tail().dividedBy(2);
        var quiet = generator.open(Arrivals.independent(rate), half);
        tell("half load, nobody publishes: p50, ms", quiet.accepted(50), quiet);
        tell("half load, nobody publishes: p99 / p50", quiet.accepted(99) / quiet.accepted(50), quiet);
        var observed = new Observed();
        var outcomes = new ArrayList<Outcome>();
        whileEditing(name, plan.tail(), observed, () -> {
            outcomes.add(generator.open(Arrivals.even(rate), half));
            outcomes.add(generator.open(Arrivals.independent(rate), half));
        });
        tellTail("at even distances", outcomes.getFirst());
        tellTail("independent of each other", outcomes.getLast());
        freshness(observed);
        return outcomes.getLast().accepted(50);
    }

    private void tellTail(String arrivals, Outcome outcome) {
        var what = "half load, " + arrivals + ", editors publish: ";
        tell(what + "p50, ms", outcome.accepted(50), outcome);
        tell(what + "p99, ms", outcome.accepted(99), outcome);
        atMost(what + "p99 / p50", outcome.accepted(99) / outcome.accepted(50), 5, (int) outcome.sent());
    }

    private void freshness(Observed observed) {
        var times = (int) observed.published.getTotalCount();
        tell("from an approval to its first answer: p50, s", observed.published.getValueAtPercentile(50) / 1e6, times);
        atMost(
                "from an approval to its first answer: p99, s",
                observed.published.getValueAtPercentile(99) / 1e6,
                1,
                times);
        atMost("approvals that were not answered with", observed.missed(), 0, times);
        var withdrawals = (int) observed.withdrawn.getTotalCount();
        tell(
                "from a withdrawal to the last answer with it: longest, s",
                observed.withdrawn.getMaxValue() / 1e6,
                withdrawals);
        atMost("answers with what was withdrawn over a second ago", observed.violations(), 0, withdrawals);
    }

    private void overload(double throughput, double usual) throws IOException, InterruptedException {
        var before = service.residentMegabytes();
        var outcomes = new ArrayList<Outcome>();
        var until = System.nanoTime() + plan.overload().toNanos();
        try (var nurse = new Bystander(service.port(), json);
                var enterprise = new Bystander(service.port(), json);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var watching = start(threads, () -> nurse.watchHealth(until));
            var conversing = start(threads, () -> enterprise.converse(until));
            var use = CpuUse.during(
                    service, () -> outcomes.add(generator.open(Arrivals.even(OVERLOAD * throughput), plan.overload())));
            finish(watching);
            finish(conversing);
            var outcome = outcomes.getFirst();
            tellOverload(outcome, use, throughput, usual);
            tellHealth(nurse.health());
            tellConversations(enterprise);
        }
        atMost("overload: resident memory after / before", (double) service.residentMegabytes() / before, 1.25, 1);
        atMost("overload: first ask afterwards / p50 at half load", askOnce() / usual, 5, 1);
    }

    private void tellOverload(Outcome outcome, CpuUse use, double throughput, double usual) {
        var sent = (int) outcome.sent();
        var goodput = outcome.acceptedEachSecond() / throughput;
        tell("overload: asks a second", outcome.sentEachSecond(), sent);
        tell("overload: share of the cores that the generator took", 1 - use.leftByGenerator(), sent);
        atLeast("overload: answered / throughput, as it is", goodput, 0.8, sent);
        tell("overload: answered / throughput, on the cores left", goodput / use.leftByGenerator(), sent);
        tell("overload: refused (429)", (double) outcome.refused().getTotalCount() / outcome.sent(), sent);
        tell("overload: refused within, ms (p99)", outcome.refused(99), sent);
        tell("overload: answered within, ms (p99)", outcome.accepted(99), sent);
        tell("overload: p99 of the answered / p50 at half load", outcome.accepted(99) / usual, sent);
        atMost("overload: neither answered nor refused", outcome.failed(), 0, sent);
    }

    private void tellHealth(Tried health) {
        atMost("overload: health not up", health.refused(), 0, health.times());
        tell("overload: slowest look at the health, s", health.slowestSeconds(), health.times());
    }

    private void tellConversations(Bystander enterprise) {
        var messages = enterprise.messages();
        var handoffs = enterprise.handoffs();
        atMost("overload: messages of conversations refused", messages.refused(), 0, messages.times());
        tell("overload: slowest message, s", messages.slowestSeconds(), messages.times());
        atMost("overload: wishes for a person refused", handoffs.refused(), 0, handoffs.times());
        tell("overload: slowest wish for a person, s", handoffs.slowestSeconds(), handoffs.times());
    }

    /** @return milliseconds */
    private double askOnce() throws IOException {
        try (var client = new AskClient("localhost", service.port())) {
            var body = json.writeValueAsBytes(Map.of("question", questions.getFirst()));
            var before = System.nanoTime();
            client.ask(body);
            return (System.nanoTime() - before) / 1e6;
        }
    }

    private void whileEditing(String name, Duration time, Observed observed, CpuUse.Work work)
            throws IOException, InterruptedException {
        var until = System.nanoTime() + time.toNanos();
        var desks = new ArrayList<EditingDesk>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var working = new ArrayList<Future<?>>();
            for (var number = 0; number < DESKS; number++) {
                var desk = new EditingDesk(service.port(), json, name + "-" + number, matters(number));
                desks.add(desk);
                working.add(start(threads, () -> desk.work(until)));
            }
            work.run();
            for (var one : working) {
                finish(one);
            }
        } finally {
            for (var desk : desks) {
                observed.add(desk.observed());
                desk.close();
            }
        }
    }

    private static List<String> matters(int desk) {
        var all = EditingDesk.MATTERS;
        return all.subList(desk * all.size() / DESKS, (desk + 1) * all.size() / DESKS);
    }

    private static Future<?> start(ExecutorService threads, CpuUse.Work work) {
        Callable<Boolean> task = () -> {
            work.run();
            return true;
        };
        return threads.submit(task);
    }

    private static void finish(Future<?> task) throws IOException, InterruptedException {
        try {
            task.get(5, TimeUnit.MINUTES);
        } catch (ExecutionException e) {
            throw new IOException("what was to be measured went wrong", e.getCause());
        } catch (TimeoutException e) {
            throw new IOException("what was to be measured does not end", e);
        }
    }

    private static double median(List<Double> values) {
        var sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        return sorted.get(sorted.size() / 2);
    }

    private void tell(String name, double value, Outcome outcome) {
        tell(name, value, (int) outcome.sent());
    }

    private void tell(String name, double value, int count) {
        report.accept(Gauge.value(name, value, null, false, count));
    }

    private void atLeast(String name, double value, double wanted, int count) {
        report.accept(Gauge.value(name, value, wanted, false, count));
    }

    private void atMost(String name, double value, double wanted, int count) {
        report.accept(Gauge.value(name, value, wanted, true, count));
    }
}
