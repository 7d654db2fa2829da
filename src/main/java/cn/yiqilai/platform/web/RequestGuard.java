package cn.yiqilai.platform.web;

import cn.yiqilai.platform.Problem;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;

/** Refuses bodies that no operation wants, and names each request. */
public final class RequestGuard {
    private static final long JSON_LIMIT = 256 * 1024;
    private static final long LINES_LIMIT = 2 * 1024 * 1024;
    private static final Pattern REQUEST_ID = Pattern.compile("[A-Za-z0-9-]{8,64}");
    public static final String HEADER = "X-Request-Id";

    /** Only uploads (multipart) may be large, lists of lines (ndjson) larger; everything else is small by its nature. */
    @ServerRequestFilter(preMatching = true)
    public @Nullable Response guard(ContainerRequestContext request) {
        MDC.put("request", nameOf(request.getHeaderString(HEADER)));
        try {
            return request.getLength() > limit(request.getMediaType())
                    ? ProblemMappers.respond(Problem.of(413, "request.too-large"))
                    : null;
        } catch (IllegalArgumentException e) {
            // Content-Type holds something that is no media type.
            return ProblemMappers.respond(Problem.of(415, "request.media-type"));
        }
    }

    private static long limit(@Nullable MediaType type) {
        if (type == null) {
            return JSON_LIMIT;
        }
        if ("multipart".equals(type.getType())) {
            return Long.MAX_VALUE;
        }
        return "x-ndjson".equals(type.getSubtype()) ? LINES_LIMIT : JSON_LIMIT;
    }

    @ServerResponseFilter
    public void name(ContainerResponseContext response) {
        var name = MDC.get("request");
        if (name != null) {
            response.getHeaders().putSingle(HEADER, name);
        }
    }

    /** The caller's own name of the request when it is one, else a new one. */
    public static String nameOf(@Nullable String given) {
        return given != null && REQUEST_ID.matcher(given).matches()
                ? given
                : UUID.randomUUID().toString();
    }
}
