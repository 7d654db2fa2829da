package cn.yiqilai.journey;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** What is said in a conversation or happens at the desks, as a page hears it over its WebSocket. */
final class Stream implements WebSocket.Listener, AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final List<JsonNode> events = new CopyOnWriteArrayList<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final StringBuilder part = new StringBuilder();
    private final WebSocket socket;

    private Stream(WebSocket.Builder door, String address) {
        socket = door.buildAsync(URI.create(address), this).join();
    }

    /** What happens at the desks of whoever is logged in; from now on, or behind a number. */
    static Stream ofDesks(Desk desk, @Nullable Long after) {
        var address = address(desk.service()) + "/api/v1/contacts/stream" + (after == null ? "" : "?after=" + after);
        return new Stream(HTTP.newWebSocketBuilder().header("Authorization", "Bearer " + desk.token()), address);
    }

    static Stream of(Talk talk, int after) {
        return of(talk, talk.token(), after);
    }

    static Stream of(Talk talk, String token, int after) {
        var path = talk.path("stream") + "?token=" + token + "&after=" + after;
        return new Stream(HTTP.newWebSocketBuilder(), address(talk.service()) + path);
    }

    private static String address(RunningService service) {
        return service.baseUrl().replaceFirst("^http", "ws");
    }

    List<JsonNode> events() {
        return events;
    }

    List<Integer> numbers() {
        return events.stream().map(event -> event.path("seq").asInt()).toList();
    }

    /** With the code that the service gave. */
    CompletableFuture<Integer> closed() {
        return closed;
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        part.append(data);
        if (last) {
            try {
                events.add(JSON.readTree(part.toString()));
            } catch (JsonProcessingException e) {
                closed.completeExceptionally(e);
            }
            part.setLength(0);
        }
        from.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        closed.complete(code);
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        closed.completeExceptionally(error);
    }

    @Override
    public void close() {
        socket.abort();
    }
}
