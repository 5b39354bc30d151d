package dev.selfsame.server.api;

import dev.selfsame.server.tenant.Caller;
import dev.selfsame.server.usage.Counted;
import dev.selfsame.server.usage.Outcome;
import dev.selfsame.server.usage.UsageMeter;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.util.ContentCachingResponseWrapper;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;

/**
 * Counts the requests of {@link Metered} routes when their answer is made and before a byte of it
 * is sent: whoever has an answer can rely on its being counted. Requests without a valid key are
 * nobody's and not counted.
 */
final class MeterFilter extends HttpFilter {

    private static final long serialVersionUID = 1;

    private final transient UsageMeter meter;
    private final transient Clock clock;

    MeterFilter(UsageMeter meter, Clock clock) {
        this.meter = Objects.requireNonNull(meter, "meter");
        this.clock = Objects.requireNonNull(clock, "clock");
    }

    @Override
    protected void doFilter(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        ContentCachingResponseWrapper held = new ContentCachingResponseWrapper(response);
        boolean answered = false;
        try {
            chain.doFilter(request, held);
            answered = true;
        } finally {
            count(request, answered ? Outcome.ofStatus(held.getStatus()) : Outcome.FAILED);
        }
        held.copyBodyToResponse();
    }

    private void count(HttpServletRequest request, Outcome outcome) {
        if (request.getAttribute(Access.CALLER) instanceof Caller caller
                && request.getAttribute(HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE)
                        instanceof HandlerMethod route) {
            Metered metered = route.getMethodAnnotation(Metered.class);
            if (metered != null) {
                LocalDate day = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
                meter.count(
                        new Counted(
                                caller.tenantId(), day, caller.keyId(), metered.value(), outcome));
            }
        }
    }
}
