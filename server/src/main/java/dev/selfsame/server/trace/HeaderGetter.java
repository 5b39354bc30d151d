package dev.selfsame.server.trace;

import io.opentelemetry.context.propagation.TextMapGetter;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.function.UnaryOperator;

/** Reads headers for OpenTelemetry. */
final class HeaderGetter implements TextMapGetter<UnaryOperator<@Nullable String>> {

    @Override
    public Iterable<String> keys(UnaryOperator<@Nullable String> headers) {
        return List.of("traceparent", "tracestate");
    }

    @Override
    public @Nullable String get(@Nullable UnaryOperator<@Nullable String> headers, String name) {
        return headers == null ? null : headers.apply(name);
    }
}
