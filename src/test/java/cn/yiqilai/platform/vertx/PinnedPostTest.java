package cn.yiqilai.platform.vertx;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yiqilai.platform.FixedSettings;
import cn.yiqilai.platform.Receiver;
import cn.yiqilai.platform.Receiver.Answer;
import cn.yiqilai.platform.SettableClock;
import cn.yiqilai.platform.outbox.Delivery;
import cn.yiqilai.platform.outbox.Delivery.Delivered;
import cn.yiqilai.platform.outbox.Delivery.Refused;
import cn.yiqilai.platform.outbox.Delivery.Unreachable;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls against real servers on this machine. */
class PinnedPostTest {
    private static final byte[] BODY = "{\"kind\":\"PING\"}".getBytes(StandardCharsets.UTF_8);
    private static final InetAddress HERE = InetAddress.getLoopbackAddress();
    private static final Duration PATIENT = Duration.ofSeconds(60);

    @TempDir
    static Path folder;

    private final Vertx vertx = Vertx.vertx();
    private final Receiver receiver = new Receiver();
    private final SettableClock clock = SettableClock.at("2026-03-10T02:00:00Z");

    @AfterEach
    void close() {
        receiver.close();
        vertx.close();
    }

    @Test
    void it_connects_to_the_machine_that_was_looked_at_and_says_the_name() {
        var url = URI.create("http://hooks.nowhere.invalid:" + receiver.port() + "/hook?of=1");

        assertThat(post(url)).isEqualTo(new Delivered());
        var got = receiver.got("/hook?of=1").getFirst();
        assertThat(got.header("Host")).isEqualTo("hooks.nowhere.invalid:" + receiver.port());
        assertThat(got.body()).isEqualTo(BODY);
        assertThat(got.header("X-Test")).isEqualTo("1");
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 202, 204, 299})
    void any_two_hundred_is_a_delivery(int status) {
        receiver.answer("/", Answer.status(status));
        assertThat(post()).isEqualTo(new Delivered());
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 410, 413, 415, 422})
    void what_will_never_be_taken_is_refused(int status) {
        receiver.answer("/", Answer.status(status));
        assertThat(post()).isEqualTo(new Refused("HTTP_" + status));
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 307, 308, 401, 403, 404, 408, 425, 429, 500, 502, 503, 504})
    void everything_else_is_tried_again(int status) {
        receiver.answer("/", Answer.status(status, "Location", receiver.url("/elsewhere")));
        assertThat(post()).isEqualTo(new Unreachable("HTTP_" + status));
        assertThat(receiver.got("/elsewhere")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "30, PT30S",
        "86400, PT1H",
        "'Tue, 10 Mar 2026 02:00:45 GMT', PT45S",
        "'Tue, 10 Mar 2026 01:00:00 GMT', ",
        "0, ",
        "-5, ",
        "soon, ",
        "99999999999999999999, "
    })
    void the_other_side_may_ask_for_time_up_to_an_hour(String header, @Nullable Duration granted) {
        receiver.answer("/", Answer.status(503, "Retry-After", header));
        assertThat(post()).isEqualTo(new Unreachable("HTTP_503", Optional.ofNullable(granted)));
    }

    @Test
    void one_who_hangs_up_is_unreachable() {
        receiver.answer("/", Answer.drop());
        assertThat(post()).isEqualTo(new Unreachable("CLOSED"));
    }

    @Test
    void one_who_says_nothing_is_unreachable_when_the_time_is_over() {
        var letGo = new CountDownLatch(1);
        receiver.answer("/", Answer.hold(letGo));
        assertThat(client(Optional.empty(), Duration.ofMillis(300)).post(url("/"), HERE, Map.of(), BODY))
                .isEqualTo(new Unreachable("TIMEOUT"));
        letGo.countDown();
    }

    @Test
    void nobody_at_that_port_is_unreachable() throws IOException {
        int port;
        try (var socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        assertThat(post(URI.create("http://hooks.nowhere.invalid:" + port + "/")))
                .isEqualTo(new Unreachable("CONNECTION"));
    }

    @Test
    void an_endless_answer_is_not_read() {
        receiver.answer("/", Answer.flood());
        assertThat(post()).isEqualTo(new Delivered());
        assertThat(post()).as("and the client is well").isEqualTo(new Delivered());
    }

    @Test
    void what_is_no_http_is_unreachable() throws Exception {
        try (var server = new ServerSocket(0, 1, HERE)) {
            Thread.ofVirtual().start(() -> {
                try (var socket = server.accept()) {
                    socket.getOutputStream().write("SSH-2.0-not-http\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                    socket.getInputStream().readNBytes(1);
                } catch (IOException e) {
                    // The client hung up first.
                }
            });
            assertThat(post(URI.create("http://hooks.nowhere.invalid:" + server.getLocalPort() + "/")))
                    .isInstanceOf(Unreachable.class);
        }
    }

    @Test
    void a_certificate_counts_for_the_name_in_the_url_and_for_no_other() throws Exception {
        var store = keyStore("hooks.test");
        var server = secureServer(store);
        try {
            var trusting = client(Optional.of(certificate(store)), PATIENT);
            var port = server.getAddress().getPort();
            assertThat(trusting.post(URI.create("https://hooks.test:" + port + "/"), HERE, Map.of(), BODY))
                    .isEqualTo(new Delivered());
            assertThat(trusting.post(URI.create("https://other.test:" + port + "/"), HERE, Map.of(), BODY))
                    .isEqualTo(new Unreachable("TLS"));
            assertThat(trusting.post(URI.create("https://127.0.0.1:" + port + "/"), HERE, Map.of(), BODY))
                    .isEqualTo(new Unreachable("TLS"));
            assertThat(client(Optional.empty(), PATIENT)
                            .post(URI.create("https://hooks.test:" + port + "/"), HERE, Map.of(), BODY))
                    .as("nobody vouches for it")
                    .isEqualTo(new Unreachable("TLS"));
        } finally {
            server.stop(0);
        }
    }

    private Delivery post() {
        return post(url("/"));
    }

    private Delivery post(URI url) {
        return client(Optional.empty(), PATIENT).post(url, HERE, Map.of("X-Test", "1"), BODY);
    }

    private URI url(String path) {
        return URI.create(receiver.url(path));
    }

    private PinnedPost client(Optional<Path> certificates, Duration patience) {
        var settings = new FixedSettings() {
            @Override
            public Optional<Path> outgoingCertificates() {
                return certificates;
            }
        };
        return new PinnedPost(vertx, settings, clock, patience);
    }

    private static HttpsServer secureServer(KeyStore store) throws IOException, GeneralSecurityException {
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, "changeit".toCharArray());
        var context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        var server = HttpsServer.create(new InetSocketAddress(HERE, 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        server.createContext("/", exchange -> {
            try (exchange;
                    InputStream body = exchange.getRequestBody()) {
                body.readAllBytes();
                exchange.sendResponseHeaders(200, -1);
            }
        });
        server.start();
        return server;
    }

    /** Made by the JDK's own tool; there is no other way without a library. */
    private static KeyStore keyStore(String name) throws IOException, InterruptedException, GeneralSecurityException {
        var file = folder.resolve(name + ".p12");
        var command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "server",
                "-keyalg",
                "EC",
                "-dname",
                "CN=" + name,
                "-ext",
                "SAN=dns:" + name,
                "-validity",
                "3650",
                "-storetype",
                "PKCS12",
                "-keystore",
                file.toString(),
                "-storepass",
                "changeit");
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
        var store = KeyStore.getInstance("PKCS12");
        try (var stream = Files.newInputStream(file)) {
            store.load(stream, "changeit".toCharArray());
        }
        return store;
    }

    private static Path certificate(KeyStore store) throws IOException, GeneralSecurityException {
        var encoded = Base64.getMimeEncoder(64, new byte[] {'\n'})
                .encodeToString(store.getCertificate("server").getEncoded());
        return Files.writeString(
                folder.resolve("authorities.pem"),
                "-----BEGIN CERTIFICATE-----\n" + encoded + "\n-----END CERTIFICATE-----\n");
    }
}
