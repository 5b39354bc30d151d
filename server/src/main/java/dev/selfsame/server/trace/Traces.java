package dev.selfsame.server.trace;

import dev.selfsame.server.version.Version;

import org.jspecify.annotations.Nullable;

import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Measures which part of what is under way takes how long. What is under way belongs to the thread
 * on which it was begun.
 */
public sealed interface Traces extends AutoCloseable permits NoTraces, OtlpTraces {

    /** Measures nothing. */
    static Traces none() {
        return NoTraces.INSTANCE;
    }

    /** Measures and sends what is measured, if the options say where to. */
    static Traces to(TraceOptions options, Version version) {
        return options.endpoint() == null ? none() : OtlpTraces.to(options, version);
    }

    /**
     * Begins with a request that arrived.
     *
     * @param headers value of a header by its name, of which {@code traceparent} says what the
     *     request is a part of (W3C Trace Context)
     */
    Span request(UnaryOperator<@Nullable String> headers);

    /** Begins with something that no request waits for. */
    Span task(String name);

    /** Makes work measurable that another thread does: first the wait for it, then itself. */
    <T> HandOver<T> handOver(String waitName, String workName, Supplier<T> work);

    /**
     * The same store, with each of its calls measured where something is under way.
     *
     * @param system what keeps it, such as {@code postgresql}
     */
    <T> T store(Class<T> type, T store, String system);

    /** Sends what was measured and not sent yet. */
    @Override
    void close();
}
