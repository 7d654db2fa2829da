package cn.yiqilai.studio;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * Asks over many kept-alive connections from one thread. It shares the cores with the service it drives, so it is as thin as it
 * can be: requests are bytes that were made before, of a response only status and length are read.
 *
 * <p>Latency is counted from the moment at which a question was due, not from the one at which a connection was free for it:
 * while the service stands still, the questions that should have come meanwhile are late, too (no coordinated omission).
 */
final class LoadGenerator {
    private static final int MOST_CONNECTIONS = 2048;
    private static final long LONGEST_MICROS = TimeUnit.MINUTES.toMicros(2);
    private static final long LAST_ANSWERS = TimeUnit.SECONDS.toNanos(15);
    private static final long SHORT = TimeUnit.MILLISECONDS.toNanos(1);

    private final InetSocketAddress service;
    private final List<byte[]> requests;
    private int next;

    /** @param questions bodies of {@code /api/v1/ask} */
    LoadGenerator(int port, List<byte[]> questions) {
        this.service = new InetSocketAddress("localhost", port);
        this.requests = questions.stream().map(LoadGenerator::request).toList();
    }

    /**
     * What came of it.
     *
     * @param accepted microseconds of those that were answered
     * @param refused microseconds of those that were told to come back later
     * @param failed neither
     * @param inTime of the accepted, while questions were still being sent
     * @param seconds during which questions were sent
     */
    record Outcome(Histogram accepted, Histogram refused, long failed, long inTime, double seconds) {
        long sent() {
            return accepted.getTotalCount() + refused.getTotalCount() + failed;
        }

        double acceptedEachSecond() {
            return inTime / seconds;
        }

        double sentEachSecond() {
            return sent() / seconds;
        }

        /** In milliseconds. */
        double accepted(double percentile) {
            return accepted.getValueAtPercentile(percentile) / 1e3;
        }

        double refused(double percentile) {
            return refused.getValueAtPercentile(percentile) / 1e3;
        }
    }

    /** When questions are due, in nanoseconds from the start: fixed before the first is sent. */
    interface Arrivals {
        long next();

        /** One after the other in equal distance. */
        static Arrivals even(double eachSecond) {
            var number = new AtomicLong();
            return () -> (long) (number.incrementAndGet() * 1e9 / eachSecond);
        }

        /** Independent of each other, as people come (a Poisson process); the same in every run. */
        static Arrivals independent(double eachSecond) {
            var random = new Random(12345);
            var at = new AtomicLong();
            return () -> at.addAndGet((long) (-Math.log(1 - random.nextDouble()) * 1e9 / eachSecond));
        }
    }

    /** Each connection asks again as soon as it is answered: as much as the service can do. */
    Outcome closed(int connections, Duration time) throws IOException {
        return new Run(null, connections, time).outcome();
    }

    /** Questions come when they are due, whatever becomes of those before. */
    Outcome open(Arrivals arrivals, Duration time) throws IOException {
        return new Run(arrivals, MOST_CONNECTIONS, time).outcome();
    }

    private static byte[] request(byte[] body) {
        var head = "POST /api/v1/ask HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: "
                + body.length + "\r\n\r\n";
        var bytes = new byte[head.length() + body.length];
        System.arraycopy(head.getBytes(StandardCharsets.US_ASCII), 0, bytes, 0, head.length());
        System.arraycopy(body, 0, bytes, head.length(), body.length);
        return bytes;
    }

    private byte[] nextRequest() {
        return requests.get(next++ % requests.size());
    }

    private final class Run {
        private final @Nullable Arrivals arrivals;
        private final int most;
        private final long length;
        private final Histogram accepted = new Histogram(LONGEST_MICROS, 3);
        private final Histogram refused = new Histogram(LONGEST_MICROS, 3);
        private final List<Connection> connections = new ArrayList<>();
        private final Deque<Connection> idle = new ArrayDeque<>();
        private long failed;
        private long inTime;
        private int underWay;
        private long start;
        private long due;

        Run(@Nullable Arrivals arrivals, int most, Duration time) {
            this.arrivals = arrivals;
            this.most = most;
            this.length = time.toNanos();
        }

        Outcome outcome() throws IOException {
            try (var selector = Selector.open()) {
                start = System.nanoTime();
                due = nextDue();
                while (isGoingOn()) {
                    sendWhatIsDue(selector);
                    await(selector);
                }
                failed += underWay;
                return new Outcome(accepted, refused, failed, inTime, length / 1e9);
            } finally {
                for (var connection : connections) {
                    connection.close();
                }
            }
        }

