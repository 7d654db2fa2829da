package cn.yiqilai.platform;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * The other side: a real HTTP server that writes down what it gets and answers as it was told, path by path. Whatever it was
 * not told it answers with 200.
 */
public final class Receiver implements AutoCloseable {
    /** What it got. */
    public record Got(String path, Map<String, String> headers, byte[] body) {
        public String text() {
            return new String(body, StandardCharsets.UTF_8);
        }

        /** @param name in any case */
        public String header(String name) {
            return headers.get(name.toLowerCase(Locale.ROOT));
        }

        public boolean isSignedWith(String secret) {
            return IndependentSignature.accepts(
                    secret,
                    header("X-Yiqilai-Timestamp"),
                    header("X-Yiqilai-Nonce"),
                    header("X-Yiqilai-Signature"),
                    body);
        }
    }

    /** How it answers one call. */
    public interface Answer {
        void give(HttpExchange exchange) throws IOException;

        static Answer status(int status) {
            return exchange -> exchange.sendResponseHeaders(status, -1);
        }

        static Answer status(int status, String header, String value) {
            return exchange -> {
                exchange.getResponseHeaders().set(header, value);
                exchange.sendResponseHeaders(status, -1);
            };
        }

        /** Hangs up without a word. */
        static Answer drop() {
            return HttpExchange::close;
        }

        /** Says nothing until it is let go. */
        static Answer hold(CountDownLatch letGo) {
            return exchange -> {
                try {
                    letGo.await(60, TimeUnit.SECONDS);
                    exchange.sendResponseHeaders(200, -1);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            };
        }

        /** More than anybody wants to read. */
        static Answer flood() {
            return exchange -> {
                exchange.sendResponseHeaders(200, 0);
                var block = new byte[64 * 1024];
                try (var body = exchange.getResponseBody()) {
                    for (var i = 0; i < 100_000; i++) {
                        body.write(block);
                    }
                }
            };
        }
    }

    private final HttpServer server;
    private final List<Got> got = new CopyOnWriteArrayList<>();
    private final Map<String, Queue<Answer>> told = new ConcurrentHashMap<>();
    private final Map<String, Answer> always = new ConcurrentHashMap<>();

    public Receiver() {
        this(0);
    }

    public Receiver(int port) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::receive);
        server.start();
    }

    public int port() {
        return server.getAddress().getPort();
    }

    public String url(String path) {
        return "http://127.0.0.1:" + port() + path;
    }

    /** The next calls of the path are answered so, one after the other. */
    public void answer(String path, Answer... answers) {
        told.computeIfAbsent(path, key -> new ConcurrentLinkedQueue<>()).addAll(List.of(answers));
    }

    /** Every call of the path is answered so, when there is nothing special for it. */
    public void answerAlways(String path, Answer answer) {
        always.put(path, answer);
    }

    /** What came to the path, in the order of its coming. */
    public List<Got> got(String path) {
        return got.stream().filter(one -> one.path().equals(path)).toList();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void receive(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().toString();
            var headers = new ConcurrentHashMap<String, String>();
            exchange.getRequestHeaders()
                    .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), String.join(",", values)));
            got.add(new Got(path, headers, exchange.getRequestBody().readAllBytes()));
            var answers = told.get(path);
            var next = answers == null ? null : answers.poll();
            (next == null ? always.getOrDefault(path, Answer.status(200)) : next).give(exchange);
        }
    }
}
