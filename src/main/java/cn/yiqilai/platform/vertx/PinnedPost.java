package cn.yiqilai.platform.vertx;

import cn.yiqilai.platform.Settings;
import cn.yiqilai.platform.outbox.Delivery;
import cn.yiqilai.platform.outbox.Delivery.Delivered;
import cn.yiqilai.platform.outbox.Delivery.Refused;
import cn.yiqilai.platform.outbox.Delivery.Unreachable;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.PemTrustOptions;
import io.vertx.core.net.SocketAddress;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.URI;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * Sends a body by POST to one fixed machine and says what came of it.
 *
 * <p>No redirect is followed, nothing of the answer but its status and {@code Retry-After} is read, and after ten seconds it
 * is over, however slowly the other side drips. Certificates are checked against the name in the URL.
 */
@ApplicationScoped
public class PinnedPost {
    private static final Duration CONNECT = Duration.ofSeconds(4);
    private static final Duration WHOLE = Duration.ofSeconds(10);
    private static final Duration LONGEST_WISH = Duration.ofHours(1);
    private static final int MOST_HEADERS_BYTES = 16 * 1024;
    private static final int MOST_CONNECTIONS = 512;
    /** About the body itself: the same body will never be taken. 410 says that the address is gone for good. */
    private static final Set<Integer> FINAL = Set.of(400, 410, 413, 415, 422);

    private final HttpClient client;
    private final Clock clock;
    private final Duration patience;

    @Inject
    PinnedPost(Vertx vertx, Settings settings, Clock clock) {
        this(vertx, settings, clock, WHOLE);
    }

    PinnedPost(Vertx vertx, Settings settings, Clock clock, Duration patience) {
        this.client = vertx.createHttpClient(options(settings));
        this.clock = clock;
        this.patience = patience;
    }

    private static HttpClientOptions options(Settings settings) {
        var options = new HttpClientOptions()
                .setKeepAlive(false)
                .setMaxPoolSize(MOST_CONNECTIONS)
                .setConnectTimeout((int) CONNECT.toMillis())
                .setVerifyHost(true)
                .setMaxHeaderSize(MOST_HEADERS_BYTES)
                .setDecompressionSupported(false);
        settings.outgoingCertificates()
                .ifPresent(file -> options.setTrustOptions(new PemTrustOptions().addCertPath(file.toString())));
        return options;
    }

    /**
     * @param url http or https; its name goes into the request and is what a certificate is checked against
     * @param machine where the connection goes
     */
    public Delivery post(URI url, InetAddress machine, Map<String, String> headers, byte[] body) {
        var sent = new AtomicReference<@Nullable HttpClientRequest>();
        var answer = send(url, machine, headers, body, sent);
        try {
            return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return new Unreachable("TIMEOUT");
        } catch (ExecutionException e) {
            return new Unreachable(reason(e.getCause()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Unreachable("INTERRUPTED");
        } finally {
            hangUp(sent.get());
        }
    }

    private CompletableFuture<Delivery> send(
            URI url,
            InetAddress machine,
            Map<String, String> headers,
            byte[] body,
            AtomicReference<@Nullable HttpClientRequest> sent) {
        return client.request(target(url, machine))
                .compose(request -> {
                    sent.set(request);
                    // Whatever goes wrong is told by the future; without these it would be logged as an error of ours.
                    request.exceptionHandler(PinnedPost::ignore);
                    request.connection().exceptionHandler(PinnedPost::ignore);
                    headers.forEach(request::putHeader);
                    return request.send(Buffer.buffer(body));
                })
                .map(response -> {
                    ignoreFailuresOf(response);
                    return delivery(response);
                })
                .toCompletionStage()
                .toCompletableFuture();
    }

    private RequestOptions target(URI url, InetAddress machine) {
        var secure = "https".equalsIgnoreCase(url.getScheme());
        var port = url.getPort() == -1 ? (secure ? 443 : 80) : url.getPort();
        return new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setServer(SocketAddress.inetSocketAddress(port, machine.getHostAddress()))
                .setHost(url.getHost())
                .setPort(port)
                .setSsl(secure)
                .setURI(path(url))
                .setFollowRedirects(false)
                .setTimeout(patience.toMillis());
    }

    private static String path(URI url) {
        var path = url.getRawPath() == null || url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        return url.getRawQuery() == null ? path : path + "?" + url.getRawQuery();
    }

    /** What the other side says beyond this is not read: its connection is closed. */
    private static void hangUp(@Nullable HttpClientRequest request) {
        if (request != null) {
            request.reset();
            request.connection().close();
        }
    }

    /** The status is what counts; the rest of a short answer may have come before we look, and then it takes no handler. */
    private static void ignoreFailuresOf(HttpClientResponse response) {
        try {
            response.exceptionHandler(PinnedPost::ignore);
        } catch (IllegalStateException over) {
            ignore(over);
        }
    }

    private static void ignore(Throwable failure) {
        // See where it is used.
    }

    private Delivery delivery(HttpClientResponse response) {
        var status = response.statusCode();
        if (status >= 200 && status < 300) {
            return new Delivered();
        }
        var reason = "HTTP_" + status;
        return FINAL.contains(status)
                ? new Refused(reason)
                : new Unreachable(reason, wish(response.getHeader("Retry-After")));
    }

    /** Seconds or a date (RFC 9110); at most an hour is granted. */
    private Optional<Duration> wish(@Nullable String retryAfter) {
        return Optional.ofNullable(retryAfter)
                .map(String::strip)
                .flatMap(this::pause)
                .filter(pause -> pause.isPositive())
                .map(pause -> pause.compareTo(LONGEST_WISH) > 0 ? LONGEST_WISH : pause);
    }

    private Optional<Duration> pause(String text) {
        if (text.matches("\\d{1,9}")) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(text)));
        }
        try {
            var until = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME);
            return Optional.of(Duration.between(clock.instant(), until.toInstant()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static String reason(@Nullable Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SSLException) {
                return "TLS";
            }
            if (cause instanceof ConnectException) {
                return "CONNECTION";
            }
            if (cause instanceof TimeoutException) {
                return "TIMEOUT";
            }
        }
        return "CLOSED";
    }
}
