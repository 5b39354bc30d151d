package dev.selfsame.server.api;

import dev.selfsame.server.status.ApiGroup;
import dev.selfsame.server.status.RequestRecorder;
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

    /** The status of what failed on its way to an answer. */
    private static final int UNANSWERED = 500;

    private final transient UsageMeter meter;
    private final transient RequestRecorder recorder;
    private final transient Clock clock;

    MeterFilter(UsageMeter meter, RequestRecorder recorder, Clock clock) {
        this.meter = Objects.requireNonNull(meter, "meter");
        this.recorder = Objects.requireNonNull(recorder, "recorder");
        this.clock = Objects.requireNonNull(clock, "clock");
    }

    @Override
    protected void doFilter(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        ContentCachingResponseWrapper held = new ContentCachingResponseWrapper(response);
        boolean answered = false;
        long began = System.nanoTime();
        try {
            chain.doFilter(request, held);
            answered = true;
        } finally {
            count(request, answered ? held.getStatus() : UNANSWERED, began);
        }
        held.copyBodyToResponse();
    }

    private void count(HttpServletRequest request, int status, long began) {
        if (request.getAttribute(Access.CALLER) instanceof Caller caller
                && request.getAttribute(HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE)
                        instanceof HandlerMethod route) {
            Metered metered = route.getMethodAnnotation(Metered.class);
            if (metered != null) {
                LocalDate day = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
                meter.count(
                        new Counted(
                                caller.tenantId(),
                                day,
                                caller.keyId(),
                                metered.value(),
                                Outcome.ofStatus(status)));
                long took = metered.waits() ? -1 : System.nanoTime() - began;
                ApiGroup.ofOperation(metered.value())
                        .ifPresent(api -> recorder.record(api, status, took));
            }
        }
    }
}
