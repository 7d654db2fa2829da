package cn.yiqilai.channel.chat;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.yiqilai.conversation.ConversationId;
import cn.yiqilai.conversation.Speaker;
import cn.yiqilai.conversation.Transcript;
import cn.yiqilai.platform.StoppedTime;
import cn.yiqilai.platform.postgres.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What becomes of streams whose other end says nothing, and of news of which no hint comes. */
@QuarkusTest
@TestProfile(StoppedTime.class)
@QuarkusTestResource(TestDatabase.class)
class ConversationStreamIT {
    private static final int TEXT = 0x81;
    private static final int PING = 0x89;
    private static final int CLOSE = 0x88;

    @Inject
    ConversationStream streams;

    @Inject
    Transcript transcript;

    @Inject
    Jdbi jdbi;

    private record Talk(String id, String token) {
        static Talk open() {
            var opened = given().contentType(ContentType.JSON)
                    .body(Map.of("channel", "WEB"))
                    .post("/api/v1/conversations")
                    .then()
                    .statusCode(201)
                    .extract();
            return new Talk(opened.path("id"), opened.path("token"));
        }

        String path() {
            return "/api/v1/conversations/" + id + "/stream?token=" + token;
        }
    }

    /** A page that hears, and answers pings as browsers do. */
    private static final class Page implements WebSocket.Listener {
        private final List<String> texts = new CopyOnWriteArrayList<>();

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            texts.add(data.toString());
            from.request(1);
            return null;
        }
    }

    @Test
    void whose_network_was_cut_is_let_go_at_the_second_ping_and_who_answers_stays() throws IOException {
        var page = new Page();
        var socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(
                        URI.create("ws://localhost:" + RestAssured.port
                                + Talk.open().path()),
                        page)
                .join();
        try (var cut = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port)) {
            var in = handshake(cut, Talk.open().path());
            assertThat(frame(in)).as("the greeting").isEqualTo(TEXT);
            await().until(() -> !page.texts.isEmpty());

            streams.ping();
            assertThat(frame(in)).isEqualTo(PING);
            await().until(() -> streams.silent() <= 1);
            streams.ping();

            assertThat(frame(in)).isEqualTo(CLOSE);
            await().until(() -> streams.silent() == 0);
            assertThat(socket.isOutputClosed()).isFalse();
        } finally {
            socket.abort();
        }
    }

    @Test
    void a_message_of_which_no_hint_came_is_found_by_looking() {
        var talk = Talk.open();
        var page = new Page();
        var socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(URI.create("ws://localhost:" + RestAssured.port + talk.path()), page)
                .join();
        try {
            await().until(() -> page.texts.size() == 1);

            // As another replica would, whose hint never arrives.
            jdbi.useTransaction(handle -> {
                handle.execute("UPDATE conversation SET last_seq = last_seq + 1 WHERE id = ?::uuid", talk.id());
                handle.execute("""
                        INSERT INTO message (conversation_id, seq, speaker, text, at, payload)
                        SELECT id, last_seq, 'AGENT', '您好', now(), '{}' FROM conversation WHERE id = ?::uuid""", talk.id());
            });

            await().until(() -> page.texts.size() == 2);
            assertThat(page.texts.getLast()).contains("您好");
            transcript.append(ConversationId.parse(talk.id()).orElseThrow(), Speaker.SYSTEM, "再见", "{}");
            await().until(() -> page.texts.size() == 3);
        } finally {
            socket.abort();
        }
    }

    private static InputStream handshake(Socket socket, String path) throws IOException {
        var request = "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        var in = socket.getInputStream();
        var head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            head.append((char) in.read());
        }
        assertThat(head.toString()).startsWith("HTTP/1.1 101");
        return in;
    }

    /** The first byte of the next frame, whose content is passed over. */
    private static int frame(InputStream in) throws IOException {
        var kind = in.read();
        var length = in.read();
        if (length == 126) {
            length = in.read() << 8 | in.read();
        }
        in.skipNBytes(length);
        return kind;
    }
}
