package dev.selfsame.server.api;

import dev.selfsame.server.tenant.Caller;
import dev.selfsame.server.trace.Span;
import dev.selfsame.server.trace.Traces;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.web.servlet.HandlerMapping;

import java.util.Objects;
import java.util.Set;

/** A request in a trace: its route and what came of it, nothing of what it was asked with. */
final class RequestSpan implements AutoCloseable {

    // why: others are words that anybody can make up
    private static final Set<String> METHODS =
            Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");
    private static final String PROBED = "/actuator/";

    private final Span span;
    private final HttpServletRequest request;
    private final HttpServletResponse response;
    private boolean answered;

    private RequestSpan(Span span, HttpServletRequest request, HttpServletResponse response) {
        this.span = Objects.requireNonNull(span, "span");
        this.request = Objects.requireNonNull(request, "request");
        this.response = Objects.requireNonNull(response, "response");
    }

    static RequestSpan begin(
            Traces traces, HttpServletRequest request, HttpServletResponse response) {
        // why: those that ask for health ask all day, and nobody looks for their time
        boolean probe = request.getRequestURI().startsWith(PROBED);
        return new RequestSpan(
                (probe ? Traces.none() : traces).request(request::getHeader), request, response);
    }

    String traceId() {
        return span.traceId();
    }

    /** Says that it did not fail on its way. */
    void answered() {
        answered = true;
    }

    @Override
    public void close() {
        String method = METHODS.contains(request.getMethod()) ? request.getMethod() : "_OTHER";
        int status = answered ? response.getStatus() : 500;
        span.note("http.request.method", method);
        span.note("http.response.status_code", status);
        span.note("selfsame.request.id", RequestId.of(request));
        String name = method.equals("_OTHER") ? "HTTP" : method;
        if (request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE)
                instanceof String route) {
            span.note("http.route", route);
            name += " " + route;
        }
        span.rename(name);
        if (request.getAttribute(Access.CALLER) instanceof Caller caller) {
            span.note("selfsame.tenant", caller.tenantId());
        }
        if (status >= 500) {
            span.failed();
        }
        span.close();
    }
}
