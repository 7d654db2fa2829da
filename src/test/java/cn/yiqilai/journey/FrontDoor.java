package cn.yiqilai.journey;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;

/**
 * One address before several processes, as a city has it: each new connection is led to the first of them that takes it. What is
 * open breaks when its process does.
 */
final class FrontDoor implements AutoCloseable {
    private final List<RunningService> processes;
    private final ServerSocket door;

    private FrontDoor(List<RunningService> processes, ServerSocket door) {
        this.processes = processes;
        this.door = door;
    }

    /** @param processes the one that is tried first comes first */
    static FrontDoor before(RunningService... processes) {
        try {
            var door = new FrontDoor(List.of(processes), new ServerSocket(0, 64, InetAddress.getByName("localhost")));
            Thread.ofVirtual().name("front-door").start(door::letIn);
            return door;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String address() {
        return "http://localhost:" + door.getLocalPort();
    }

    @Override
    public void close() {
        closeQuietly(door);
    }

    private void letIn() {
        while (!door.isClosed()) {
            try {
                var guest = door.accept();
                Thread.ofVirtual().start(() -> lead(guest));
            } catch (IOException e) {
                // Closed: nobody comes any more.
                return;
            }
        }
    }

    private void lead(Socket guest) {
        for (var process : processes) {
            try {
                var host = new Socket("localhost", URI.create(process.baseUrl()).getPort());
                Thread.ofVirtual().start(() -> pass(guest, host));
                pass(host, guest);
                return;
            } catch (IOException e) {
                // Nobody there: the next one.
            }
        }
        closeQuietly(guest);
    }

    /** Until one side closes; then both are. */
    private static void pass(Socket from, Socket to) {
        try (from;
                to;
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            in.transferTo(out);
        } catch (IOException e) {
            // Broken on one side, which closes the other.
        }
    }

    private static void closeQuietly(AutoCloseable open) {
        try {
            open.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