        private boolean isGoingOn() {
            var now = now();
            return now < length || underWay > 0 && now < length + LAST_ANSWERS;
        }

        private long now() {
            return System.nanoTime() - start;
        }

        private void sendWhatIsDue(Selector selector) throws IOException {
            while (isDue()) {
                var connection = free(selector);
                if (connection == null) {
                    return;
                }
                send(connection, arrivals == null ? now() : due);
                due = nextDue();
            }
        }

        /** Without a plan a question is due whenever somebody is free to ask it. */
        private boolean isDue() {
            return arrivals == null ? now() < length : due < length && due <= now();
        }

        private long nextDue() {
            return arrivals == null ? 0 : arrivals.next();
        }

        private @Nullable Connection free(Selector selector) throws IOException {
            if (!idle.isEmpty()) {
                return idle.pop();
            }
            if (connections.size() == most) {
                return null;
            }
            var connection = new Connection(SocketChannel.open(service), selector);
            connections.add(connection);
            return connection;
        }

        private void send(Connection connection, long intended) {
            underWay++;
            try {
                connection.send(nextRequest(), intended);
            } catch (IOException e) {
                lose(connection);
            }
        }

        private void await(Selector selector) throws IOException {
            var wait = (arrivals == null ? length : Math.min(due, length)) - now();
            if (wait > 0 && wait < SHORT) {
                LockSupport.parkNanos(wait);
                selector.selectNow(this::ready);
            } else {
                selector.select(this::ready, Math.max(1, Math.min(wait / SHORT, 100)));
            }
        }

        private void ready(SelectionKey key) {
            var connection = (Connection) key.attachment();
            try {
                var status = connection.read();
                if (status != 0) {
                    count(status, now(), connection.intended);
                    underWay--;
                    idle.push(connection);
                }
            } catch (IOException | RuntimeException e) {
                lose(connection);
            }
        }

        private void count(int status, long now, long intended) {
            var micros = Math.clamp((now - intended) / 1000, 1, LONGEST_MICROS);
            switch (status) {
                case 200 -> {
                    accepted.recordValue(micros);
                    inTime += now < length ? 1 : 0;
                }
                case 429 -> refused.recordValue(micros);
                default -> failed++;
            }
        }

        private void lose(Connection connection) {
            failed++;
            underWay--;
            connections.remove(connection);
            connection.close();
        }
    }

    /** One question at a time. */
    private static final class Connection {
        private static final int LONGEST_HEAD = 16 * 1024;

        private final SocketChannel channel;
        private final ByteBuffer in = ByteBuffer.allocateDirect(4 * LONGEST_HEAD);
        private long intended;
        private int status;
        private int missing;

        Connection(SocketChannel channel, Selector selector) throws IOException {
            this.channel = channel;
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            channel.configureBlocking(false);
            channel.register(selector, SelectionKey.OP_READ, this);
        }

        void send(byte[] request, long due) throws IOException {
            intended = due;
            status = 0;
            var out = ByteBuffer.wrap(request);
            while (out.hasRemaining()) {
                // A question fits into the socket's buffer; the service has read the one before.
                channel.write(out);
            }
        }

        /** @return the status when the response is complete, 0 before */
        int read() throws IOException {
            if (channel.read(in) < 0) {
                throw new IOException("the service closed the connection");
            }
            if (status == 0 && !readHead()) {
                return 0;
            }
            missing -= in.position();
            in.clear();
            return missing > 0 ? 0 : status;
        }

        /** Leaves in the buffer as many bytes as have come of the body. */
        private boolean readHead() throws IOException {
            var bytes = new byte[Math.min(in.position(), LONGEST_HEAD)];
            in.get(0, bytes);
            var text = new String(bytes, StandardCharsets.ISO_8859_1);
            var end = text.indexOf("\r\n\r\n");
            if (end < 0) {
                return false;
            }
            var head = text.substring(0, end).toLowerCase(Locale.ROOT);
            var at = head.indexOf("\r\ncontent-length:");
            if (at < 0) {
                throw new IOException("a response without its length");
            }
            var lineEnd = head.indexOf("\r\n", at + 2);
            status = Integer.parseInt(head.substring(9, 12));
            missing = Integer.parseInt(head.substring(at + 17, lineEnd < 0 ? head.length() : lineEnd)
                    .strip());
            in.flip().position(end + 4);
            in.compact();
            return true;
        }

        void close() {
            try {
                channel.close();
            } catch (IOException e) {
                // It is of no more use either way.
            }
        }
    }
}
