package dev.selfsame.server.trace;

import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;

import org.jspecify.annotations.Nullable;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Objects;

/** Measures each call of a store, by the name of its method and without what it is called with. */
final class MeasuredStore implements InvocationHandler {

    private final Tracer tracer;
    private final String name;
    private final Object store;
    private final String system;

    MeasuredStore(Tracer tracer, Class<?> type, Object store, String system) {
        this.tracer = Objects.requireNonNull(tracer, "tracer");
        name = type.getSimpleName();
        this.store = Objects.requireNonNull(store, "store");
        this.system = Objects.requireNonNull(system, "system");
    }

    @Override
    public @Nullable Object invoke(
            Object proxy, Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
        // why: what nobody waits for, day and night, would fill the collector
        return io.opentelemetry.api.trace.Span.current().isRecording()
                ? measured(method, arguments)
                : plain(method, arguments);
    }

    private @Nullable Object measured(Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        try (Span span =
                new OtlpSpan(
                        tracer.spanBuilder(name + "." + method.getName())
                                .setSpanKind(SpanKind.CLIENT)
                                .startSpan())) {
            span.note("db.system.name", system);
            boolean done = false;
            try {
                Object result = plain(method, arguments);
                done = true;
                return result;
            } finally {
                if (!done) {
                    span.failed();
                }
            }
        }
    }

    private @Nullable Object plain(Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        try {
            return method.invoke(store, arguments);
        } catch (InvocationTargetException e) {
            throw Objects.requireNonNull(e.getCause());
        }
    }
}
