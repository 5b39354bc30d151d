package dev.selfsame.server.trace;

import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;

import java.util.Objects;
import java.util.function.Supplier;

/** Measures the wait for another thread, then what that thread does. */
final class MeasuredWork<T> implements HandOver<T> {

    private final Tracer tracer;
    private final String name;
    private final Supplier<T> work;
    private final Context owner = Context.current();
    private final io.opentelemetry.api.trace.Span wait;

    MeasuredWork(Tracer tracer, String waitName, String name, Supplier<T> work) {
        this.tracer = Objects.requireNonNull(tracer, "tracer");
        this.name = Objects.requireNonNull(name, "name");
        this.work = Objects.requireNonNull(work, "work");
        wait = tracer.spanBuilder(waitName).startSpan();
    }

    @Override
    public T get() {
        wait.end();
        try (Span span = new OtlpSpan(tracer.spanBuilder(name).setParent(owner).startSpan())) {
            boolean done = false;
            try {
                T result = work.get();
                done = true;
                return result;
            } finally {
                if (!done) {
                    span.failed();
                }
            }
        }
    }

    /** It waited in vain; after the work this changes nothing, as the wait has ended. */
    @Override
    public void close() {
        wait.setStatus(StatusCode.ERROR);
        wait.end();
    }
}
