package dev.selfsame.server.trace;

import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Scope;

/** A span of OpenTelemetry that is the current one of its thread until it is closed. */
final class OtlpSpan implements Span {

    private final io.opentelemetry.api.trace.Span span;
    private final Scope scope;

    // why no warning: the scope ends with this, which is closed by whoever began it
    @SuppressWarnings("MustBeClosedChecker")
    OtlpSpan(io.opentelemetry.api.trace.Span span) {
        this.span = span;
        scope = span.makeCurrent();
    }

    @Override
    public String traceId() {
        return span.getSpanContext().getTraceId();
    }

    @Override
    public void rename(String name) {
        span.updateName(name);
    }

    @Override
    public void note(String key, String value) {
        span.setAttribute(key, value);
    }

    @Override
    public void note(String key, long value) {
        span.setAttribute(key, value);
    }

    @Override
    public void failed() {
        span.setStatus(StatusCode.ERROR);
    }

    @Override
    public void close() {
        scope.close();
        span.end();
    }
}
