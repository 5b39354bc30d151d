package dev.selfsame.server.api;

import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * Answers what no route answered: unknown paths and methods, requests that are no HTTP, failures
 * outside the routes. Tomcat would send an HTML page.
 */
final class LastResort extends ErrorReportValve {

    private static final Logger LOG = LoggerFactory.getLogger(LastResort.class);

    private final List<Dialect> dialects;
    private final AnswerHeaders headers;

    LastResort(List<Dialect> dialects, AnswerHeaders headers) {
        this.dialects = List.copyOf(dialects);
        this.headers = Objects.requireNonNull(headers, "headers");
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        int status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        String id = RequestId.of(request);
        if (failure != null && status == 500) {
            LOG.error("request {} failed outside its route", id, failure);
        }
        try {
            headers.add(request, response, id);
            if (status == 401) {
                response.setHeader("WWW-Authenticate", "Bearer");
            }
            byte[] body = body(request.getRequestURI(), id, status);
            response.setContentType("application/json");
            response.setContentLength(body.length);
            response.getOutputStream().write(body);
            response.finishResponse();
        } catch (IOException e) {
            LOG.debug("the client of request {} is gone", id, e);
        }
    }

    private byte[] body(@Nullable String path, String id, int status) {
        String message = message(status);
        return dialects.stream()
                .filter(dialect -> path != null && dialect.covers(path))
                .findFirst()
                .map(dialect -> dialect.error(status, id, message))
                .orElseGet(() -> plain(id, message))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String plain(String id, @Nullable String message) {
        return message == null
                ? "{\"id\":\"" + id + "\"}"
                : "{\"id\":\"" + id + "\",\"message\":\"" + message + "\"}";
    }

    private static @Nullable String message(int status) {
        return switch (status) {
            case 400 -> "the request is not well-formed HTTP";
            case 401 -> "authentication is required";
            case 403 -> "the API key does not allow this";
            case 404 -> "there is nothing at this path";
            case 405 -> "the method is not allowed here; see the header Allow";
            case 406 -> "answers are application/json; the header Accept excludes that";
            case 413 -> "the request is too large";
            case 414 -> "the request's path is too long";
            case 415 -> "the Content-Type is not accepted here";
            case 421 -> "this port has no TLS; send the request to the https address";
            case 431 -> "the request's headers are too large";
            case 501 -> "the method or the Transfer-Encoding is not supported";
            case 503 -> "the server is not ready; try again soon";
            case 505 -> "the HTTP version is not supported";
            default -> null;
        };
    }
}
