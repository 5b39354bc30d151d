package dev.selfsame.server.trace;

import dev.selfsame.server.version.Version;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.MeterProvider;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporterBuilder;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;

import org.jspecify.annotations.Nullable;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Sends what was measured to a collector, in batches and by a thread of its own. */
final class OtlpTraces implements Traces {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration SEND_EVERY = Duration.ofSeconds(2);
    private static final Duration LAST_CHANCE = Duration.ofSeconds(5);

    private final SdkTracerProvider provider;
    private final Tracer tracer;

    private OtlpTraces(SdkTracerProvider provider, Version version) {
        this.provider = provider;
        tracer = provider.get("selfsame", version.text());
    }

    static OtlpTraces to(TraceOptions options, Version version) {
        OtlpHttpSpanExporterBuilder exporter =
                OtlpHttpSpanExporter.builder()
                        .setEndpoint(
                                Objects.requireNonNull(options.endpoint(), "endpoint").toString())
                        .setCompression("gzip")
                        .setTimeout(PATIENCE)
                        .setMeterProvider(MeterProvider.noop());
        if (options.authorization() != null) {
            exporter.addHeader("Authorization", options.authorization());
        }
        return new OtlpTraces(
                SdkTracerProvider.builder()
                        .setResource(
                                Resource.create(
                                        Attributes.builder()
                                                .put("service.name", "selfsame")
                                                .put("service.version", version.text())
                                                .put(
                                                        "service.instance.id",
                                                        UUID.randomUUID().toString())
                                                .build()))
                        .setSampler(
                                Sampler.parentBased(Sampler.traceIdRatioBased(options.sample())))
                        .addSpanProcessor(
                                BatchSpanProcessor.builder(exporter.build())
                                        .setScheduleDelay(SEND_EVERY)
                                        .setMeterProvider(MeterProvider.noop())
                                        .build())
                        .build(),
                version);
    }

    @Override
    public Span request(UnaryOperator<@Nullable String> headers) {
        Context sender =
                W3CTraceContextPropagator.getInstance()
                        .extract(Context.root(), headers, new HeaderGetter());
        return begun(tracer.spanBuilder("HTTP").setParent(sender).setSpanKind(SpanKind.SERVER));
    }

    @Override
    public Span task(String name) {
        return begun(tracer.spanBuilder(name).setNoParent().setSpanKind(SpanKind.CLIENT));
    }

    private static Span begun(SpanBuilder builder) {
        return new OtlpSpan(builder.startSpan());
    }

    @Override
    public <T> HandOver<T> handOver(String waitName, String workName, Supplier<T> work) {
        return io.opentelemetry.api.trace.Span.current().isRecording()
                ? new MeasuredWork<>(tracer, waitName, workName, work)
                : new PlainWork<>(work);
    }

    @Override
    public <T> T store(Class<T> type, T store, String system) {
        return type.cast(
                Proxy.newProxyInstance(
                        type.getClassLoader(),
                        new Class<?>[] {type},
                        new MeasuredStore(tracer, type, store, system)));
    }

    @Override
    public void close() {
        provider.shutdown().join(LAST_CHANCE.toMillis(), TimeUnit.MILLISECONDS);
    }
}
