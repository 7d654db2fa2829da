package cn.yiqilai.studio;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Asks over one kept-alive connection from one thread, with nothing in between: a library's client would spread its own work over
 * threads whose time could not be told from the service's.
 */
final class AskClient implements AutoCloseable {
    private final Socket socket;
    private final OutputStream out;
    private final InputStream in;
    private final String host;

    AskClient(String host, int port) throws IOException {
        this.host = host;
        this.socket = new Socket(host, port);
        this.socket.setTcpNoDelay(true);
        this.out = socket.getOutputStream();
        this.in = new BufferedInputStream(socket.getInputStream());
    }

    /** @return the answer's body @throws IOException when the answer is not 200 */
    byte[] ask(byte[] body) throws IOException {
        var answer = send("POST", "/api/v1/ask", null, body);
        if (answer.status() != 200) {
            throw new IOException("asked and got " + answer.status());
        }
        return answer.body();
    }

    /** What came back. */
    record Answer(int status, byte[] body) {}

    /** @param token of whoever calls, null for nobody */
    Answer send(String method, String path, @Nullable String token, byte[] body) throws IOException {
        var head = method + " " + path + " HTTP/1.1\r\nHost: " + host
                + (token == null ? "" : "\r\nAuthorization: Bearer " + token)
                + "\r\nContent-Type: application/json\r\nContent-Length: " + body.length + "\r\n\r\n";
        out.write(head.getBytes(StandardCharsets.US_ASCII));
        out.write(body);
        out.flush();
        var status = Integer.parseInt(line().split(" ", 3)[1]);
        var length = 0;
        for (var header = line(); !header.isEmpty(); header = line()) {
            var lower = header.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Integer.parseInt(
                        lower.substring("content-length:".length()).strip());
            }
        }
        return new Answer(status, in.readNBytes(length));
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private String line() throws IOException {
        var line = new StringBuilder();
        for (var next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("the service closed the connection");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }
}
