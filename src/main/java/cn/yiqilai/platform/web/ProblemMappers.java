package cn.yiqilai.platform.web;

import cn.yiqilai.platform.Messages;
import cn.yiqilai.platform.Problem;
import cn.yiqilai.platform.ProblemException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/** Every failure becomes a response of one form; the unexpected ones are logged with a number that the caller is told. */
public final class ProblemMappers {
    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);
    private static final Duration DATABASE_MAY_BE_BACK = Duration.ofSeconds(5);
    public static final String MEDIA_TYPE = "application/problem+json";

    @ServerExceptionMapper
    public Response problem(ProblemException e) {
        return respond(e.problem());
    }

    @ServerExceptionMapper(priority = 1)
    public Response unreadable(JsonProcessingException e) {
        return respond(unreadableBody(e));
    }

    /** Quarkus has a mapper of its own for exactly this type. */
    @ServerExceptionMapper(priority = 1)
    public Response mistyped(MismatchedInputException e) {
        return respond(unreadableBody(e));
    }

    @ServerExceptionMapper
    public Response http(WebApplicationException e) {
        if (e.getCause() instanceof JsonProcessingException unreadable) {
            return respond(unreadableBody(unreadable));
        }
        var status = e.getResponse().getStatus();
        return status < 400 ? e.getResponse() : respond(ofStatus(status));
    }

    @ServerExceptionMapper
    public Response unknown(UnauthorizedException e) {
        return notLoggedIn();
    }

    @ServerExceptionMapper
    public Response unknown(AuthenticationFailedException e) {
        return notLoggedIn();
    }

    @ServerExceptionMapper
    public Response forbidden(ForbiddenException e) {
        return respond(Problem.of(403, "access.forbidden"));
    }

    @ServerExceptionMapper
    public Response unexpected(Throwable e) {
        return databaseIsAway(e) ? comeBackLater() : internal(e);
    }

    public static Response respond(Problem problem) {
        return Response.status(problem.status())
                .type(MEDIA_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                // A header without a value is not sent.
                .header(HttpHeaders.RETRY_AFTER, problem.extensions().get(Problem.RETRY_AFTER))
                .entity(body(problem))
                .build();
    }

    /** The members of RFC 9457 in their usual order. */
    public static Map<String, Object> body(Problem problem) {
        var body = new LinkedHashMap<String, Object>();
        body.put("type", "urn:yiqilai:problem:" + problem.code());
        body.put("title", title(problem.status()));
        body.put("status", problem.status());
        body.put("detail", problem.detail());
        if (!problem.errors().isEmpty()) {
            body.put("errors", problem.errors());
        }
        body.putAll(problem.extensions());
        return body;
    }

    private static Response notLoggedIn() {
        var response = respond(Problem.of(401, "access.login-needed"));
        response.getHeaders().add(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        return response;
    }

    static Problem unreadableBody(JsonProcessingException e) {
        if (e instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()) {
            return Problem.invalidField(path(mapping), "request.wrong-type");
        }
        return Problem.invalid("request.not-json");
    }

    private static String path(JsonMappingException e) {
        return e.getPath().stream()
                .map(step -> step.getFieldName() == null ? Integer.toString(step.getIndex()) : step.getFieldName())
                .collect(Collectors.joining("."));
    }

    private static Problem ofStatus(int status) {
        return switch (status) {
            case 400 -> Problem.of(400, "request.invalid");
            case 401 -> Problem.of(401, "access.login-needed");
            case 403 -> Problem.of(403, "access.forbidden");
            case 404 -> Problem.of(404, "request.not-found");
            case 405 -> Problem.of(405, "request.method");
            case 406, 415 -> Problem.of(status, "request.media-type");
            case 413 -> Problem.of(413, "request.too-large");
            default -> Problem.of(status, "request.invalid");
        };
    }

    private static Response comeBackLater() {
        return respond(Problem.of(503, "service.database-away").retryAfter(DATABASE_MAY_BE_BACK));
    }

    private static Response internal(Throwable e) {
        var number = UUID.randomUUID().toString();
        LOG.errorf(e, "Unexpected failure %s", number);
        return respond(Problem.of(500, "service.failed", number).with("number", number));
    }

    /** SQLSTATE class 08: no connection; 53: out of resources; 57P: shutting down; 25006: read-only. */
    private static boolean databaseIsAway(@Nullable Throwable e) {
        for (var cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLTransientException) {
                return true;
            }
            if (cause instanceof SQLException sql && isAway(sql.getSQLState(), sql.getMessage())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAway(@Nullable String state, @Nullable String message) {
        if (state == null) {
            return message != null && message.contains("Acquisition timeout");
        }
        return state.startsWith("08") || state.startsWith("53") || state.startsWith("57P") || state.equals("25006");
    }

    private static String title(int status) {
        return Messages.of(
                switch (status) {
                    case 401, 403, 404, 405, 406, 409, 413, 415, 422, 429, 503 -> "title." + status;
                    default -> status >= 500 ? "title.500" : "title.400";
                });
    }
}
