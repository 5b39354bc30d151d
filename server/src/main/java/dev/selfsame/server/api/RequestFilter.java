package dev.selfsame.server.api;

import dev.selfsame.server.tenant.Caller;

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
import java.util.concurrent.TimeUnit;

/** Gives every request its id, every answer its headers, and the log one line for both. */
final class RequestFilter extends HttpFilter {

    private static final long serialVersionUID = 1;
    private static final Logger LOG = LoggerFactory.getLogger(RequestFilter.class);
    private static final String MDC_KEY = "requestId";

    @Override
    protected void doFilter(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String id = RequestId.of(request);
        long began = System.nanoTime();
        AnswerHeaders.add(response, id);
        MDC.put(MDC_KEY, id);
        try {
            chain.doFilter(NoPreflight.plain(request), response);
        } finally {
            log(request, response, System.nanoTime() - began);
            MDC.remove(MDC_KEY);
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
