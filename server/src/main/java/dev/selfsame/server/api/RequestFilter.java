package dev.selfsame.server.api;

import dev.selfsame.server.tenant.Caller;
import dev.selfsame.server.trace.Traces;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.slf4j.spi.LoggingEventBuilder;

import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** Gives every request its id, every answer its headers, and the log one line for both. */
final class RequestFilter extends HttpFilter {

    private static final long serialVersionUID = 1;
    private static final Logger LOG = LoggerFactory.getLogger(RequestFilter.class);
    private static final String MDC_KEY = "requestId";

    // why this name: it is what collectors of logs and of traces join by
    private static final String TRACE_KEY = "traceId";

    private final transient AnswerHeaders headers;
    private final transient Traces traces;

    RequestFilter(AnswerHeaders headers, Traces traces) {
        this.traces = Objects.requireNonNull(traces, "traces");
        this.headers = Objects.requireNonNull(headers, "headers");
    }

    @Override
    protected void doFilter(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String id = RequestId.of(request);
        long began = System.nanoTime();
        headers.add(request, response, id);
        MDC.put(MDC_KEY, id);
        try (RequestSpan span = RequestSpan.begin(traces, request, response)) {
            if (!span.traceId().isEmpty()) {
                MDC.put(TRACE_KEY, span.traceId());
            }
            chain.doFilter(NoPreflight.plain(request), response);
            span.answered();
        } finally {
            log(request, response, System.nanoTime() - began);
            MDC.remove(MDC_KEY);
            MDC.remove(TRACE_KEY);
        }
    }

    private static void log(
            HttpServletRequest request, HttpServletResponse response, long tookNanos) {
        LoggingEventBuilder line =
                LOG.atInfo()
                        .addKeyValue("method", request.getMethod())
                        // why not the query: it may hold what its sender calls his customers
                        .addKeyValue("path", request.getRequestURI())
                        .addKeyValue("status", response.getStatus())
                        .addKeyValue("millis", TimeUnit.NANOSECONDS.toMillis(tookNanos));
        if (request.getAttribute(Access.CALLER) instanceof Caller caller) {
            line = line.addKeyValue("tenant", caller.tenantId()).addKeyValue("key", caller.keyId());
        }
        line.log("request");
    }
}
